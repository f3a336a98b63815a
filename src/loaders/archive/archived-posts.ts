import { labelled, readRows } from '../../db/read-rows.ts';
import { visiblePost, visibleSeriesPart } from '../../db/visible.ts';
import type { Post, PostBody } from '../../generated/prisma/client.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { imageSql, originSql, pagesById } from './archive-scope.ts';
import type { ArchiveScope, OriginPair } from './archive-scope.ts';

/** What the place of a post's file depends on, and of one that was stored by an earlier version its text. */
export interface PostOutline extends Pick<Post, 'id' | 'slug' | 'language'>, Pick<PostBody, 'images'> {
  readonly markdown: string | null;
  readonly html: string | null;
  readonly excerptText: string | null;
}

/** A post with all that an export says of it. */
export interface ArchivedPost extends Post, Pick<PostBody, 'markdown' | 'summary' | 'images'> {
  readonly origin: OriginPair;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly series: readonly string[];
  readonly aliases: readonly string[];
  readonly picks: readonly string[];
  readonly editorPicks: readonly string[];
  readonly successor: string | null;
  readonly cover: string | null;
  readonly shareImage: string | null;
}

export function outlinePosts(scope: ArchiveScope): AsyncGenerator<PostOutline> {
  const { db, sight } = scope;
  return pagesById<PostOutline>(
    (after, most) =>
      readRows(
        db,
        labelled(
          'archivedPostOutlines',
          Prisma.sql`select p."id", p."slug", p."language", b."images",
  case when b."images" is null then b."markdown" end as "markdown",
  case when b."images" is null then b."html" end as "html",
  case when b."images" is null then p."excerptText" end as "excerptText"
from "Post" p
join "PostBody" b on b."postId" = p."id"
where ${visiblePost(sight, 'p')} and p."id" > ${after}::uuid order by p."id" limit ${most}`,
        ),
      ),
    100,
  );
}

export function archivedPosts(scope: ArchiveScope): AsyncGenerator<ArchivedPost> {
  return pagesById<ArchivedPost>((after, most) => readPosts(scope, after, most), 20);
}

function readPosts({ db, sight }: ArchiveScope, after: string, most: number): Promise<ArchivedPost[]> {
  const others = (table: string): Prisma.Sql =>
    Prisma.sql`array(select r."path" from ${Prisma.raw(`"${table}"`)} j join "Post" r on r."id" = j."relatedId"
      where j."postId" = p."id" and ${visiblePost(sight, 'r')} order by j."position")`;
  return readRows(
    db,
    labelled(
      'archivedPosts',
      Prisma.sql`select p.*, b."markdown", b."summary", b."images",
  ${originSql('POST', 'p')} as "origin",
  array(select a."slug" from "PostAuthor" j join "Author" a on a."id" = j."authorId"
    where j."postId" = p."id" order by j."position") as "authors",
  array(select t."slug" from "PostTag" j join "Tag" t on t."id" = j."tagId"
    where j."postId" = p."id" order by j."position") as "tags",
  array(select c."treePath" from "PostCategory" j join "Category" c on c."id" = j."categoryId"
    where j."postId" = p."id" order by j."position") as "categories",
  array(select s."slug" from "SeriesPart" sp join "Series" s on s."id" = sp."seriesId"
    where sp."postId" = p."id" and ${visibleSeriesPart(sight, 'sp')} order by 1) as "series",
  array(select r."path" from "Redirect" r where r."postId" = p."id" order by 1) as "aliases",
  ${others('RelatedPick')} as "picks", ${others('EditorPick')} as "editorPicks",
  (select r."path" from "Post" r where r."id" = p."supersededById" and ${visiblePost(sight, 'r')}) as "successor",
  ${imageSql('p', 'coverImageId')} as "cover", ${imageSql('p', 'shareImageId')} as "shareImage"
from "Post" p join "PostBody" b on b."postId" = p."id"
where ${visiblePost(sight, 'p')} and p."id" > ${after}::uuid order by p."id" limit ${most}`,
    ),
  );
}
