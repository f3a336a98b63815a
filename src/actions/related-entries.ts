import { sharedTags, shares } from '../domain/relatedness.ts';
import type { RelatablePost } from '../domain/relatedness.ts';
import { sharedTerms } from '../domain/relatedness-profile.ts';
import { compareRanked, listLength } from '../domain/relatedness-shortlist.ts';

/** Terms that a reason names at most. */
const termsNamed = 5;

/** A related post as it stands in a stored list, with what makes it one. */
export interface RelatedEntry {
  readonly id: string;
  readonly score: number;
  /** Ids of the tags they share, the rarest first. */
  readonly tags: readonly string[];
  /** Terms that say most of what they share, the strongest first. */
  readonly terms: readonly string[];
  /** They are parts of one series. */
  readonly series: boolean;
  /** One links to the other. */
  readonly linked: boolean;
}

/**
 * How one post is related to another.
 *
 * @param post with its terms, unless `termsOf` has them
 * @param score by `relatedness`
 */
export function relatedEntry(
  post: RelatablePost,
  other: RelatablePost,
  score: number,
  termsOf: RelatablePost = post,
): RelatedEntry {
  const partner = termsOf === post ? other : post;
  return {
    id: other.id,
    score,
    tags: sharedTags(post, other),
    terms: sharedTerms(termsOf.profile, partner.profile, termsNamed),
    series: shares(post.series, other.series),
    linked: post.linked.has(other.id) || other.linked.has(post.id),
  };
}

/**
 * A list in its order, cut to its length; picks stay whatever their score is, since their reasons are shown.
 *
 * @param dateOf of a post by its id
 */
export function orderedEntries(
  entries: readonly RelatedEntry[],
  picks: ReadonlySet<string>,
  dateOf: (id: string) => number | null,
): RelatedEntry[] {
  return entries
    .map((entry) => ({ entry, id: entry.id, score: entry.score, date: dateOf(entry.id) }))
    .sort(compareRanked)
    .filter(({ id }, index) => index < listLength || picks.has(id))
    .map(({ entry }) => entry);
}

/** The row of a list. */
export function listRow(postId: string, entries: readonly RelatedEntry[]) {
  return { postId, relatedIds: entries.map(({ id }) => id), entries };
}
