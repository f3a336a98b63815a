import { glance, part } from './long-list.ts';
import type { LongList } from './long-list.ts';
import { comparable, nearness, relatedness, relatednessWeights } from './relatedness.ts';
import type { RelatablePost, RelatednessWeights } from './relatedness.ts';
import { Best } from './relatedness-best.ts';
import { CommonTerms, Postings, postingTable } from './relatedness-postings.ts';
import type { PostingTable } from './relatedness-postings.ts';
import { Shortlist } from './relatedness-shortlist.ts';
import { noPosts } from './relatedness-statistics.ts';
import type { RelatednessStatistics } from './relatedness-statistics.ts';

/** Posts that are compared in full with one post, at most; chosen by what their texts share and when they came out. */
const comparedAtMost = 150;

/** A tag or a series with more posts finds no candidates; it counts when they are compared. */
const groupFindsAtMost = 100;

/** Lets others work in between. @param posts that were ranked meanwhile, also parts of one */
export type Rest = (posts: number) => Promise<void>;

/** How a blog is ranked. */
export interface RankingOptions {
  /** Posts of a table of postings. */
  readonly blockSize?: number;
  /** Where these tables are to lie. */
  readonly tables?: LongList<PostingTable>;
  readonly rest?: Rest;
  readonly weights?: RelatednessWeights;
}

/**
 * Ranks the posts of a whole blog against each other. A post is known by its place in the list of them.
 *
 * In memory are some hundred bytes for each post, those that are ranked, and one table. Candidates of a post are
 * found in time bounded by its terms x `findsAtMost`, however large the blog; tables are read once for each
 * block of posts that are ranked, other posts where one of a block is compared with them.
 */
export class Ranking {
  readonly #posts: LongList<RelatablePost>;
  readonly #statistics: RelatednessStatistics;
  readonly #blockSize: number;
  readonly #tables: LongList<PostingTable>;
  readonly #rest: Rest;
  readonly #weights: RelatednessWeights;
  readonly #common: CommonTerms;
  readonly #dates: (number | null)[] = [];
  readonly #places = new Map<string, number>();
  /** Places of the posts of each tag and series. */
  readonly #groups = new Map<string, number[]>();

  private constructor(
    posts: LongList<RelatablePost>,
    statistics: RelatednessStatistics,
    { blockSize = Infinity, tables = [], rest = () => Promise.resolve(), weights }: RankingOptions,
  ) {
    this.#posts = posts;
    this.#statistics = statistics;
    this.#blockSize = Math.min(blockSize, posts.length);
    this.#tables = tables;
    this.#rest = rest;
    this.#weights = weights ?? relatednessWeights;
    this.#common = new CommonTerms(posts.length);
  }

  /** Looks at all posts once. */
  static async over(
    posts: LongList<RelatablePost>,
    statistics: RelatednessStatistics,
    options: RankingOptions = {},
  ): Promise<Ranking> {
    const ranking = new Ranking(posts, statistics, options);
    for (let start = 0; start < posts.length; start += ranking.#blockSize) {
      const block = part(posts, start, ranking.#blockSize);
      for (const post of block) ranking.#add(post);
      ranking.#tables.push(postingTable(block.map(({ profile }) => profile)));
      await ranking.#rest(0);
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

  /**
   * Places of the most related posts of each post of a block, the most related first.
   *
   * @param start the place of the first of them
   */
  async rank(posts: readonly RelatablePost[], start: number): Promise<number[][]> {
    const candidates = await this.#candidates(posts, start);
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

  /** Calls back for some posts with those others whose places are named for each, to look at; each is read once. */
  async visit(
    posts: readonly RelatablePost[],
    places: readonly Iterable<number>[],
    see: (post: RelatablePost, index: number, other: RelatablePost, place: number) => void,
  ): Promise<void> {
    const wantedBy = new Map<number, number[]>();
    for (const [index, some] of places.entries()) {
      for (const place of some) {
        const before = wantedBy.get(place);
        if (before === undefined) wantedBy.set(place, [index]);
        else before.push(index);
      }
    }
    for (const [place, indices] of wantedBy) {
      const other = glance(this.#posts, place);
      for (const index of indices) {
        const post = posts[index];
        if (post && other) see(post, index, other, place);
      }
      await this.#rest(0);
    }
  }

  async #candidates(posts: readonly RelatablePost[], first: number): Promise<Int32Array[]> {
    const best = posts.map(() => new Best(comparedAtMost));
    for (let number = 0; number < this.#tables.length; number += 1) {
      const table = glance(this.#tables, number);
      if (table === undefined) continue;
      const postings = new Postings(table);
      const start = number * this.#blockSize;
      for (const [index, post] of posts.entries()) {
        const gapDays = this.#statistics.languages.get(post.language)?.gapDays ?? 0;
        postings.eachSharing(post.profile, this.#common, (at, sum) => {
          const date = this.#dates[start + at] ?? null;
          if (start + at !== first + index)
            best[index]?.add(start + at, sum * (1 + nearness(post, { date }, gapDays, this.#weights)));
        });
        await this.#rest(1 / this.#tables.length);
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
