import { comparable, nearness, relatedness, relatednessWeights } from './relatedness.ts';
import type { RelatablePost, RelatednessWeights } from './relatedness.ts';
import { Postings } from './relatedness-postings.ts';
import { noPosts } from './relatedness-statistics.ts';
import type { RelatednessStatistics } from './relatedness-statistics.ts';

/** How many related posts a post has at most. */
export const listLength = 40;

/** Posts that are compared in full with one post, at most; chosen by what their texts share and when they came out. */
const comparedAtMost = 150;

/** A term with more posts finds no candidates; it counts when they are compared. */
const findsAtMost = 1_000;

/** The same of a tag or a series. */
const groupFindsAtMost = 100;

/** A related post, by its place among the posts that are ranked. */
export interface Ranked {
  readonly index: number;
  readonly score: number;
}

/** Orders by score, then the newer, then by id: never by chance. */
export function compareRanked(
  a: { readonly score: number; readonly date: number | null; readonly id: string },
  b: { readonly score: number; readonly date: number | null; readonly id: string },
): number {
  return b.score - a.score || (b.date ?? 0) - (a.date ?? 0) || (a.id < b.id ? 1 : -1);
}

/**
 * Ranks the posts of a whole blog against each other. Memory is some twelve bytes for each term of each
 * post; a post is ranked in time bounded by its terms x `findsAtMost`, however large the blog.
 */
export class Ranking {
  readonly #posts: readonly RelatablePost[];
  readonly #statistics: RelatednessStatistics;
  readonly #weights: RelatednessWeights;
  readonly #postings: Postings;
  readonly #groups: ReadonlyMap<string, readonly number[]>;
  readonly #places: ReadonlyMap<string, number>;
  readonly #sums: Float64Array;

  constructor(
    posts: readonly RelatablePost[],
    statistics: RelatednessStatistics,
    weights: RelatednessWeights = relatednessWeights,
  ) {
    this.#posts = posts;
    this.#statistics = statistics;
    this.#weights = weights;
    this.#postings = new Postings(posts.map(({ profile }) => profile));
    this.#groups = groupsOf(posts);
    this.#places = new Map(posts.map(({ id }, index) => [id, index]));
    this.#sums = new Float64Array(posts.length);
  }

  /** The most related posts of one, the most related first. */
  of(index: number): Ranked[] {
    const post = this.#posts[index];
    if (post === undefined) return [];
    const blog = this.#statistics.languages.get(post.language) ?? noPosts;
    return [...this.#candidates(post, index, blog.gapDays)]
      .map((other) => {
        const candidate = this.#posts[other] ?? post;
        const score = comparable(post, candidate) ? relatedness(post, candidate, blog, this.#weights) : 0;
        return { index: other, score, date: candidate.date, id: candidate.id };
      })
      .filter(({ score }) => score > 0)
      .sort(compareRanked)
      .slice(0, listLength)
      .map(({ index: place, score }) => ({ index: place, score }));
  }

  #candidates(post: RelatablePost, index: number, gapDays: number): Set<number> {
    const sums = this.#sums;
    const touched = this.#postings.gather(post.profile, sums, findsAtMost);
    const best = new Best(comparedAtMost);
    for (const other of touched) {
      const candidate = this.#posts[other];
      if (candidate && other !== index)
        best.add(other, (sums[other] ?? 0) * (1 + nearness(post, candidate, gapDays, this.#weights)));
      sums[other] = 0;
    }
    const found = new Set(best.take());
    for (const name of groupNames(post)) {
      const group = this.#groups.get(name) ?? [];
      if (group.length <= groupFindsAtMost) for (const other of group) found.add(other);
    }
    for (const id of post.linked) {
      const place = this.#places.get(id);
      if (place !== undefined) found.add(place);
    }
    found.delete(index);
    return found;
  }
}

function groupNames({ tags, series }: RelatablePost): string[] {
  return [...[...tags.keys()].map((id) => `tag ${id}`), ...[...series].map((id) => `series ${id}`)];
}

function groupsOf(posts: readonly RelatablePost[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, post] of posts.entries()) {
    for (const name of groupNames(post)) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [index]);
      else group.push(index);
    }
  }
  return groups;
}

/** The best of many, with room for few. */
class Best {
  readonly #most: number;
  #found: { readonly index: number; readonly score: number }[] = [];
  #least = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(index: number, score: number): void {
    if (score <= this.#least) return;
    this.#found.push({ index, score });
    if (this.#found.length >= this.#most * 2) this.#cut();
  }

  take(): number[] {
    this.#cut();
    return this.#found.map(({ index }) => index);
  }

  #cut(): void {
    this.#found.sort((a, b) => b.score - a.score || a.index - b.index);
    this.#found.length = Math.min(this.#found.length, this.#most);
    if (this.#found.length === this.#most) this.#least = this.#found.at(-1)?.score ?? 0;
  }
}
