import type { WxrItem } from '../export/wxr-item.ts';
import type { SortName } from './problem-sorts.ts';

/** What becomes of a post here, and what is told of it. */
export interface PostStatus {
  readonly wanted: 'draft' | 'published';
  /** Why it is a draft; null: it is public, now or at its time. */
  readonly because: SortName | null;
}

const hidden: Readonly<Record<string, SortName>> = {
  draft: 'draft',
  pending: 'pending',
  private: 'private',
};

/**
 * Whether a post is for everybody: published, or to be at its time, and without a password. A status that no
 * WordPress has by itself (plugins add "pitch", "archived", …) does not make a post public.
 */
export function postStatus({ status, isProtected, publishedAt }: WxrItem): PostStatus {
  const because = hiddenBecause(status, isProtected, publishedAt);
  return { wanted: because === null ? 'published' : 'draft', because };
}

function hiddenBecause(status: string, isProtected: boolean, publishedAt: number | null): SortName | null {
  if (status !== 'publish' && status !== 'future')
    return Object.hasOwn(hidden, status) ? (hidden[status] ?? null) : 'status';
  if (isProtected) return 'protected';
  return status === 'future' && publishedAt === null ? 'no-date' : null;
}
