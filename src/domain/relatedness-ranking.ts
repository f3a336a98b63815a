import { comparable, nearness, relatedness, relatednessWeights } from './relatedness.ts';
import type { RelatablePost, RelatednessWeights } from './relatedness.ts';
import { Best } from './relatedness-best.ts';
import { CommonTerms, Postings } from './relatedness-postings.ts';
import { noPosts } from './relatedness-statistics.ts';
import type { RelatednessStatistics } from './relatedness-statistics.ts';

/** How many related posts a post has at most. */
export const listLength = 40;

/** Posts that are compared in full with one post, at most; chosen by what their texts share and when they came out. */
const comparedAtMost = 150;

/** A tag or a series with more posts finds no candidates; it counts when they are compared. */
const groupFindsAtMost = 100;

/** The posts of a blog in blocks, of which few are in memory at a time. A post is known by its place in all of them. */
export interface PostBlocks {
  readonly count: number;
  read(block: number): readonly RelatablePost[];
}

/** Orders by score, then the newer, then by id: never by chance. */
export function compareRanked(
  a: { readonly score: number; readonly date: number | null; readonly id: string },
  b: { readonly score: number; readonly date: number | null; readonly id: string },
): number {
  return b.score - a.score || (b.date ?? 0) - (a.date ?? 0) || (a.id < b.id ? 1 : -1);
}

/** Lets others work in between. @param posts that were ranked meanwhile, also parts of one */
export type Rest = (posts: number) => Promise<void>;

/**
 * Ranks the posts of a whole blog against each other, block against block. In memory are some hundred bytes
 * for each post, two blocks, and some twelve bytes for each term of one block. A post is ranked in time
 * bounded by its terms x `findsAtMost`, however large the blog; blocks are read (posts / block)² times.
 */
export class Ranking {
  readonly #blocks: PostBlocks;
  readonly #statistics: RelatednessStatistics;
  readonly #weights: RelatednessWeights;
  readonly #rest: Rest;
  readonly #common: CommonTerms;
  /** The place of the first post of each block. */
  readonly #starts: number[] = [];
  readonly #dates: (number | null)[] = [];
  readonly #places = new Map<string, number>();
  /** Places of the posts of each tag and series. */
  readonly #groups = new Map<string, number[]>();

  private constructor(
    blocks: PostBlocks,
    statistics: RelatednessStatistics,
    rest: Rest,
    weights: RelatednessWeights,
  ) {
    this.#blocks = blocks;
    this.#statistics = statistics;
    this.#rest = rest;
    this.#weights = weights;
    this.#common = new CommonTerms(
      [...statistics.languages.values()].reduce((sum, { posts }) => sum + posts, 0),
    );
  }

  /** Looks at all posts once. */
  static async over(
    blocks: PostBlocks,
    statistics: RelatednessStatistics,
    rest: Rest = () => Promise.resolve(),
    weights: RelatednessWeights = relatednessWeights,
  ): Promise<Ranking> {
    const ranking = new Ranking(blocks, statistics, rest, weights);
    for (let block = 0; block < blocks.count; block += 1) {
      ranking.#starts.push(ranking.#dates.length);
      for (const post of blocks.read(block)) ranking.#add(post);
      await rest(0);
    }
    return ranking;
  }

  #add(post: RelatablePost): void {
    const place = this.#dates.push(post.date) - 1;
    this.#places.set(post.id, place);
    this.#common.add(post.profile);
    for (const name of groupNames(post)) {
      const group = this.#groups.get(name);
      if (group === undefined) this.#groups.set(name, [place]);
      // One more says that there are too many.
      else if (group.length <= groupFindsAtMost) group.push(place);
    }
  }

  placeOf(id: string): number | undefined {
    return this.#places.get(id);
  }

  dateOf(id: string): number | null {
    return this.#dates[this.#places.get(id) ?? -1] ?? null;
  }

  /** Places of the most related posts of each post of a block, the most related first. */
  async rank(block: number): Promise<number[][]> {
    const posts = this.#blocks.read(block);
    const candidates = await this.#candidates(posts, this.#starts[block] ?? 0);
    const found = posts.map(() => new Shortlist());
    await this.visit(posts, candidates, (post, index, other, place) => {
      if (!comparable(post, other)) return;
      const score = this.score(post, other);
      if (score > 0) found[index]?.add({ place, score, date: other.date, id: other.id });
    });
    return found.map((list) => list.take());
  }

  /** How related two posts are. */
  score(post: RelatablePost, other: RelatablePost): number {
    return relatedness(post, other, this.#statistics.languages.get(post.language) ?? noPosts, this.#weights);
  }

  /** Calls back for some posts with those others whose places are named for each. */
  async visit(
    posts: readonly RelatablePost[],
    places: readonly Iterable<number>[],
    see: (post: RelatablePost, index: number, other: RelatablePost, place: number) => void,
  ): Promise<void> {
    for (const [block, start] of this.#starts.entries()) {
      const others = this.#blocks.read(block);
      for (const [index, post] of posts.entries()) {
        for (const place of places[index] ?? []) {
          const other = others[place - start];
          if (other !== undefined) see(post, index, other, place);
        }
      }
      await this.#rest(0);
    }
  }

  async #candidates(posts: readonly RelatablePost[], first: number): Promise<Int32Array[]> {
    const best = posts.map(() => new Best(comparedAtMost));
    for (const [block, start] of this.#starts.entries()) {
      const others = this.#blocks.read(block);
      const postings = new Postings(others.map(({ profile }) => profile));
      for (const [index, post] of posts.entries()) {
        const gapDays = this.#statistics.languages.get(post.language)?.gapDays ?? 0;
        postings.eachSharing(post.profile, this.#common, (at, sum) => {
          const other = others[at];
          if (other && other.id !== post.id)
            best[index]?.add(start + at, sum * (1 + nearness(post, other, gapDays, this.#weights)));
        });
        await this.#rest(1 / this.#starts.length);
      }
    }
    return posts.map((post, index) => {
      const found = new Set([...(best[index]?.places ?? []), ...this.#related(post)]);
      found.delete(first + index);
      return Int32Array.from(found);
    });
  }

  /** Places of posts that share a tag that few have, or a series, and of those that one links to. */
  #related(post: RelatablePost): number[] {
    const groups = groupNames(post)
      .map((name) => this.#groups.get(name) ?? [])
      .filter((group) => group.length <= groupFindsAtMost);
    return [...groups.flat(), ...[...post.linked].flatMap((id) => this.#places.get(id) ?? [])];
  }
}

function groupNames({ tags, series }: RelatablePost): string[] {
  return [...[...tags.keys()].map((id) => `tag ${id}`), ...[...series].map((id) => `series ${id}`)];
}

interface Scored {
  readonly place: number;
  readonly score: number;
  readonly date: number | null;
  readonly id: string;
}

/** The first of a list, found while it is made. */
class Shortlist {
  readonly #list: Scored[] = [];

  add(one: Scored): void {
    this.#list.push(one);
    if (this.#list.length === listLength * 2) this.#cut();
  }

  take(): number[] {
    this.#cut();
    return this.#list.map(({ place }) => place);
  }

  #cut(): void {
    this.#list.sort(compareRanked);
    this.#list.length = Math.min(this.#list.length, listLength);
  }
}
