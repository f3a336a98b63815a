/** How posts of one language are spread. */
export interface LanguageStatistics {
  readonly posts: number;
  /** Days between one post and the next, on average; 0 when that cannot be said. */
  readonly gapDays: number;
}

/** Of a language that has no posts. */
export const noPosts: LanguageStatistics = { posts: 0, gapDays: 0 };

/** What the weights of terms are measured against: the public posts of a blog, as they were when it was counted. */
export interface RelatednessStatistics {
  readonly counts: TermCounts;
  readonly languages: ReadonlyMap<string, LanguageStatistics>;
}

const fewestBuckets = 2 ** 12;
const mostBuckets = 2 ** 21;

/**
 * In how many posts a term stands. A table of fixed size that terms share by their hash, so that memory is
 * bounded (4 MB) however many words a blog has; that two meet makes a rare one look a little less rare.
 */
export class TermCounts {
  readonly #buckets: Uint16Array;

  constructor(buckets: Uint16Array) {
    this.#buckets = buckets;
  }

  /** An empty table for so many posts. */
  static for(posts: number): TermCounts {
    const wanted = 2 ** Math.ceil(Math.log2(Math.max(posts, 1) * 1024));
    return new TermCounts(new Uint16Array(Math.min(Math.max(wanted, fewestBuckets), mostBuckets)));
  }

  /** Takes up the distinct terms of one more post. */
  add(hashes: Int32Array): void {
    const buckets = this.#buckets;
    const mask = buckets.length - 1;
    for (const hash of hashes) {
      const bucket = hash & mask;
      const count = buckets[bucket] ?? 0;
      // Full is full: a term in so many posts says nothing anyway.
      if (count < 0xffff) buckets[bucket] = count + 1;
    }
  }

  of(hash: number): number {
    return this.#buckets[hash & (this.#buckets.length - 1)] ?? 0;
  }

  /** Little-endian 16-bit counts. */
  toBytes(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.#buckets.slice().buffer);
    return isLittleEndian ? bytes : swapped(bytes);
  }

  static fromBytes(bytes: Uint8Array): TermCounts {
    // A copy, aligned to its elements.
    const copy = Uint8Array.from(bytes);
    return new TermCounts(new Uint16Array((isLittleEndian ? copy : swapped(copy)).buffer));
  }
}

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

function swapped(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return bytes.map((_, index) => bytes[index ^ 1] ?? 0);
}

const dayMs = 86_400_000;

/** @param dates of the posts of a language, in milliseconds; null: it has none */
export function languageStatistics(dates: readonly (number | null)[]): LanguageStatistics {
  const known = dates.filter((date) => date !== null);
  const oldest = known.reduce((a, b) => Math.min(a, b), Infinity);
  const newest = known.reduce((a, b) => Math.max(a, b), -Infinity);
  const gapDays = known.length < 2 ? 0 : (newest - oldest) / dayMs / (known.length - 1);
  return { posts: dates.length, gapDays };
}
