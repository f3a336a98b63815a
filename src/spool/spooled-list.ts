import { deserialize, serialize } from 'node:v8';
import type { Spool, Spooled } from './spool.ts';

/**
 * A list in a temporary file, of plain data with maps, sets and typed arrays. What is read of it is made anew
 * each time.
 */
export class SpooledList<T> {
  readonly #spool: Spool;
  readonly #places: Spooled[] = [];

  constructor(spool: Spool) {
    this.#spool = spool;
  }

  get length(): number {
    return this.#places.length;
  }

  push(thing: T): void {
    this.#places.push(this.#spool.addBytes(serialize(thing)));
  }

  at(index: number): T | undefined {
    const place = this.#places[index];
    return place === undefined ? undefined : (deserialize(this.#spool.readBytes(place)) as T);
  }
}
