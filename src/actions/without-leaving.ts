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
  if (leaving.posts.size + leaving.series.size + leaving.resources.size === 0) return blog;
  const goes = (id: string | null): boolean => id !== null && leaving.posts.has(id);
  return {
    ...blog,
    posts: mapValues(without(blog.posts, leaving.posts), (post) =>
      goes(post.supersededById) ? { ...post, supersededById: null } : post,
    ),
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
  const left = new Map(rows);
  for (const id of ids) left.delete(id);
  return left;
}

function mapValues<T>(rows: Map<string, T>, change: (row: T) => T): Map<string, T> {
  for (const [id, row] of rows) rows.set(id, change(row));
  return rows;
}
