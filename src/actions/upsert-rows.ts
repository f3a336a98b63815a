import type { WriteTransaction } from '../db/change-log.ts';
import { Prisma } from '../generated/prisma/client.ts';

/** Tables that the actions write in bulk. */
export type Table = Exclude<Prisma.ModelName, 'Change'>;

/** A row by its column names; dates as `Date`. All rows of a call name the same columns. */
export type Row = Readonly<Record<string, unknown>>;

export interface UpsertOptions {
  /** The columns that say which row it is; the last of them is given back. Default `id`. */
  readonly key?: readonly string[];
  /** Columns that keep the value they have, once they have one. */
  readonly keep?: readonly string[];
}

/** Rows of a statement: a text of all that a large import has to say would be more than memory has room for. */
export const rowsAtOnce = 1_000;

/**
 * Inserts rows, or updates them where they differ, a thousand in a statement whose only parameter is a JSON text:
 * the table itself says how each value is read.
 *
 * @returns keys of the rows that were written; a row that was so already is not among them
 */
export async function upsertRows(
  tx: WriteTransaction,
  table: Table,
  rows: readonly Row[],
  options: UpsertOptions = {},
): Promise<Set<string>> {
  const keys = new Set<string>();
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    for (const key of await upsertSome(tx, table, rows.slice(from, from + rowsAtOnce), options))
      keys.add(key);
  return keys;
}

async function upsertSome(
  tx: WriteTransaction,
  table: Table,
  rows: readonly Row[],
  { key = ['id'], keep = [] }: UpsertOptions,
): Promise<string[]> {
  const [first = {}] = rows;
  const columns = Object.keys(first);
  const others = columns.filter((name) => !key.includes(name));
  const compared = others.filter((name) => !keep.includes(name));
  const set = others.map((name) =>
    keep.includes(name)
      ? `"${name}" = coalesce(stored."${name}", excluded."${name}")`
      : `"${name}" = excluded."${name}"`,
  );
  const written = await tx.prisma.$queryRaw<{ key: string }[]>`
    insert into ${Prisma.raw(`"${table}" as stored (${list('', columns)})`)}
    select ${Prisma.raw(list('', columns))} from ${recordset(table, rows)}
    on conflict (${Prisma.raw(list('', key))}) do update set ${Prisma.raw(set.join(', '))}
    where (${Prisma.raw(list('stored.', compared))}) is distinct from (${Prisma.raw(list('excluded.', compared))})
    returning ${Prisma.raw(list('stored.', key.slice(-1)))}::text as "key"`;
  return written.map((row) => row.key);
}

/** `"a", "b"`; the names are columns of ours. */
function list(prefix: string, names: readonly string[]): string {
  return names.map((name) => `${prefix}"${name}"`).join(', ');
}

/** Rows of a table from JSON, typed as the table is. */
export function recordset(table: Table, rows: readonly Row[]): Prisma.Sql {
  return Prisma.sql`json_populate_recordset(${Prisma.raw(`null::"${table}"`)}, ${JSON.stringify(rows)}::json)`;
}
