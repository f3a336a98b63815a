import { builder } from '../builder.ts';
import { rowIdOf } from '../domain/global-id.ts';
import { readOrder } from '../domain/order.ts';
import { readPage } from '../domain/page.ts';
import { normalisePath } from '../domain/permalink.ts';
import { checkPostFilter } from '../domain/post-filter.ts';
import { load } from '../loaders/loader.ts';
import type { SeriesFilter as SeriesFilterShape } from '../loaders/series.ts';
import {
  newestSeriesFirst,
  seriesById,
  seriesByPath,
  seriesBySlug,
  seriesSource,
} from '../loaders/series.ts';
import { loadPageUrl } from '../loaders/site.ts';
import { listConnection } from './connection.ts';
import { OrderDirection } from './scalars.ts';
import { sharedPostCount } from './row-number.ts';

export const Series = builder.prismaNode('Series', {
  description: 'An ordered set of parts, each a post or one still to come.',
  id: { field: 'id' },
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'URL-safe name, unique among series.' }),
    title: t.exposeString('title', { description: 'As it is printed.' }),
    path: t.exposeString('path', { description: 'Its page on the site, beginning with "/".' }),
    url: t.field({
      type: 'URL',
      description: 'Its page on the site.',
      resolve: (series, _args, scope) => loadPageUrl(scope, series.path),
    }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'What it is about, as plain text.',
    }),
    language: t.exposeString('language', { description: 'Its language, as a BCP 47 tag.' }),
    postCount: t.exposeInt('postCount', { description: 'How many public posts it has.' }),
  }),
});

export const SeriesConnection = builder.connectionObject(
  { type: Series, name: 'SeriesConnection', description: 'A page of series.' },
  {
    name: 'SeriesEdge',
    description: 'A series in a list.',
    fields: (t) => ({
      sharedPostCount: t.int(sharedPostCount),
    }),
  },
);

const SeriesOrderFieldEnum = builder.enumType('SeriesOrderField', {
  description: 'What series can be ordered by.',
  values: {
    NEWEST: { description: 'The date of its newest public post.' },
    TITLE: { description: 'The title, without regard to case and accents.' },
    POST_COUNT: { description: 'How many public posts it has.' },
  },
});

const SeriesOrder = builder.inputType('SeriesOrder', {
  description: 'One key of an order of series.',
  fields: (t) => ({
    field: t.field({ type: SeriesOrderFieldEnum, required: true, description: 'What to order by.' }),
    direction: t.field({
      type: OrderDirection,
      defaultValue: 'ASC',
      required: true,
      description: 'Which end is first.',
    }),
  }),
});

const SeriesFilter = builder.inputRef<SeriesFilterShape>('SeriesFilter').implement({
  description: 'Which series are wanted.',
  fields: (t) => ({
    languages: t.stringList({ description: 'In one of these languages (BCP 47 tags).' }),
  }),
});

const SeriesBy = builder.inputType('SeriesBy', {
  description: 'Names one series, in exactly one way.',
  isOneOf: true,
  fields: (t) => ({
    slug: t.string({ description: 'Its slug.' }),
    id: t.id({ description: 'Its global id.' }),
    path: t.string({ description: 'Its page on the site.' }),
  }),
});

builder.queryFields((t) => ({
  series: t.field({
    type: Series,
    nullable: true,
    description: 'One series; null when there is none.',
    args: { by: t.arg({ type: SeriesBy, required: true, description: 'Which one.' }) },
    resolve: (_root, { by }, scope) => {
      if (by.id != null) return load(scope, seriesById, rowIdOf('Series', by.id));
      if (by.path != null) return load(scope, seriesByPath, normalisePath(by.path));
      return load(scope, seriesBySlug, by.slug);
    },
  }),
  seriesList: t.connection(
    {
      type: Series,
      description: 'All series.',
      args: {
        filter: t.arg({ type: SeriesFilter, description: 'Only these series.' }),
        orderBy: t.arg({
          type: [SeriesOrder],
          description:
            'The first key counts most; equal series are ordered by id. The newest first when absent.',
        }),
      },
      resolve: (_root, args, scope) => {
        const { filter } = args;
        if (filter != null) checkPostFilter(filter);
        const request = { page: readPage(args), order: readOrder(args.orderBy, newestSeriesFirst), filter };
        return listConnection(scope, seriesSource(scope, request), request.page);
      },
    },
    SeriesConnection,
  ),
}));
