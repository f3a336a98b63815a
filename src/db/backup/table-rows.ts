import type { Queryable } from '../snapshot.ts';
import type { StoredTable } from './stored-tables.ts';

/** Rows of a page at most. */
const mostRows = 1_000;

/** As stored, compressed, so that a page takes a few times as much; one row may be larger. Bytes. */
const pageBytes = 500_000;

interface Page {
  readonly key: readonly string[];
  readonly row: string;
}

/** Every row of a table as JSON in one line, by its primary key; read a page at a time. */
export async function* tableRows(sql: Queryable, table: StoredTable): AsyncGenerator<string> {
  let after: readonly string[] | null = null;
  for (;;) {
    const { rows }: { rows: Page[] } = await sql.query<Page>(pageSql(table, after !== null), [
      ...(after ?? []),
    ]);
    for (const { row } of rows) yield row;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.key;
  }
}

/**
 * Sizes are added up before a row is read, so that a page of images is one or two of them. The rows are looked
 * up one by one: a join might read the whole table for each page.
 */
function pageSql({ name, columns, key }: StoredTable, further: boolean): string {
  const keys = key.map((column) => column.name);
  const of = (alias: string): string => keys.map((column) => `${alias}.${column}`).join(', ');
  const place = key.map(({ type }, index) => `$${index + 1}::${type}`).join(', ');
  const size = columns.map((column) => `coalesce(pg_column_size(t.${column}), 0)`).join(' + ');
  return `SELECT ARRAY[${keys.map((column) => `p.${column}::text`).join(', ')}] AS "key", r."row"
    FROM (
      SELECT ${of('s')}, sum(s."size") OVER (ORDER BY ${of('s')}) - s."size" AS "before" FROM (
        SELECT ${of('t')}, ${size} AS "size" FROM "${name}" t
        ${further ? `WHERE (${of('t')}) > (${place})` : ''} ORDER BY ${of('t')} LIMIT ${mostRows}
      ) s
    ) p
    CROSS JOIN LATERAL (
      SELECT row_to_json(t)::text AS "row" FROM "${name}" t WHERE (${of('t')}) = (${of('p')}) OFFSET 0
    ) r
    WHERE p."before" < ${pageBytes} ORDER BY ${of('p')}`;
}
