import { visiblePost, visibleSeries, visibleSeriesPart } from '../db/visible.ts';
import type { Sight } from '../domain/visibility.ts';
import type { SeriesPart } from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { siteLanguagePlaceSql } from './languages.ts';
import { defineLookup, defineRowsOf } from './lookup.ts';

/**
 * The parts that a post is, by the titles of their series. A translation that is none itself is what it
 * translates: of several, the one whose language comes first.
 */
export const partsByPost = defineRowsOf<SeriesPart>(
  'partsByPost',
  (owners, sight) => Prisma.sql`select c."id" as "ofOwner", sp.*
from "Post" c cross join lateral ${partOwnerSql(sight)} k
join "SeriesPart" sp on sp."postId" = k."postId" join "Series" s on s."id" = sp."seriesId"
where c."id" = any(${owners}) and ${visibleSeriesPart(sight, 'sp')} and ${visibleSeries(sight, 's')}
order by c."id", s."sortTitle", s."id"`,
);

/**
 * Whose parts count for the post `c`: its own, else those of a translation of it that can be seen. The part
 * shows then: its post does.
 */
export function partOwnerSql(sight: Sight): Prisma.Sql {
  return Prisma.sql`(select f."id" as "postId" from "Post" f
  where (f."id" = c."id" or (f."translationKey" = c."translationKey" and ${visiblePost(sight, 'f')}))
    and exists (select 1 from "SeriesPart" fp where fp."postId" = f."id")
  order by f."id" <> c."id", ${siteLanguagePlaceSql(Prisma.sql`f."language"`)} nulls last, f."language" limit 1)`;
}

/** All parts of a series, in order. */
export const partsBySeries = defineRowsOf<SeriesPart>(
  'partsBySeries',
  (owners, sight) => Prisma.sql`select sp."seriesId" as "ofOwner", sp.*
from "SeriesPart" sp
where sp."seriesId" = any(${owners}) and ${visibleSeriesPart(sight, 'sp')}
order by sp."seriesId", sp."position"`,
);

export const partById = defineLookup<SeriesPart>({
  name: 'partById',
  table: 'SeriesPart',
  column: 'id',
  visible: visibleSeriesPart,
});
