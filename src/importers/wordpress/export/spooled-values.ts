import type { Spooled, Spool } from '../../../spool/spool.ts';

/** Plain values in a temporary file: a blog has more of them than fit in memory. */
export class SpooledValues<T> {
  readonly #spool: Spool;
  #last: { readonly place: Spooled; readonly value: T } | null = null;

  constructor(spool: Spool) {
    this.#spool = spool;
  }

  /** @param value of JSON's kinds only */
  add(value: T): Spooled {
    return this.#spool.add(JSON.stringify(value));
  }

  /** The value; the one that was read last is at hand. */
  read(place: Spooled): T {
    if (this.#last?.place !== place) this.#last = { place, value: JSON.parse(this.#spool.read(place)) as T };
    return this.#last.value;
  }
}
