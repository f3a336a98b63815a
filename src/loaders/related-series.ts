import type { SortKey } from '../db/keyset.ts';
import { visiblePost, visibleSeries } from '../db/visible.ts';
import { sightOf } from '../domain/visibility.ts';
import type { Series } from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { ListRequest } from './child-list.ts';
import { defineChildList } from './child-list.ts';
import { sameLanguageSql } from './languages.ts';
import { ownerTagsSql, tagWeightsSql } from './tag-weights.ts';

type Ranked = Series & { readonly score: number; readonly foreign: number };

const order: readonly SortKey[] = [
  { name: 'foreign', column: Prisma.sql`c."foreign"`, type: 'integer', direction: 'ASC' },
  { name: 'score', column: Prisma.sql`c."score"`, type: 'real', direction: 'DESC' },
  { name: 'sortDate', column: Prisma.sql`x."sortDate"`, type: 'time', direction: 'DESC' },
  { name: 'id', column: Prisma.sql`x."id"`, type: 'uuid', direction: 'DESC' },
];

/**
 * Series on the topics of a series, by the tags of their posts: those in its language first, then by shared
 * tags, a rare one counting for more, as often as its own posts have it.
 */
export const seriesBySeries = defineChildList<ListRequest, Ranked>((scope) => {
  const sight = sightOf(scope.viewer);
  return {
    name: 'seriesBySeries',
    columns: Prisma.sql`x.*, c."score", c."foreign"`,
    from: Prisma.sql`(with ${tagWeightsSql(sight, ownerTagsSql('SERIES', sight))}
  select n."id", (not ${sameLanguageSql(Prisma.sql`n."language"`, Prisma.sql`m."language"`)})::integer as "foreign", k."score" from (
    select d."seriesId", sum(w."weight")::double precision as "score" from w join (
      select distinct j."seriesId", t."tagId" from "SeriesPart" j
      join "Post" p on p."id" = j."postId" and ${visiblePost(sight, 'p')} join "PostTag" t on t."postId" = p."id"
    ) d on d."tagId" = w."tagId" group by d."seriesId") k
  join "Series" n on n."id" = k."seriesId" join "Series" m on m."id" = o."key" where n."id" <> m."id") c
  join "Series" x on x."id" = c."id"`,
    where: [visibleSeries(sight, 'x')],
    order,
    fixedShape: true,
  };
});
