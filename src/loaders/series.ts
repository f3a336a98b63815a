import { textsSql } from '../db/parameters.ts';
import { visibleSeries } from '../db/visible.ts';
import type { OrderKey } from '../domain/order.ts';
import { sightOf } from '../domain/visibility.ts';
import type { Series } from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { ListSource } from './list-source.ts';
import { defineLookup } from './lookup.ts';
import type { OrderedRequest } from './name-order.ts';
import type { ReadScope } from './scope.ts';
import type { SortFields } from './sort-fields.ts';
import { isUsual, sortKeys } from './sort-fields.ts';

const table = { table: 'Series', visible: visibleSeries };

export const seriesById = defineLookup<Series>({ ...table, name: 'seriesById', column: 'id' });
export const seriesBySlug = defineLookup<Series>({ ...table, name: 'seriesBySlug', column: 'slug' });
export const seriesByPath = defineLookup<Series>({ ...table, name: 'seriesByPath', column: 'path' });

export type SeriesOrderField = 'NEWEST' | 'TITLE' | 'POST_COUNT';

/** How series come when nobody says. */
export const newestSeriesFirst: OrderKey<SeriesOrderField> = { field: 'NEWEST', direction: 'DESC' };

const fields: SortFields<SeriesOrderField> = {
  NEWEST: { name: 'sortDate', type: 'time' },
  TITLE: { name: 'sortTitle', type: 'text' },
  POST_COUNT: { name: 'postCount', type: 'integer' },
};

/** Which series are wanted. */
export interface SeriesFilter {
  readonly languages?: readonly string[] | null | undefined;
}

export interface SeriesListRequest extends OrderedRequest<SeriesOrderField> {
  readonly filter?: SeriesFilter | null | undefined;
}

/** All series, or those that are wanted. */
export function seriesSource(scope: ReadScope, { order, filter }: SeriesListRequest): ListSource<Series> {
  const languages = filter?.languages;
  return {
    name: 'seriesList',
    columns: Prisma.sql`s.*`,
    from: Prisma.sql`"Series" s`,
    where: [
      visibleSeries(sightOf(scope.viewer), 's'),
      ...(languages == null ? [] : [Prisma.sql`s."language" = any(${textsSql(languages)})`]),
    ],
    order: sortKeys(fields, order, 's'),
    fixedShape: languages == null && isUsual(order, newestSeriesFirst),
  };
}
