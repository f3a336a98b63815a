import { aliasSql } from '../db/column.ts';
import { named } from '../db/read-rows.ts';
import {
  visibleAuthor,
  visibleCategory,
  visiblePost,
  visibleResource,
  visibleSeries,
  visibleTag,
} from '../db/visible.ts';
import type { Sight } from '../domain/visibility.ts';
import { sightOf } from '../domain/visibility.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { read } from './read.ts';
import type { ReadScope } from './scope.ts';
import { loadSiteOrigin } from './site.ts';

/** A page of the site. */
export interface SitemapEntry {
  readonly path: string;
  /** When it last changed; null when nobody can say. */
  readonly changed: Date | null;
  /** The same page in each of its languages, itself included; null when there is no other. */
  readonly languages: readonly { readonly language: string; readonly path: string }[] | null;
}

/** Where a part of the sitemap begins: the sort of page, and the id of its first. */
export interface SitemapPlace {
  readonly sort: number;
  readonly id: string;
}

/** The parts of a sitemap, and how many pages they have together. */
export interface SitemapPlaces {
  readonly places: readonly SitemapPlace[];
  readonly total: number;
}

/** A sort of page: which rows `x` of a table it has, and what is told of each. */
interface Sort {
  readonly table: Prisma.Sql;
  readonly where: (sight: Sight, origin: string) => Prisma.Sql;
  readonly changed: (sight: Sight) => Prisma.Sql;
}

/** Dates that stand for none are left out. */
const dated = (date: Prisma.Sql) => () => Prisma.sql`nullif(${date}, 'epoch'::timestamptz)`;

/** When the newest post under a link came out. */
const newest =
  (link: Prisma.Sql) => (sight: Sight) => Prisma.sql`(select nullif(j."sortDate", 'epoch'::timestamptz)
    from ${link} join "Post" p on p."id" = j."postId" and ${visiblePost(sight, 'p')} order by j."sortDate" desc limit 1)`;

/** A post that may be found here: its author does not object, and names no other site's page as the right one. */
function findablePost(sight: Sight, origin: string, alias: 'x' | 'p'): Prisma.Sql {
  const post = aliasSql(alias);
  return Prisma.sql`${visiblePost(sight, alias)} and not ${post}."noIndex" and (${post}."canonicalUrl" is null
    or starts_with(lower(${post}."canonicalUrl") || '/', ${`${origin.toLowerCase()}/`}::text))`;
}

const sorts: readonly Sort[] = [
  {
    table: Prisma.sql`"Post"`,
    where: (sight, origin) => findablePost(sight, origin, 'x'),
    changed: dated(Prisma.sql`greatest(x."sortUpdated", x."sortDate")`),
  },
  {
    table: Prisma.sql`"Series"`,
    where: (sight) => visibleSeries(sight, 'x'),
    changed: dated(Prisma.sql`x."sortDate"`),
  },
  {
    table: Prisma.sql`"Category"`,
    where: (sight) => visibleCategory(sight, 'x'),
    changed: newest(Prisma.sql`(select * from "PostCategory" l where l."categoryId" = x."id") j`),
  },
  {
    table: Prisma.sql`"Tag"`,
    where: (sight) => visibleTag(sight, 'x'),
    changed: newest(Prisma.sql`(select * from "PostTag" l where l."tagId" = x."id") j`),
  },
  {
    table: Prisma.sql`"Author"`,
    where: (sight) => visibleAuthor(sight, 'x'),
    changed: newest(Prisma.sql`(select * from "PostAuthor" l where l."authorId" = x."id") j`),
  },
  {
    table: Prisma.sql`"Resource"`,
    where: (sight) => visibleResource(sight, 'x'),
    changed: () => Prisma.sql`null::timestamptz`,
  },
];

/** Where each part begins, when every part but the last has `size` pages: all pages in the order of their ids. */
export async function readSitemapPlaces(scope: ReadScope, size: number): Promise<SitemapPlaces> {
  const sight = sightOf(scope.viewer);
  const origin = await readOrigin(scope);
  const pages = sorts.map(
    ({ table, where }, sort) =>
      Prisma.sql`select ${sort}::integer as "sort", x."id" from ${table} x where ${where(sight, origin)}`,
  );
  const rows = await read<SitemapPlace & { readonly total: number }>(
    scope,
    named(
      'sitemapPlaces',
      Prisma.sql`select r."sort", r."id"::text, r."total"::integer from (
  select u."sort", u."id", row_number() over (order by u."sort", u."id") as "number", count(*) over () as "total"
  from (${Prisma.join(pages, ' union all ')}) u
) r where (r."number" - 1) % ${size}::integer = 0 order by r."number"`,
    ),
  );
  return { places: rows.map(({ sort, id }) => ({ sort, id })), total: rows[0]?.total ?? 0 };
}

/**
 * The pages from one place up to the next: a walk over the ids of each sort.
 *
 * @param until null: to the end
 */
export async function readSitemapPart(
  scope: ReadScope,
  from: SitemapPlace,
  until: SitemapPlace | null,
): Promise<SitemapEntry[]> {
  const sight = sightOf(scope.viewer);
  const origin = await readOrigin(scope);
  const last = until?.sort ?? sorts.length - 1;
  const walks = sorts.flatMap((sort, index) =>
    index < from.sort || index > last
      ? []
      : [
          walkSql(sort, index, [sight, origin], {
            from: index === from.sort ? from.id : null,
            until: index === until?.sort ? until.id : null,
          }),
        ],
  );
  return read(
    scope,
    named('sitemapPart', Prisma.sql`${Prisma.join(walks, ' union all ')} order by "sort", "id"`),
  );
}

interface Bounds {
  readonly from: string | null;
  readonly until: string | null;
}

async function readOrigin(scope: ReadScope): Promise<string> {
  return (await loadSiteOrigin(scope)).replace(/\/+$/, '');
}

type Seen = readonly [sight: Sight, origin: string];

function walkSql(sort: Sort, index: number, [sight, origin]: Seen, { from, until }: Bounds): Prisma.Sql {
  const where = [
    sort.where(sight, origin),
    ...(from === null ? [] : [Prisma.sql`x."id" >= ${from}::uuid`]),
    ...(until === null ? [] : [Prisma.sql`x."id" < ${until}::uuid`]),
  ];
  return Prisma.sql`select ${index}::integer as "sort", x."id"::text as "id", x."path", ${sort.changed(sight)} as "changed",
  ${index === 0 ? languagesSql(sight, origin) : Prisma.sql`null::json`} as "languages"
from ${sort.table} x where ${Prisma.join(where, ' and ')}`;
}

/** Every language that a post can be read in, when there are several. */
function languagesSql(sight: Sight, origin: string): Prisma.Sql {
  return Prisma.sql`case when x."translationKey" is null then null else (
    select case when count(*) > 1 then json_agg(json_build_object('language', p."language", 'path', p."path") order by p."language") end
    from "Post" p where p."translationKey" = x."translationKey" and ${findablePost(sight, origin, 'p')}) end`;
}
