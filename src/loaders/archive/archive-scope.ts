import type { Database } from '../../db/client.ts';
import type { Sight } from '../../domain/visibility.ts';
import type { EntityType } from '../../generated/prisma/client.ts';
import { Prisma } from '../../generated/prisma/client.ts';

/** What is read for an export: one state of a database, by somebody's eyes. */
export interface ArchiveScope {
  readonly db: Database;
  readonly sight: Sight;
}

/** Where a thing came from; null when no import did. */
export type OriginPair = readonly [source: string, key: string] | null;

/** The first origin of a row, as `[source, key]`. */
export function originSql(type: EntityType, alias: string): Prisma.Sql {
  return Prisma.sql`(select json_build_array(o."source", o."key") from "Origin" o
    where o."entityType" = ${Prisma.raw(`'${type}'`)} and o."entityId" = ${Prisma.raw(`${alias}."id"`)}::text
    order by o."source", o."key" limit 1)`;
}

/** The sources of a row. */
export function sourcesSql(type: EntityType, alias: string): Prisma.Sql {
  return Prisma.sql`array(select distinct o."source" from "Origin" o
    where o."entityType" = ${Prisma.raw(`'${type}'`)} and o."entityId" = ${Prisma.raw(`${alias}."id"`)}::text
    order by 1)`;
}

/** The address of the image that a column names. */
export function imageSql(alias: string, column: string): Prisma.Sql {
  return Prisma.sql`(select i."src" from "Image" i where i."id" = ${Prisma.raw(`${alias}."${column}"`)})`;
}

/** Everything, page after page, by ascending id: memory holds one page. */
export async function* pagesById<Row extends { readonly id: string }>(
  read: (after: string, most: number) => Promise<Row[]>,
  most: number,
): AsyncGenerator<Row> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await read(after, most);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < most) return;
    after = last.id;
  }
}
