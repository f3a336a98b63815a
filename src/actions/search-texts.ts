/** What the index says of posts, resources and terms, read from the tables that hold it. */
import type { WriteTransaction } from '../db/change-log.ts';
import { visibleAuthor, visibleCategory, visibleSeries, visibleTag } from '../db/visible.ts';
import { sightOf } from '../domain/visibility.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { EntityType, PostStatus } from '../generated/prisma/enums.ts';

/** Ids of what may have changed, in the order of the index's needs; of terms also their counts. */
export interface SearchTouched {
  readonly posts?: readonly string[];
  readonly resources?: readonly string[];
  readonly tags?: readonly string[];
  readonly authors?: readonly string[];
  readonly categories?: readonly string[];
  readonly series?: readonly string[];
}

/** A document's texts and what it can be narrowed down by. */
export interface SearchSource {
  readonly id: string;
  readonly entityType: EntityType;
  readonly kind: string;
  readonly status: PostStatus;
  readonly language: string;
  readonly sortDate: Date;
  /** Its date means something: it has a year. */
  readonly dated: boolean;
  readonly title: string;
  readonly headings: readonly (string | null)[];
  readonly body: string;
  readonly tags: readonly Named[];
  /** With those above them. */
  readonly categories: readonly (Named & { readonly treePath: string; readonly own: boolean })[];
  readonly authors: readonly Named[];
}

export interface Named {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

const sight = sightOf({ kind: 'public' });

/** Reads what of the given is in the index: every post and resource there is, and the terms that are public. */
export async function readSearchSources(
  tx: WriteTransaction,
  touched: SearchTouched,
): Promise<SearchSource[]> {
  const reads: readonly [readonly string[] | undefined, (ids: Prisma.Sql) => Prisma.Sql][] = [
    [touched.posts, postsSql],
    [touched.resources, resourcesSql],
    [touched.series, seriesSql],
    [touched.tags, (ids) => termsSql('TAG', ids, visibleTag(sight, 't'), Prisma.sql`t."description"`)],
    [
      touched.categories,
      (ids) => termsSql('CATEGORY', ids, visibleCategory(sight, 't'), Prisma.sql`t."description"`),
    ],
    [
      touched.authors,
      (ids) => termsSql('AUTHOR', ids, visibleAuthor(sight, 't'), Prisma.sql`t."role", t."bio"`),
    ],
  ];
  const found: SearchSource[] = [];
  for (const [ids, sql] of reads) {
    if (ids === undefined || ids.length === 0) continue;
    found.push(...(await tx.prisma.$queryRaw<SearchSource[]>(sql(Prisma.sql`${[...new Set(ids)]}::uuid[]`))));
  }
  return found;
}

/** All tags, categories and authors. */
export async function allTerms(tx: WriteTransaction): Promise<SearchTouched> {
  const [all] = await tx.prisma.$queryRaw<SearchTouched[]>`
    select array(select "id"::text from "Tag") as "tags", array(select "id"::text from "Category") as "categories",
      array(select "id"::text from "Author") as "authors"`;
  return all ?? {};
}

const none = Prisma.sql`'[]'::jsonb`;

const named = (link: Prisma.Sql): Prisma.Sql => Prisma.sql`coalesce((select jsonb_agg(
  jsonb_build_object('id', n."id", 'slug', n."slug", 'name', n."name") order by j."position") ${link}), ${none})`;

function postsSql(ids: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`select p."id"::text, 'POST'::"EntityType" as "entityType", 'POST' as "kind", p."status", p."language",
    p."sortDate", p."publishedAt" is not null as "dated", p."title",
    jsonb_build_array(p."subtitle", p."description") || coalesce(jsonb_path_query_array(b."toc", '$[*].text'), ${none})
      as "headings",
    coalesce(b."text", '') as "body",
    ${named(Prisma.sql`from "PostTag" j join "Tag" n on n."id" = j."tagId" where j."postId" = p."id"`)} as "tags",
    coalesce((select jsonb_agg(jsonb_build_object('id', a."id", 'slug', a."slug", 'name', a."name", 'treePath', a."treePath",
        'own', a."id" = n."id") order by j."position", a."treePath")
      from "PostCategory" j join "Category" n on n."id" = j."categoryId"
      join "Category" a on starts_with(n."treePath" || '/', a."treePath" || '/')
      where j."postId" = p."id"), ${none}) as "categories",
    ${named(Prisma.sql`from "PostAuthor" j join "Author" n on n."id" = j."authorId" where j."postId" = p."id"`)} as "authors"
  from "Post" p left join "PostBody" b on b."postId" = p."id" where p."id" = any(${ids})`;
}

function resourcesSql(ids: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`select r."id"::text, 'RESOURCE'::"EntityType" as "entityType", r."kind"::text as "kind", r."status",
    r."language", r."sortDate", r."startsAt" is not null as "dated", r."title", ${none} as "headings",
    coalesce(r."description", '') as "body",
    ${named(Prisma.sql`from "ResourceTag" j join "Tag" n on n."id" = j."tagId" where j."resourceId" = r."id"`)} as "tags",
    ${none} as "categories",
    ${named(Prisma.sql`from "ResourceSpeaker" j join "Author" n on n."id" = j."authorId" where j."resourceId" = r."id"`)} as "authors"
  from "Resource" r where r."id" = any(${ids})`;
}

function seriesSql(ids: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`select s."id"::text, 'SERIES'::"EntityType" as "entityType", 'SERIES' as "kind",
    'PUBLISHED'::"PostStatus" as "status", s."language", s."sortDate", s."postCount" > 0 as "dated", s."title",
    jsonb_build_array(s."description") || coalesce((select jsonb_agg(sp."title" order by sp."position")
      from "SeriesPart" sp where sp."seriesId" = s."id" and sp."announced" and sp."title" is not null), ${none}) as "headings",
    '' as "body", ${none} as "tags", ${none} as "categories", ${none} as "authors"
  from "Series" s where s."id" = any(${ids}) and ${visibleSeries(sight, 's')}`;
}

/** Terms have no language of their own: they go by the site's. */
function termsSql(
  type: 'TAG' | 'CATEGORY' | 'AUTHOR',
  ids: Prisma.Sql,
  visible: Prisma.Sql,
  texts: Prisma.Sql,
): Prisma.Sql {
  const table = Prisma.raw({ TAG: '"Tag"', CATEGORY: '"Category"', AUTHOR: '"Author"' }[type]);
  return Prisma.sql`select t."id"::text, ${type}::"EntityType" as "entityType", ${type} as "kind",
    'PUBLISHED'::"PostStatus" as "status", coalesce((select w."defaultLanguage" from "Site" w limit 1), 'en') as "language",
    'epoch'::timestamptz as "sortDate", false as "dated", t."name" as "title", jsonb_build_array(${texts}) as "headings",
    '' as "body", ${none} as "tags", ${none} as "categories", ${none} as "authors"
  from ${table} t where t."id" = any(${ids}) and ${visible}`;
}
