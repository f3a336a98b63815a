import { columnSql, tableSql } from '../db/column.ts';
import { textsSql, uuidsSql } from '../db/parameters.ts';
import { named } from '../db/read-rows.ts';
import type { Sight } from '../domain/visibility.ts';
import { sightOf } from '../domain/visibility.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Loader } from './loader.ts';
import { defineLoader } from './loader.ts';
import { read } from './read.ts';
import type { ReadScope } from './scope.ts';

/** Which rows of a table are found by what. */
export interface Lookup {
  /** Names the statement, such as tagBySlug. */
  readonly name: string;
  readonly table: string;
  /** Text, or a UUID when it is `id`. */
  readonly column: string;
  /** The rule of db/visible.ts for the table. */
  readonly visible: (sight: Sight, alias: string) => Prisma.Sql;
  /** Which row is meant when several have the same value; needed where the column is not unique. */
  readonly first?: Prisma.Sql;
}

/** A row by one of its columns; null when there is none, or none that the viewer may see. */
export function defineLookup<Row extends object>(lookup: Lookup): Loader<string, Row | null> {
  return defineLoader(async (keys, scope) => {
    const rows = await read<Row & { readonly ofKey: string }>(scope, lookupSql(lookup, keys, scope));
    const byKey = new Map(rows.toReversed().map((row) => [row.ofKey, row]));
    return keys.map((key) => byKey.get(key) ?? null);
  });
}

function lookupSql(
  { name, table, column, visible, first }: Lookup,
  keys: readonly string[],
  scope: ReadScope,
) {
  const by = columnSql('x', column);
  return named(
    name,
    Prisma.sql`select ${by}::text as "ofKey", x.* from ${tableSql(table)} x
where ${by} = any(${column === 'id' ? uuidsSql(keys) : textsSql(keys)}) and ${visible(sightOf(scope.viewer), 'x')}
order by ${first ?? by}`,
  );
}

/**
 * All rows that belong to an owner: few by nature, such as the tags of a post.
 *
 * @param sql gives each row with its owner's id as "ofOwner", in the order they are wanted
 */
export function defineRowsOf<Row extends object>(
  name: string,
  sql: (owners: Prisma.Sql, sight: Sight) => Prisma.Sql,
): Loader<string, readonly Row[]> {
  return defineLoader(async (owners, scope) => {
    const statement = named(name, sql(uuidsSql(owners), sightOf(scope.viewer)));
    const rows = await read<Row & { readonly ofOwner: string }>(scope, statement);
    const byOwner = Map.groupBy(rows, ({ ofOwner }) => ofOwner);
    return owners.map((owner) => byOwner.get(owner) ?? []);
  });
}
