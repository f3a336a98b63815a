import { uuidsSql } from '../../db/parameters.ts';
import { named } from '../../db/read-rows.ts';
import {
  visibleAuthor,
  visibleCategory,
  visiblePost,
  visibleResource,
  visibleSeries,
  visibleSeriesPart,
  visibleTag,
} from '../../db/visible.ts';
import { HIGHLIGHTED_LENGTH } from '../../domain/limits.ts';
import type { Sight } from '../../domain/visibility.ts';
import { sightOf } from '../../domain/visibility.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { read } from '../read.ts';
import type { ReadScope } from '../scope.ts';

/** Where in a result a search can match. */
export type SearchField =
  'TITLE' | 'SUBTITLE' | 'TAGS' | 'CATEGORIES' | 'AUTHORS' | 'HEADINGS' | 'DESCRIPTION' | 'BODY';

/** A text of a result that a search looks into. */
export interface HighlightText {
  /** Of the result. */
  readonly id: string;
  readonly field: SearchField;
  readonly text: string;
}

/** All texts of some results, whatever they are, in one statement; those of one field in their order. */
export function readHighlightTexts(scope: ReadScope, ids: readonly string[]): Promise<HighlightText[]> {
  return read(scope, named('searchTexts', textsSql(uuidsSql(ids), sightOf(scope.viewer))));
}

function textsSql(ids: Prisma.Sql, sight: Sight): Prisma.Sql {
  return Prisma.sql`select x."id"::text, x."field", x."text" from (
select p."id", f."field", f."text", f."position" from "Post" p join "PostBody" b on b."postId" = p."id"
  cross join lateral (values ('TITLE', p."title", 1), ('SUBTITLE', p."subtitle", 1), ('DESCRIPTION', p."description", 1),
    ('BODY', left(b."text", ${HIGHLIGHTED_LENGTH}::integer), 1)
    union all select 'HEADINGS', h."entry" ->> 'text', h."position"::integer
      from jsonb_array_elements(b."toc") with ordinality h("entry", "position")
    union all select 'TAGS', t."name", j."position" from "PostTag" j join "Tag" t on t."id" = j."tagId"
      where j."postId" = p."id"
    union all select 'CATEGORIES', c."name", j."position" from "PostCategory" j
      join "Category" c on c."id" = j."categoryId" where j."postId" = p."id"
    union all select 'AUTHORS', a."name", j."position" from "PostAuthor" j join "Author" a on a."id" = j."authorId"
      where j."postId" = p."id") f("field", "text", "position")
  where p."id" = any(${ids}) and ${visiblePost(sight, 'p')}
union all
select r."id", f."field", f."text", f."position" from "Resource" r
  cross join lateral (values ('TITLE', r."title", 1), ('DESCRIPTION', r."description", 1)
    union all select 'TAGS', t."name", j."position" from "ResourceTag" j join "Tag" t on t."id" = j."tagId"
      where j."resourceId" = r."id"
    union all select 'AUTHORS', a."name", j."position" from "ResourceSpeaker" j join "Author" a on a."id" = j."authorId"
      where j."resourceId" = r."id") f("field", "text", "position")
  where r."id" = any(${ids}) and ${visibleResource(sight, 'r')}
union all
select sp."seriesId", 'HEADINGS', sp."title", sp."position" from "SeriesPart" sp
  where sp."seriesId" = any(${ids}) and sp."announced" and ${visibleSeriesPart(sight, 'sp')}
union all
select n."id", f."field", f."text", 1 from (${namedSql(ids, sight)}) n("id", "title", "description")
  cross join lateral (values ('TITLE', n."title"), ('DESCRIPTION', n."description")) f("field", "text")
) x where x."text" is not null order by x."id", x."field", x."position"`;
}

/** What has a title or name, and perhaps a description. */
function namedSql(ids: Prisma.Sql, sight: Sight): Prisma.Sql {
  return Prisma.sql`
  select s."id", s."title", s."description" from "Series" s where s."id" = any(${ids}) and ${visibleSeries(sight, 's')}
  union all
  select a."id", a."name", concat_ws(E'\n', a."role", a."bio") from "Author" a
    where a."id" = any(${ids}) and ${visibleAuthor(sight, 'a')}
  union all
  select t."id", t."name", t."description" from "Tag" t where t."id" = any(${ids}) and ${visibleTag(sight, 't')}
  union all
  select c."id", c."name", c."description" from "Category" c
    where c."id" = any(${ids}) and ${visibleCategory(sight, 'c')}`;
}
