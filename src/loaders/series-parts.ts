import { visibleSeries, visibleSeriesPart } from '../db/visible.ts';
import type { SeriesPart } from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { defineLookup, defineRowsOf } from './lookup.ts';

/** The parts that a post is, by the titles of their series. */
export const partsByPost = defineRowsOf<SeriesPart>(
  'partsByPost',
  (owners, sight) => Prisma.sql`select sp."postId" as "ofOwner", sp.*
from "SeriesPart" sp join "Series" s on s."id" = sp."seriesId"
where sp."postId" = any(${owners}) and ${visibleSeriesPart(sight, 'sp')} and ${visibleSeries(sight, 's')}
order by sp."postId", s."sortTitle", s."id"`,
);

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
