import { idOf, type JsonMap } from '../fields/json-values.ts';

/**
 * A table that ties posts to others (posts_tags, posts_authors) as lists in their order: `sort_order`, and
 * the order of the rows where it says nothing. Each id once.
 *
 * @param column which holds the id of the other
 */
export function relatedIds(rows: readonly JsonMap[], column: string): ReadonlyMap<string, readonly string[]> {
  const byPost = new Map<string, { id: string; order: number }[]>();
  for (const row of rows) {
    const [post, id] = [idOf(row['post_id']), idOf(row[column])];
    if (post === null || id === null) continue;
    const order = typeof row['sort_order'] === 'number' ? row['sort_order'] : 0;
    const list = byPost.get(post);
    if (list) list.push({ id, order });
    else byPost.set(post, [{ id, order }]);
  }
  return new Map([...byPost].map(([post, list]) => [post, inOrder(list)]));
}

function inOrder(list: readonly { readonly id: string; readonly order: number }[]): string[] {
  return [...new Set(list.toSorted((a, b) => a.order - b.order).map(({ id }) => id))];
}
