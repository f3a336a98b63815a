import { textsSql, timeSql } from '../db/parameters.ts';
import type { CategoryFilter, NumberFilter, PostFilter, TimeFilter } from '../domain/post-filter.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { SlugLink } from './slug-filter-sql.ts';
import { eachSql, slugFilterSql } from './slug-filter-sql.ts';

const tags: SlugLink = {
  from: Prisma.sql`"PostTag" f join "Tag" t on t."id" = f."tagId"`,
  on: Prisma.sql`f."postId" = p."id"`,
};

const authors: SlugLink = {
  from: Prisma.sql`"PostAuthor" f join "Author" t on t."id" = f."authorId"`,
  on: Prisma.sql`f."postId" = p."id"`,
};

const series: SlugLink = {
  from: Prisma.sql`"SeriesPart" f join "Series" t on t."id" = f."seriesId"`,
  on: Prisma.sql`f."postId" = p."id"`,
};

/** A filter as one condition on a post with alias `p`. Values only ever become parameters. */
export function postFilterSql(filter: PostFilter): Prisma.Sql {
  const conditions = [
    ...(filter.tags == null ? [] : slugFilterSql(filter.tags, tags)),
    ...(filter.categories == null ? [] : categorySql(filter.categories)),
    ...(filter.authors == null ? [] : slugFilterSql(filter.authors, authors)),
    ...(filter.series == null ? [] : slugFilterSql(filter.series, series)),
    ...(filter.languages == null ? [] : [Prisma.sql`p."language" = any(${textsSql(filter.languages)})`]),
    ...(filter.published == null ? [] : publishedSql(filter.published)),
    ...(filter.readingTimeMinutes == null ? [] : readingTimeSql(filter.readingTimeMinutes)),
    ...(filter.hasSeries == null ? [] : [hasSeriesSql(filter.hasSeries)]),
    ...(filter.AND ?? []).map(postFilterSql),
    ...(filter.OR == null ? [] : [anyOf(filter.OR.map(postFilterSql))]),
    ...(filter.NOT == null ? [] : [Prisma.sql`not ${postFilterSql(filter.NOT)}`]),
  ];
  return conditions.length === 0 ? Prisma.sql`(true)` : Prisma.sql`(${Prisma.join(conditions, ' and ')})`;
}

function anyOf(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0
    ? Prisma.sql`(false)`
    : Prisma.sql`(${Prisma.join([...conditions], ' or ')})`;
}

/** A post without a date is in no interval of time. */
function publishedSql({ from, before }: TimeFilter): Prisma.Sql[] {
  return [
    ...(from == null ? [] : [Prisma.sql`p."publishedAt" >= ${timeSql(from)}`]),
    ...(before == null ? [] : [Prisma.sql`p."publishedAt" < ${timeSql(before)}`]),
  ];
}

function readingTimeSql({ min, max }: NumberFilter): Prisma.Sql[] {
  return [
    ...(min == null ? [] : [Prisma.sql`p."readingTimeMinutes" >= ${min}::integer`]),
    ...(max == null ? [] : [Prisma.sql`p."readingTimeMinutes" <= ${max}::integer`]),
  ];
}

function hasSeriesSql(wanted: boolean): Prisma.Sql {
  const has = Prisma.sql`exists (select 1 from "SeriesPart" f where f."postId" = p."id")`;
  return wanted ? has : Prisma.sql`not ${has}`;
}

function categorySql({ any, all, none, includeChildren }: CategoryFilter): Prisma.Sql[] {
  const filed = (names: Prisma.Sql): Prisma.Sql => filedSql(names, includeChildren ?? true);
  return [
    ...(any == null ? [] : [filed(textsSql(any))]),
    ...(all == null ? [] : eachSql(all, filed)),
    ...(none == null ? [] : [Prisma.sql`not ${filed(textsSql(none))}`]),
  ];
}

/** Filed under one of the named categories, or, with children, below one of them. */
function filedSql(names: Prisma.Sql, withChildren: boolean): Prisma.Sql {
  const within = withChildren
    ? Prisma.sql`(t."id" = r."id" or starts_with(t."treePath", r."treePath" || '/'))`
    : Prisma.sql`t."id" = r."id"`;
  return Prisma.sql`exists (select 1 from "PostCategory" f join "Category" t on t."id" = f."categoryId"
    join "Category" r on (r."slug" = any(${names}) or r."treePath" = any(${names})) and ${within}
    where f."postId" = p."id")`;
}
