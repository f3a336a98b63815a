import type { Profile } from './relatedness-profile.ts';

/** A term with more posts finds no candidates; it counts when they are compared. */
const findsAtMost = 1_000;

const buckets = 2 ** 22;

/**
 * Which terms are too common to find posts by. A table of fixed size (8 MB) that terms share by their hash, so
 * that memory is bounded however many words a blog has; a blog too small for a common term has none.
 */
export class CommonTerms {
  readonly #counts: Uint16Array | null;

  /** @param posts of the blog */
  constructor(posts: number) {
    this.#counts = posts > findsAtMost ? new Uint16Array(buckets) : null;
  }

  add({ hashes }: Profile): void {
    if (this.#counts === null) return;
    for (const hash of hashes) {
      const bucket = hash & (buckets - 1);
      const count = this.#counts[bucket] ?? 0;
      if (count <= findsAtMost) this.#counts[bucket] = count + 1;
    }
  }

  has(hash: number): boolean {
    return this.#counts !== null && (this.#counts[hash & (buckets - 1)] ?? 0) > findsAtMost;
  }
}

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
  readonly #sums: Float64Array;

  /** @param profiles of posts, which are known by their places here */
  constructor(profiles: readonly Profile[]) {
    const size = profiles.reduce((sum, { hashes }) => sum + hashes.length, 0);
    const wanted = Math.min(2 ** Math.ceil(Math.log2(size + 2)), buckets);
    this.#mask = wanted - 1;
    this.#hashes = new Int32Array(size);
    this.#owners = new Int32Array(size);
    this.#weights = new Float32Array(size);
    this.#sums = new Float64Array(profiles.length);
    this.#starts = startsOf(profiles, wanted);
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

  /** Calls back for each post that shares a term with a profile: its place, and the sum of what they share. */
  eachSharing(
    { hashes, weights }: Profile,
    common: CommonTerms,
    found: (place: number, sum: number) => void,
  ): void {
    const sums = this.#sums;
    const touched: number[] = [];
    for (let place = 0; place < hashes.length; place += 1) {
      const hash = hashes[place] ?? 0;
      const weight = weights[place] ?? 0;
      if (common.has(hash)) continue;
      const bucket = hash & this.#mask;
      const end = this.#starts[bucket + 1] ?? 0;
      for (let at = this.#starts[bucket] ?? 0; at < end; at += 1) {
        if (this.#hashes[at] !== hash) continue;
        const owner = this.#owners[at] ?? 0;
        const sum = sums[owner] ?? 0;
        if (sum === 0) touched.push(owner);
        sums[owner] = sum + weight * (this.#weights[at] ?? 0);
      }
    }
    for (const owner of touched) {
      found(owner, sums[owner] ?? 0);
      sums[owner] = 0;
    }
  }
}

function startsOf(profiles: readonly Profile[], wanted: number): Int32Array {
  const starts = new Int32Array(wanted + 1);
  for (const { hashes } of profiles) {
    for (const hash of hashes) {
      const after = (hash & (wanted - 1)) + 1;
      starts[after] = (starts[after] ?? 0) + 1;
    }
  }
  for (let bucket = 1; bucket <= wanted; bucket += 1)
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  return starts;
}
