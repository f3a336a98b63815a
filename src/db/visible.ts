/**
 * What a viewer may see, as SQL: the one file that compares a status. Every function takes the alias of
 * the table in the caller's statement and gives back a condition in parentheses, without parameters, so
 * that it can stand in a prepared statement and in front of an index that begins with the status.
 */
import { Prisma } from '../generated/prisma/client.ts';
import type { Sight, Status } from '../domain/visibility.ts';
import { aliasSql, columnSql } from './column.ts';

const literals: Readonly<Record<Status, Prisma.Sql>> = {
  DRAFT: Prisma.sql`'DRAFT'::"PostStatus"`,
  SCHEDULED: Prisma.sql`'SCHEDULED'::"PostStatus"`,
  PUBLISHED: Prisma.sql`'PUBLISHED'::"PostStatus"`,
};

const always = Prisma.sql`(true)`;

function visibleStatus(sight: Sight, alias: string): Prisma.Sql {
  const status = columnSql(alias, 'status');
  const [first, ...others] = sight.statuses.map((name) => literals[name]);
  if (first === undefined) return Prisma.sql`(false)`;
  // One status is an equality, so that an index on (status, …) gives the order of what follows it.
  if (others.length === 0) return Prisma.sql`(${status} = ${first})`;
  return Prisma.sql`(${status} in (${Prisma.join([first, ...others])}))`;
}

/** The statuses that a viewer may see, as an array: for functions of the database that compare one (the search). */
export function statusesSql(sight: Sight): Prisma.Sql {
  return Prisma.sql`array[${Prisma.join(sight.statuses.map((name) => literals[name]))}]`;
}

/** A post, by its status. Also for any other alias over "Post". */
export function visiblePost(sight: Sight, alias: string): Prisma.Sql {
  return visibleStatus(sight, alias);
}

/** A resource, by its status. */
export function visibleResource(sight: Sight, alias: string): Prisma.Sql {
  return visibleStatus(sight, alias);
}

/** A tag: declared, or on something public. The counts are the public's, kept by the write path. */
export function visibleTag(sight: Sight, alias: string): Prisma.Sql {
  if (sight.everything) return always;
  const tag = aliasSql(alias);
  return Prisma.sql`(${tag}."declared" or ${tag}."postCount" > 0 or ${tag}."resourceCount" > 0)`;
}

/** An author: declared, or of a public post, or a speaker of a visible resource. */
export function visibleAuthor(sight: Sight, alias: string): Prisma.Sql {
  if (sight.everything) return always;
  const author = aliasSql(alias);
  return Prisma.sql`(${author}."declared" or ${author}."postCount" > 0 or exists (
    select 1 from "ResourceSpeaker" vs join "Resource" vr on vr."id" = vs."resourceId"
    where vs."authorId" = ${author}."id" and ${visibleResource(sight, 'vr')}))`;
}

/** A category: declared, or with a public post in it or below it. */
export function visibleCategory(sight: Sight, alias: string): Prisma.Sql {
  if (sight.everything) return always;
  const category = aliasSql(alias);
  return Prisma.sql`(${category}."declared" or ${category}."treePostCount" > 0)`;
}

/** A series: with a public post, or a part that is announced. */
export function visibleSeries(sight: Sight, alias: string): Prisma.Sql {
  if (sight.everything) return always;
  const series = aliasSql(alias);
  return Prisma.sql`(${series}."postCount" > 0 or exists (
    select 1 from "SeriesPart" vp where vp."seriesId" = ${series}."id" and vp."announced"))`;
}

/** A part of a series: announced, or with a visible post. Its post is judged by itself. */
export function visibleSeriesPart(sight: Sight, alias: string): Prisma.Sql {
  if (sight.everything) return always;
  const part = aliasSql(alias);
  return Prisma.sql`(${part}."announced" or exists (
    select 1 from "Post" vp where vp."id" = ${part}."postId" and ${visiblePost(sight, 'vp')}))`;
}

/** A redirect, unless it leads to something that is hidden, or to a place in it. */
export function visibleRedirect(sight: Sight, alias: string): Prisma.Sql {
  if (sight.everything) return always;
  const redirect = aliasSql(alias);
  const there = Prisma.sql`substring(${redirect}."target" from '^[^?#]*')`;
  return Prisma.sql`(not exists (
    select 1 from "Post" vp
    where (vp."id" = ${redirect}."postId" or vp."path" = ${there}) and not ${visiblePost(sight, 'vp')})
  and not exists (select 1 from "Resource" vr where vr."path" = ${there} and not ${visibleResource(sight, 'vr')})
  and not exists (select 1 from "Tag" vt where vt."path" = ${there} and not ${visibleTag(sight, 'vt')})
  and not exists (select 1 from "Category" vc where vc."path" = ${there} and not ${visibleCategory(sight, 'vc')})
  and not exists (select 1 from "Author" va where va."path" = ${there} and not ${visibleAuthor(sight, 'va')})
  and not exists (select 1 from "Series" vq where vq."path" = ${there} and not ${visibleSeries(sight, 'vq')}))`;
}
