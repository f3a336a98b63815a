import { labelled, readRows } from '../../db/read-rows.ts';
import { visibleResource } from '../../db/visible.ts';
import type { Resource } from '../../generated/prisma/client.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { imageSql, originSql, pagesById } from './archive-scope.ts';
import type { ArchiveScope, OriginPair } from './archive-scope.ts';

/** A resource with all that an export says of it. */
export interface ArchivedResource extends Resource {
  readonly origin: OriginPair;
  readonly tags: readonly string[];
  readonly speakers: readonly string[];
  readonly image: string | null;
}

/** Id and slug of each. */
export function outlineResources({ db, sight }: ArchiveScope): Promise<Pick<Resource, 'id' | 'slug'>[]> {
  const sql = Prisma.sql`select r."id", r."slug" from "Resource" r where ${visibleResource(sight, 'r')}
order by r."id"`;
  return readRows(db, labelled('archivedResourceOutlines', sql));
}

export function archivedResources({ db, sight }: ArchiveScope): AsyncGenerator<ArchivedResource> {
  return pagesById<ArchivedResource>(
    (after, most) =>
      readRows(
        db,
        labelled(
          'archivedResources',
          Prisma.sql`select r.*, ${originSql('RESOURCE', 'r')} as "origin",
  array(select t."slug" from "ResourceTag" j join "Tag" t on t."id" = j."tagId"
    where j."resourceId" = r."id" order by j."position") as "tags",
  array(select a."slug" from "ResourceSpeaker" j join "Author" a on a."id" = j."authorId"
    where j."resourceId" = r."id" order by j."position") as "speakers",
  ${imageSql('r', 'imageId')} as "image"
from "Resource" r where ${visibleResource(sight, 'r')} and r."id" > ${after}::uuid
order by r."id" limit ${most}`,
        ),
      ),
    50,
  );
}
