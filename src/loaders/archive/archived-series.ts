import { labelled, readRows } from '../../db/read-rows.ts';
import { visiblePost, visibleSeries, visibleSeriesPart } from '../../db/visible.ts';
import type { Series, SeriesPart } from '../../generated/prisma/client.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { originSql } from './archive-scope.ts';
import type { ArchiveScope, OriginPair } from './archive-scope.ts';

/** A part, and the path of its post where that is seen. */
export interface ArchivedPart extends Pick<SeriesPart, 'position' | 'title' | 'summary' | 'announced'> {
  readonly post: string | null;
}

/** A series with its parts in order. */
export interface ArchivedSeries extends Series {
  readonly origin: OriginPair;
  readonly parts: readonly ArchivedPart[];
}

/** By slug. */
export function archivedSeries({ db, sight }: ArchiveScope): Promise<ArchivedSeries[]> {
  const sql = Prisma.sql`select s.*, ${originSql('SERIES', 's')} as "origin",
  coalesce((select json_agg(json_build_object('position', sp."position", 'title', sp."title",
      'summary', sp."summary", 'announced', sp."announced",
      'post', (select p."path" from "Post" p where p."id" = sp."postId" and ${visiblePost(sight, 'p')}))
    order by sp."position") from "SeriesPart" sp
    where sp."seriesId" = s."id" and ${visibleSeriesPart(sight, 'sp')}), '[]') as "parts"
from "Series" s where ${visibleSeries(sight, 's')} order by s."slug" collate "C"`;
  return readRows(db, labelled('archivedSeries', sql));
}
