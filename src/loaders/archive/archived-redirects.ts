import { labelled, readRows } from '../../db/read-rows.ts';
import { visibleRedirect } from '../../db/visible.ts';
import type { Redirect } from '../../generated/prisma/client.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { originSql } from './archive-scope.ts';
import type { ArchiveScope, OriginPair } from './archive-scope.ts';

/** A redirect, the post it leads to, and who states it. */
export interface ArchivedRedirect extends Pick<Redirect, 'path' | 'target'> {
  readonly gone: boolean;
  readonly postPath: string | null;
  readonly postOrigin: OriginPair;
  readonly origins: readonly (readonly [source: string, key: string])[];
}

/** By path. */
export function archivedRedirects({ db, sight }: ArchiveScope): Promise<ArchivedRedirect[]> {
  const sql = Prisma.sql`select w."path", w."target", w."kind" = 'GONE' as "gone", p."path" as "postPath",
  ${originSql('POST', 'p')} as "postOrigin",
  coalesce((select json_agg(json_build_array(o."source", o."key") order by o."source", o."key") from "Origin" o
    where o."entityType" = 'REDIRECT' and o."entityId" = w."path"), '[]') as "origins"
from "Redirect" w left join "Post" p on p."id" = w."postId"
where ${visibleRedirect(sight, 'w')} order by w."path" collate "C"`;
  return readRows(db, labelled('archivedRedirects', sql));
}

/** What there is of each to find it by, by path. */
export function outlineRedirects({
  db,
  sight,
}: ArchiveScope): Promise<Pick<ArchivedRedirect, 'path' | 'gone'>[]> {
  const sql = Prisma.sql`select w."path", w."kind" = 'GONE' as "gone" from "Redirect" w
where ${visibleRedirect(sight, 'w')} order by w."path" collate "C"`;
  return readRows(db, labelled('archivedRedirectOutlines', sql));
}
