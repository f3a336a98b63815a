import { isMap, listOf, type JsonMap } from '../fields/json-values.ts';

/** Rows of a table that stand within posts, and the ties to these. */
export interface NestedRows {
  readonly rows: readonly JsonMap[];
  readonly ties: readonly JsonMap[];
}

/**
 * What posts hold themselves, in its order: Ghost's API, and tools that save what it says, write tags and authors so.
 *
 * @param column of the post
 * @param name of the id in the table of ties
 */
export function nestedRows(posts: readonly JsonMap[], column: string, name: string): NestedRows {
  const nested = posts.flatMap((post) =>
    listOf(post[column])
      .filter(isMap)
      .map((row, order) => ({ row, tie: { post_id: post['id'], [name]: row['id'], sort_order: order } })),
  );
  return { rows: nested.map(({ row }) => row), ties: nested.map(({ tie }) => tie) };
}
