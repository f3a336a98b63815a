import { labelled, readRows } from '../../db/read-rows.ts';
import {
  visibleAuthor,
  visibleCategory,
  visiblePost,
  visibleRedirect,
  visibleResource,
  visibleSeries,
  visibleTag,
} from '../../db/visible.ts';
import type { Sight } from '../../domain/visibility.ts';
import type { EntityType, Site } from '../../generated/prisma/client.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { ArchiveScope } from './archive-scope.ts';

/** What the site says of itself, if anything was said. */
export async function archivedSite({ db }: ArchiveScope): Promise<Site | null> {
  const [site] = await readRows<Site>(db, labelled('archivedSite', Prisma.sql`select w.* from "Site" w`));
  return site ?? null;
}

/** The imports that content came from, and whether each says what the site is; null: what no import brought. */
export interface ArchivedSourceRow {
  readonly source: string | null;
  readonly site: boolean;
}

type Visible = (sight: Sight, alias: string) => Prisma.Sql;

const kinds: readonly { readonly type: EntityType; readonly table: string; readonly visible: Visible }[] = [
  { type: 'POST', table: 'Post', visible: visiblePost },
  { type: 'RESOURCE', table: 'Resource', visible: visibleResource },
  { type: 'SERIES', table: 'Series', visible: visibleSeries },
  { type: 'TAG', table: 'Tag', visible: visibleTag },
  { type: 'CATEGORY', table: 'Category', visible: visibleCategory },
  { type: 'AUTHOR', table: 'Author', visible: visibleAuthor },
];

/** By name. */
export function archivedSources({ db, sight }: ArchiveScope): Promise<ArchivedSourceRow[]> {
  const of = ({ type, table, visible }: (typeof kinds)[number]): Prisma.Sql =>
    Prisma.sql`select o."source", false as "site" from ${Prisma.raw(`"${table}"`)} e
left join "Origin" o on o."entityType" = ${Prisma.raw(`'${type}'`)} and o."entityId" = e."id"::text
where ${visible(sight, 'e')}`;
  const sql = Prisma.sql`select s."source", bool_or(s."site") as "site" from (
${Prisma.join(kinds.map(of), '\nunion all ')}
union all select o."source", false from "Redirect" w join "Origin" o
  on o."entityType" = 'REDIRECT' and o."entityId" = w."path" where w."kind" <> 'GONE' and ${visibleRedirect(sight, 'w')}
union all select o."source", true from "Site" w join "Origin" o on o."entityType" = 'SITE'
) s group by 1 order by s."source" collate "C"`;
  return readRows(db, labelled('archivedSources', sql));
}
