import { labelled, readRows } from '../../db/read-rows.ts';
import { visibleAuthor, visiblePost, visibleResource } from '../../db/visible.ts';
import type { Image } from '../../generated/prisma/client.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { ArchiveScope } from './archive-scope.ts';

/** An image, whether it is a file of the blog, and whether more than bodies show it. */
export interface ArchivedImage extends Image {
  readonly isFile: boolean;
  readonly isInField: boolean;
}

/** Addresses of files in stored HTML, which are made of these characters only. */
const media = Prisma.sql`'/media/[0-9a-f]{16}/[A-Za-z0-9._-]+'`;

/** All images by their addresses, or for other eyes than the owner's those that something seen shows. */
export function archivedImages({ db, sight }: ArchiveScope): Promise<ArchivedImage[]> {
  const shown = sight.everything
    ? Prisma.sql`true`
    : Prisma.sql`(i."id" in (
    select p."coverImageId" from "Post" p where ${visiblePost(sight, 'p')}
    union all select p."shareImageId" from "Post" p where ${visiblePost(sight, 'p')}
    union all select r."imageId" from "Resource" r where ${visibleResource(sight, 'r')}
    union all select a."avatarId" from "Author" a where ${visibleAuthor(sight, 'a')})
  or i."src" in (
    select (regexp_matches(b."html", ${media}, 'g'))[1] from "PostBody" b join "Post" p on p."id" = b."postId"
    where ${visiblePost(sight, 'p')} and b."html" like '%/media/%'
    union all select (regexp_matches(r."html", ${media}, 'g'))[1] from "Resource" r
    where ${visibleResource(sight, 'r')} and r."html" like '%/media/%'))`;
  const sql = Prisma.sql`select i.*, exists (select 1 from "ImageData" d where d."imageId" = i."id") as "isFile",
  (exists (select 1 from "Post" p where p."coverImageId" = i."id")
    or exists (select 1 from "Post" p where p."shareImageId" = i."id")
    or exists (select 1 from "Resource" r where r."imageId" = i."id")
    or exists (select 1 from "Author" a where a."avatarId" = i."id")) as "isInField"
from "Image" i where ${shown} order by i."src" collate "C"`;
  return readRows(db, labelled('archivedImages', sql));
}

/** The bytes of one image. */
export async function imageBytes({ db }: ArchiveScope, id: string): Promise<Uint8Array> {
  const sql = Prisma.sql`select d."bytes" from "ImageData" d where d."imageId" = ${id}::uuid`;
  const [row] = await readRows<{ bytes: Uint8Array }>(db, labelled('archivedImageBytes', sql));
  return row?.bytes ?? new Uint8Array();
}
