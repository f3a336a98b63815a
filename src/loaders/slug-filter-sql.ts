import { textsSql } from '../db/parameters.ts';
import type { SlugFilter } from '../domain/post-filter.ts';
import { Prisma } from '../generated/prisma/client.ts';

/** A link from an item to things with slugs: FROM with alias `f` for the link and `t` for the thing. */
export interface SlugLink {
  readonly from: Prisma.Sql;
  /** The link belongs to the item. */
  readonly on: Prisma.Sql;
}

/** The conditions of a slug filter. An empty `any` is met by nothing, an empty `all` or `none` by everything. */
export function slugFilterSql({ any, all, none }: SlugFilter, link: SlugLink): Prisma.Sql[] {
  return [
    ...(any == null ? [] : [linked(link, textsSql(any))]),
    ...(all == null ? [] : eachSql(all, (slugs) => linked(link, slugs))),
    ...(none == null ? [] : [Prisma.sql`not ${linked(link, textsSql(none))}`]),
  ];
}

function linked({ from, on }: SlugLink, slugs: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`exists (select 1 from ${from} where ${on} and t."slug" = any(${slugs}))`;
}

/** More would be planned for seconds: each is a join, and the time to plan them grows with their cube. */
const joined = 2;

/**
 * Conditions that hold when each of the names meets one. The first names have a condition each, so that the
 * planner may begin with the most selective; how many of the others are met is counted.
 *
 * @param meets the condition that one of a list of texts must meet
 */
export function eachSql(names: readonly string[], meets: (list: Prisma.Sql) => Prisma.Sql): Prisma.Sql[] {
  const distinct = [...new Set(names)];
  const conditions = distinct.slice(0, joined).map((name) => meets(textsSql([name])));
  const others = distinct.slice(joined);
  if (others.length > 0) {
    conditions.push(Prisma.sql`(select count(*) from unnest(${textsSql(others)}) as wanted("name")
      where ${meets(Prisma.sql`array[wanted."name"]`)}) = ${others.length}::integer`);
  }
  return conditions;
}
