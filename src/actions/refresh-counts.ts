/**
 * The counts of what the public sees, kept beside each tag, author, category and series. They are counted
 * again for exactly those a write touched, in its transaction, so that they are always true. A count that
 * changes is no change of the tag itself: the log tells of the post that came or went.
 */
import type { WriteTransaction } from '../db/change-log.ts';
import { visiblePost, visibleResource } from '../db/visible.ts';
import { sightOf } from '../domain/visibility.ts';
import { Prisma } from '../generated/prisma/client.ts';

/** Ids of what a write touched. */
export interface Touched {
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly series: readonly string[];
}

const sight = sightOf({ kind: 'public' });
const publicPost = Prisma.sql`join "Post" p on p."id" = j."postId" and ${visiblePost(sight, 'p')}`;

/** What posts count for, as it stands: to be asked before and after a write. */
export async function touchedByPosts(tx: WriteTransaction, postIds: readonly string[]): Promise<Touched> {
  const [touched] = await tx.prisma.$queryRaw<Touched[]>`
    with posts as (select unnest(${postIds}::uuid[]) as post)
    select
      array(select distinct "tagId" from "PostTag" join posts on post = "postId") as "tags",
      array(select distinct "authorId" from "PostAuthor" join posts on post = "postId") as "authors",
      array(select distinct "categoryId" from "PostCategory" join posts on post = "postId") as "categories",
      array(select distinct "seriesId" from "SeriesPart" join posts on post = "postId") as "series"`;
  return touched ?? nothing;
}

/** The same of resources, which count for tags, and show their speakers. */
export async function touchedByResources(tx: WriteTransaction, ids: readonly string[]): Promise<Touched> {
  const [touched] = await tx.prisma.$queryRaw<Pick<Touched, 'tags' | 'authors'>[]>`
    with resources as (select unnest(${ids}::uuid[]) as resource)
    select
      array(select distinct "tagId" from "ResourceTag" join resources on resource = "resourceId") as "tags",
      array(select distinct "authorId" from "ResourceSpeaker" join resources on resource = "resourceId") as "authors"`;
  return { ...nothing, ...touched };
}

const nothing: Touched = { tags: [], authors: [], categories: [], series: [] };

/** Counts again what the writes touched; an id may be named twice. */
export async function refreshCounts(tx: WriteTransaction, ...all: readonly Touched[]): Promise<void> {
  const ids = (name: keyof Touched): string[] => [...new Set(all.flatMap((touched) => touched[name]))];
  await countTags(tx, ids('tags'));
  await countAuthors(tx, ids('authors'));
  await countCategories(tx, ids('categories'));
  await countSeries(tx, ids('series'));
}

// Grouped, not one sub-select for each row: the embedded database keeps no statistics by itself, and would
// read all posts for every tag.

async function countTags(tx: WriteTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.prisma.$executeRaw`
    with touched as (select unnest(${ids}::uuid[]) as id),
    posts as (
      select j."tagId" as id, count(*)::int as n from "PostTag" j ${publicPost}
      where j."tagId" in (select id from touched) group by 1
    ),
    resources as (
      select j."tagId" as id, count(*)::int as n from "ResourceTag" j
      join "Resource" r on r."id" = j."resourceId" and ${visibleResource(sight, 'r')}
      where j."tagId" in (select id from touched) group by 1
    )
    update "Tag" t set "postCount" = coalesce(posts.n, 0), "resourceCount" = coalesce(resources.n, 0)
    from touched left join posts using (id) left join resources using (id)
    where t."id" = touched.id and (t."postCount", t."resourceCount")
      is distinct from (coalesce(posts.n, 0), coalesce(resources.n, 0))`;
}

async function countAuthors(tx: WriteTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.prisma.$executeRaw`
    with touched as (select unnest(${ids}::uuid[]) as id),
    posts as (
      select j."authorId" as id, count(*)::int as n from "PostAuthor" j ${publicPost}
      where j."authorId" in (select id from touched) group by 1
    )
    update "Author" t set "postCount" = coalesce(posts.n, 0)
    from touched left join posts using (id)
    where t."id" = touched.id and t."postCount" <> coalesce(posts.n, 0)`;
}

/** Every category above a touched one counts the posts below it. */
async function countCategories(tx: WriteTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.prisma.$executeRaw`
    with touched as (
      select distinct a."id" as id, a."treePath" || '/' as root from "Category" a
      join "Category" d on starts_with(d."treePath" || '/', a."treePath" || '/')
      where d."id" = any(${ids}::uuid[])
    ),
    posts as (
      select touched.id, count(distinct j."postId")::int as tree,
        (count(*) filter (where j."categoryId" = touched.id))::int as own
      from touched join "Category" d on starts_with(d."treePath" || '/', root)
      join "PostCategory" j on j."categoryId" = d."id" ${publicPost} group by 1
    )
    update "Category" t set "postCount" = coalesce(own, 0), "treePostCount" = coalesce(tree, 0)
    from touched left join posts using (id)
    where t."id" = touched.id and (t."postCount", t."treePostCount")
      is distinct from (coalesce(own, 0), coalesce(tree, 0))`;
}

async function countSeries(tx: WriteTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.prisma.$executeRaw`
    update "Series" t set "postCount" = n.posts, "sortDate" = n.newest
    from (
      select a."id", count(p."id")::int as posts, coalesce(max(p."sortDate"), 'epoch'::timestamptz) as newest
      from "Series" a
      left join "SeriesPart" j on j."seriesId" = a."id"
      left join "Post" p on p."id" = j."postId" and ${visiblePost(sight, 'p')}
      where a."id" = any(${ids}::uuid[])
      group by a."id"
    ) n
    where n."id" = t."id" and (t."postCount", t."sortDate") is distinct from (n.posts, n.newest)`;
}
