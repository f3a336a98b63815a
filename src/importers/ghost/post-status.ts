import { isTrue, textOf, type JsonMap } from '../fields/json-values.ts';
import type { SortName } from './problem-sorts.ts';

/** What becomes of a post here, and what is told of it. */
export interface PostStatus {
  readonly wanted: 'draft' | 'published';
  /** Why it is a draft; null: it is public, now or at its time. */
  readonly because: SortName | null;
}

/**
 * Whether a post is for everybody. Anything but "public" (members, paid, tiers, a filter such as
 * "product:gold") is not, and neither is what went out as a mail only.
 *
 * @param meta the row of posts_meta
 */
export function postStatus(post: JsonMap, meta: JsonMap, publishedAt: Date | null): PostStatus {
  const because = hiddenBecause(post, meta, publishedAt);
  return { wanted: because === null ? 'published' : 'draft', because };
}

function hiddenBecause(post: JsonMap, meta: JsonMap, publishedAt: Date | null): SortName | null {
  const status = textOf(post['status']) ?? 'draft';
  if (status === 'draft') return 'draft';
  if (status === 'sent' || isTrue(meta['email_only']) || isTrue(post['email_only'])) return 'mail';
  if (status !== 'published' && status !== 'scheduled') return 'status';
  // Ghost before 1.0 had no such column. Whatever else is no word does not make a post public.
  const visibility = post['visibility'] ?? 'public';
  if (visibility === 'members' || visibility === 'paid') return visibility;
  if (visibility !== 'public') return 'tiers';
  return status === 'scheduled' && publishedAt === null ? 'no-date' : null;
}

/** A page ("About"), in any version's words. */
export function isPage(post: JsonMap): boolean {
  return post['type'] === 'page' || isTrue(post['page']);
}
