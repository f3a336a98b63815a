import type { Spool } from '../../../spool/spool.ts';

/** Plain values in a temporary file: a blog has more of them than fit in memory. */
export class SpooledValues<T> {
  readonly #spool: Spool;
  // Lists of numbers alone take eight bytes each, objects that hold them five times that.
  readonly #offsets: number[] = [];
  readonly #lengths: number[] = [];
  #last: { readonly place: number; readonly value: T } | null = null;

  constructor(spool: Spool) {
    this.#spool = spool;
  }

  /**
   * @param value of JSON's kinds only
   * @returns its place, counted from 0
   */
  add(value: T): number {
    const { offset, length } = this.#spool.add(JSON.stringify(value));
    this.#lengths.push(length);
    return this.#offsets.push(offset) - 1;
  }

  /** The value; the one that was read last is at hand. */
  read(place: number): T {
    if (this.#last?.place !== place) {
      const [offset = 0, length = 0] = [this.#offsets[place], this.#lengths[place]];
      this.#last = { place, value: JSON.parse(this.#spool.read({ offset, length })) as T };
    }
    return this.#last.value;
  }
}
