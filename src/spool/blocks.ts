import { deserialize, serialize } from 'node:v8';
import type { Spool, Spooled } from './spool.ts';

/** Things in blocks, of which few need be in memory at a time. */
export interface Blocks<T> {
  readonly count: number;
  add(things: readonly T[]): void;
  read(block: number): readonly T[];
}

/** Blocks in memory: for few things. */
export class HeldBlocks<T> implements Blocks<T> {
  readonly #blocks: (readonly T[])[] = [];

  get count(): number {
    return this.#blocks.length;
  }

  add(things: readonly T[]): void {
    this.#blocks.push(things);
  }

  read(block: number): readonly T[] {
    return this.#blocks[block] ?? [];
  }
}

/** Blocks in a temporary file: plain data, maps, sets and typed arrays. Reading one makes it anew. */
export class SpooledBlocks<T> implements Blocks<T> {
  readonly #spool: Spool;
  readonly #places: Spooled[] = [];

  constructor(spool: Spool) {
    this.#spool = spool;
  }

  get count(): number {
    return this.#places.length;
  }

  add(things: readonly T[]): void {
    this.#places.push(this.#spool.addBytes(serialize(things)));
  }

  read(block: number): readonly T[] {
    const place = this.#places[block];
    return place === undefined ? [] : (deserialize(this.#spool.readBytes(place)) as T[]);
  }
}
