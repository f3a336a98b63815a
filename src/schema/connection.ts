import { builder } from '../builder.ts';
import type { PageRequest } from '../domain/page.ts';
import type { ChildList, ListRequest } from '../loaders/child-list.ts';
import type { Page } from '../loaders/list.ts';
import { readListCount, readListPage } from '../loaders/list.ts';
import type { ListSource } from '../loaders/list-source.ts';
import { load } from '../loaders/loader.ts';
import type { ReadScope } from '../loaders/scope.ts';

// On every connection, whatever it holds.
builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'How many items the whole list has, with its filter. Counted only when asked for.',
    complexity: 2,
    resolve: ({ totalCount }) => totalCount(),
  }),
);

/** A page of a list, as the connection types want it. */
export async function listConnection<Row extends object>(
  scope: ReadScope,
  source: ListSource<Row>,
  page: PageRequest,
) {
  const rows = await readListPage(scope, source, page);
  return connectionOf(rows, () => readListCount(scope, source));
}

/** The same of a list under an owner, whose row id it is; all owners of a level are read at once. */
export async function childConnection<Request extends ListRequest, Row>(
  scope: ReadScope,
  list: ChildList<Request, Row>,
  owner: string,
  request: Request,
) {
  const page = await load(scope, list.pages, { owner, request });
  return connectionOf(page, () => load(scope, list.counts, { owner, request }));
}

/** The same of a page that was read already. */
export function connectionOf<Row>(page: Page<Row>, totalCount: () => Promise<number>) {
  const { rows, cursorOf, hasNextPage, hasPreviousPage } = page;
  const of = (row: Row | undefined): string | null => (row === undefined ? null : cursorOf(row));
  return {
    edges: rows.map((node) => ({
      node,
      get cursor() {
        return cursorOf(node);
      },
    })),
    pageInfo: { hasNextPage, hasPreviousPage, startCursor: of(rows[0]), endCursor: of(rows.at(-1)) },
    totalCount,
  };
}
