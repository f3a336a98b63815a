import type { PageRequest } from '../domain/page.ts';
import type { ListSource } from './list-source.ts';
import { cursorOf } from './list-source.ts';
import type { Envelope } from './list-sql.ts';
import { countSql, pageSql } from './list-sql.ts';
import { read } from './read.ts';
import type { ReadScope } from './scope.ts';

/** A page: rows in order, what makes the cursor of each, and whether the list goes on at either side. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Hashes, so it is for the cursors that are wanted. */
  readonly cursorOf: (row: Row) => string;
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
}

/** A row of a page's statement. */
export type Listed<Row> =
  (Row & Envelope & { readonly listed: true }) | (Envelope & { readonly listed: null });

/** A page of a list without owners. */
export async function readListPage<Row extends object>(
  scope: ReadScope,
  source: ListSource<Row>,
  page: PageRequest,
): Promise<Page<Row>> {
  const rows = await read<Listed<Row>>(scope, pageSql(source, page, null));
  return toPage(source, page, rows);
}

/** How many items a list without owners has. */
export async function readListCount(scope: ReadScope, source: ListSource<object>): Promise<number> {
  const [row] = await read<{ readonly count: number }>(scope, countSql(source, null));
  return row?.count ?? 0;
}

/** What a page's statement gave back under one owner. */
export function toPage<Row extends object>(
  source: ListSource<Row>,
  { size, backward }: PageRequest,
  found: readonly Listed<Row>[],
): Page<Row> {
  const listed = found.filter((row) => row.listed !== null);
  const rows = listed.slice(0, size);
  if (backward) rows.reverse();
  const more = listed.length > size;
  const [first] = found;
  return {
    rows,
    cursorOf: (row) => cursorOf(source, row),
    hasPreviousPage: (first?.beyondAfter ?? false) || (backward && more),
    hasNextPage: (first?.beyondBefore ?? false) || (!backward && more),
  };
}
