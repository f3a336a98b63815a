import type { ById, StoredBlog } from './stored-blog.ts';

/** Ids of what an import removes. */
export interface Leaving {
  readonly posts: ReadonlySet<string>;
  readonly series: ReadonlySet<string>;
  readonly resources: ReadonlySet<string>;
}

/**
 * What is stored as it will be when everything that leaves is gone, with what the database does to rows that
 * refer to it. Plans compare with this: a new post may get the id of one that leaves, and an import that was
 * killed after the removal finds the same.
 */
export function withoutLeaving(blog: StoredBlog, leaving: Leaving): StoredBlog {
  const goes = (id: string | null): boolean => id !== null && leaving.posts.has(id);
  return {
    ...blog,
    posts: mapValues(without(blog.posts, leaving.posts), (post) => ({
      ...post,
      supersededById: goes(post.supersededById) ? null : post.supersededById,
    })),
    series: mapValues(without(blog.series, leaving.series), (series) => ({
      ...series,
      parts: series.parts.map((part) => ({ ...part, postId: goes(part.postId) ? null : part.postId })),
    })),
    resources: without(blog.resources, leaving.resources),
    picks: mapValues(without(blog.picks, leaving.posts), (picks) =>
      picks.filter(({ relatedId }) => !goes(relatedId)),
    ),
  };
}

function without<T>(rows: ById<T>, ids: ReadonlySet<string>): Map<string, T> {
  return new Map([...rows].filter(([id]) => !ids.has(id)));
}

function mapValues<T, U>(rows: ById<T>, change: (row: T) => U): Map<string, U> {
  return new Map([...rows].map(([id, row]) => [id, change(row)] as const));
}
