import type { Profile } from './relatedness-profile.ts';

const mostBuckets = 2 ** 22;

/**
 * Which posts have a term, by its hash: one table of all postings, sorted by bucket. Twelve bytes a term of a
 * post, and nothing for each term of the blog.
 */
export class Postings {
  readonly #mask: number;
  /** Where each bucket begins, and where the last one ends. */
  readonly #starts: Int32Array;
  readonly #hashes: Int32Array;
  readonly #owners: Int32Array;
  readonly #weights: Float32Array;

  /** @param profiles of posts, which are known by their places here */
  constructor(profiles: readonly Profile[]) {
    const size = profiles.reduce((sum, { hashes }) => sum + hashes.length, 0);
    const buckets = Math.min(2 ** Math.ceil(Math.log2(size + 2)), mostBuckets);
    this.#mask = buckets - 1;
    this.#hashes = new Int32Array(size);
    this.#owners = new Int32Array(size);
    this.#weights = new Float32Array(size);
    this.#starts = startsOf(profiles, buckets);
    this.#fill(profiles);
  }

  #fill(profiles: readonly Profile[]): void {
    const next = this.#starts.slice();
    for (const [owner, { hashes, weights }] of profiles.entries()) {
      for (let place = 0; place < hashes.length; place += 1) {
        const hash = hashes[place] ?? 0;
        const bucket = hash & this.#mask;
        const at = next[bucket] ?? 0;
        next[bucket] = at + 1;
        this.#hashes[at] = hash;
        this.#owners[at] = owner;
        this.#weights[at] = weights[place] ?? 0;
      }
    }
  }

  /**
   * Adds up what posts share with a profile.
   *
   * @param sums by place; all zero before
   * @param most postings: a term in more is left out
   * @returns places whose sum is no longer zero
   */
  gather({ hashes, weights }: Profile, sums: Float64Array, most: number): number[] {
    const touched: number[] = [];
    for (let place = 0; place < hashes.length; place += 1) {
      const hash = hashes[place] ?? 0;
      const weight = weights[place] ?? 0;
      const bucket = hash & this.#mask;
      const [start, end] = [this.#starts[bucket] ?? 0, this.#starts[bucket + 1] ?? 0];
      if (end - start > most) continue;
      for (let at = start; at < end; at += 1) {
        if (this.#hashes[at] !== hash) continue;
        const owner = this.#owners[at] ?? 0;
        const sum = sums[owner] ?? 0;
        if (sum === 0) touched.push(owner);
        sums[owner] = sum + weight * (this.#weights[at] ?? 0);
      }
    }
    return touched;
  }
}

function startsOf(profiles: readonly Profile[], buckets: number): Int32Array {
  const starts = new Int32Array(buckets + 1);
  for (const { hashes } of profiles) {
    for (const hash of hashes) {
      const after = (hash & (buckets - 1)) + 1;
      starts[after] = (starts[after] ?? 0) + 1;
    }
  }
  for (let bucket = 1; bucket <= buckets; bucket += 1)
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  return starts;
}
