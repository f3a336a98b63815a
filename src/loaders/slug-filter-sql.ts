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
    ...(any == null ? [] : [linked(link, any)]),
    // One condition a slug: each can use the index that the planner finds the most selective.
    ...(all == null ? [] : [...new Set(all)].map((slug) => linked(link, [slug]))),
    ...(none == null ? [] : [Prisma.sql`not ${linked(link, none)}`]),
  ];
}

function linked({ from, on }: SlugLink, slugs: readonly string[]): Prisma.Sql {
  return Prisma.sql`exists (select 1 from ${from} where ${on} and t."slug" = any(${textsSql(slugs)}))`;
}
