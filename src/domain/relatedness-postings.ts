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
 * post, and nothing for each term of the blog. Plain data.
 */
export interface PostingTable {
  /** How many posts it is of. */
  readonly posts: number;
  /** Where each bucket begins, and where the last one ends; a bucket is what a hash ends in. */
  readonly starts: Int32Array;
  readonly hashes: Int32Array;
  readonly owners: Int32Array;
  readonly weights: Float32Array;
}

/** @param profiles of posts, which are known by their places here */
export function postingTable(profiles: readonly Profile[]): PostingTable {
  const size = profiles.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const starts = startsOf(profiles, Math.min(2 ** Math.floor(Math.log2(size + 2)), buckets));
  const mask = starts.length - 2;
  const [hashes, owners, weights] = [new Int32Array(size), new Int32Array(size), new Float32Array(size)];
  const next = starts.slice();
  for (const [owner, profile] of profiles.entries()) {
    for (let place = 0; place < profile.hashes.length; place += 1) {
      const hash = profile.hashes[place] ?? 0;
      const at = next[hash & mask] ?? 0;
      next[hash & mask] = at + 1;
      hashes[at] = hash;
      owners[at] = owner;
      weights[at] = profile.weights[place] ?? 0;
    }
  }
  return { posts: profiles.length, starts, hashes, owners, weights };
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

/** Finds posts in a table. */
export class Postings {
  readonly #table: PostingTable;
  readonly #sums: Float64Array;

  constructor(table: PostingTable) {
    this.#table = table;
    this.#sums = new Float64Array(table.posts);
  }

  /** Calls back for each post that shares a term with a profile: its place, and the sum of what they share. */
  eachSharing(profile: Profile, common: CommonTerms, found: (place: number, sum: number) => void): void {
    const { starts, hashes, owners, weights } = this.#table;
    const sums = this.#sums;
    const touched: number[] = [];
    for (let place = 0; place < profile.hashes.length; place += 1) {
      const hash = profile.hashes[place] ?? 0;
      const weight = profile.weights[place] ?? 0;
      if (common.has(hash)) continue;
      const bucket = hash & (starts.length - 2);
      const end = starts[bucket + 1] ?? 0;
      for (let at = starts[bucket] ?? 0; at < end; at += 1) {
        if (hashes[at] !== hash) continue;
        const owner = owners[at] ?? 0;
        const sum = sums[owner] ?? 0;
        if (sum === 0) touched.push(owner);
        sums[owner] = sum + weight * (weights[at] ?? 0);
      }
    }
    for (const owner of touched) {
      found(owner, sums[owner] ?? 0);
      sums[owner] = 0;
    }
  }
}
