import { likeness } from './relatedness-profile.ts';
import type { Profile } from './relatedness-profile.ts';
import type { LanguageStatistics } from './relatedness-statistics.ts';

/** A post as it is compared with others. */
export interface RelatablePost {
  readonly id: string;
  readonly language: string;
  /** Posts that share it say the same in two languages. */
  readonly translationKey: string | null;
  /** When it came out, in milliseconds; null: it has no date. */
  readonly date: number | null;
  /** Its tags with how rare each is. */
  readonly tags: ReadonlyMap<string, number>;
  /** Its authors, without those who write so much of the blog that they say nothing. */
  readonly authors: ReadonlySet<string>;
  readonly series: ReadonlySet<string>;
  /** Posts that it links to, or that link to it. */
  readonly linked: ReadonlySet<string>;
  readonly profile: Profile;
}

/** What each signal does to a score. */
export interface RelatednessWeights {
  /** Nearness in time: by how much it lifts what two posts of one day have in common, and the days to half of it. */
  readonly nearDays: { readonly lift: number; readonly half: number };
  /** The same, counted in posts of the blog's own pace. */
  readonly nearPosts: { readonly lift: number; readonly half: number };
  readonly authors: { readonly lift: number };
  /**
   * Shared tags lift what the texts say, and count a little by themselves: the more, the fewer posts there are
   * to tell a telling word from one that two posts share by chance. `few` is what is added in the smallest blog,
   * and the posts of a blog in which it is half.
   */
  readonly tags: {
    readonly lift: number;
    readonly alone: number;
    readonly few: { readonly alone: number; readonly half: number };
  };
  /** Added for posts of one series, and where one links to the other: somebody said that they belong together. */
  readonly series: { readonly alone: number };
  readonly links: { readonly alone: number };
}

export const relatednessWeights: RelatednessWeights = {
  nearDays: { lift: 1, half: 100 },
  nearPosts: { lift: 1, half: 5 },
  authors: { lift: 0.2 },
  tags: { lift: 0.2, alone: 0.01, few: { alone: 0.2, half: 20 } },
  series: { alone: 0.1 },
  links: { alone: 0.2 },
};

/** How rare a tag is: the logarithm of 1 + posts / posts with it. */
export function tagRarity(posts: number, withTag: number): number {
  return Math.log(1 + posts / Math.max(withTag, 1));
}

/** Whether one may be recommended to readers of the other; an editor's pick always may. */
export function comparable(a: RelatablePost, b: RelatablePost): boolean {
  const translation = a.translationKey !== null && a.translationKey === b.translationKey;
  return a.id !== b.id && a.language === b.language && !translation;
}

/**
 * How related two posts are; 0 when they have nothing in common. The same from either side.
 *
 * @param blog the posts in their language
 */
export function relatedness(
  a: RelatablePost,
  b: RelatablePost,
  blog: LanguageStatistics,
  weights: RelatednessWeights = relatednessWeights,
): number {
  const tags = cosine(a.tags, b.tags);
  const { alone, few } = weights.tags;
  const topics = (alone + few.alone / (1 + (blog.posts / few.half) ** 2)) * tags;
  const text = likeness(a.profile, b.profile) + topics;
  const lift = 1 + nearness(a, b, blog.gapDays, weights);
  const authors = 1 + weights.authors.lift * overlap(a.authors, b.authors);
  const score =
    text * lift * authors * (1 + weights.tags.lift * tags) +
    (shares(a.series, b.series) ? weights.series.alone : 0) +
    (a.linked.has(b.id) || b.linked.has(a.id) ? weights.links.alone : 0);
  // Six digits: enough to order by, and the same text in JSON everywhere.
  return Math.round(score * 1e6) / 1e6;
}

const dayMs = 86_400_000;

/**
 * By how much the time between two posts lifts what they have in common.
 *
 * @param gapDays days between two posts of the blog, on average
 */
export function nearness(
  a: Pick<RelatablePost, 'date'>,
  b: Pick<RelatablePost, 'date'>,
  gapDays: number,
  { nearDays, nearPosts }: RelatednessWeights = relatednessWeights,
): number {
  if (a.date === null || b.date === null) return 0;
  const days = Math.abs(a.date - b.date) / dayMs;
  const byDays = nearDays.lift / (1 + days / nearDays.half);
  return byDays + (gapDays > 0 ? nearPosts.lift / (1 + days / gapDays / nearPosts.half) : 0);
}

/** Whether two sets meet. */
export function shares(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const one of a) if (b.has(one)) return true;
  return false;
}

/** The tags that two posts share, the rarest first. */
export function sharedTags(a: RelatablePost, b: RelatablePost): string[] {
  return [...a.tags]
    .filter(([tag]) => b.tags.has(tag))
    .sort(([x, rareX], [y, rareY]) => rareY - rareX || (x < y ? -1 : 1))
    .map(([tag]) => tag);
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const one of a) if (b.has(one)) common += 1;
  return common / Math.sqrt(a.size * b.size);
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const common = [...a.keys()].filter((key) => b.has(key));
  if (common.length === 0) return 0;
  // By name, so that the sum is the same from either side and in any order.
  common.sort();
  const sum = common.reduce((total, key) => total + (a.get(key) ?? 0) * (b.get(key) ?? 0), 0);
  return sum / Math.sqrt(squares(a) * squares(b));
}

/** Sums of squares, kept: a post is compared with many. */
const known = new WeakMap<ReadonlyMap<string, number>, number>();

function squares(weights: ReadonlyMap<string, number>): number {
  const before = known.get(weights);
  if (before !== undefined) return before;
  const sum = [...weights.values()].sort((a, b) => a - b).reduce((total, weight) => total + weight ** 2, 0);
  known.set(weights, sum);
  return sum;
}
