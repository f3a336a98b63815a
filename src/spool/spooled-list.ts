import { pack, unpack } from './plain-data.ts';
import type { Spool, Spooled } from './spool.ts';

interface Place extends Spooled {
  /** Bytes of it that are typed arrays. */
  readonly numbers: number;
}

/**
 * A list in a temporary file, of plain data with maps, sets and typed arrays. What is read of it is made anew
 * each time.
 */
export class SpooledList<T> {
  readonly #spool: Spool;
  readonly #places: Place[] = [];
  /** What is only looked at is read to here. */
  #scratch = Buffer.alloc(0);

  constructor(spool: Spool) {
    this.#spool = spool;
  }

  get length(): number {
    return this.#places.length;
  }

  push(thing: T): void {
    const { numbers, rest } = pack(thing);
    const { offset, length } = this.#spool.addBytes(...numbers, rest);
    this.#places.push({ offset, length, numbers: length - rest.length });
  }

  at(index: number): T | undefined {
    return this.#read(index, (length) => Buffer.allocUnsafeSlow(length));
  }

  peek(index: number): T | undefined {
    return this.#read(index, (length) => {
      if (length > this.#scratch.length) this.#scratch = Buffer.allocUnsafeSlow(length);
      return this.#scratch.subarray(0, length);
    });
  }

  #read(index: number, room: (length: number) => Buffer<ArrayBuffer>): T | undefined {
    const place = this.#places[index];
    if (place === undefined) return undefined;
    const bytes = room(place.length);
    this.#spool.readBytes(place, bytes);
    return unpack(bytes, place.numbers) as T;
  }
}
