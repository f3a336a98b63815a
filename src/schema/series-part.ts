import { builder } from '../builder.ts';
import { seriesTotal } from '../domain/series-total.ts';
import type { Series as SeriesRow, SeriesPart as SeriesPartRow } from '../generated/prisma/client.ts';
import { loadWantedLanguages } from '../loaders/languages.ts';
import { load } from '../loaders/loader.ts';
import { postById } from '../loaders/posts.ts';
import type { ReadScope } from '../loaders/scope.ts';
import { seriesById } from '../loaders/series.ts';
import { partsByPost, partsBySeries } from '../loaders/series-parts.ts';
import { loadInLanguages } from '../loaders/translations.ts';
import { Post } from './post.ts';
import { Series } from './series.ts';

export const SeriesPart = builder.prismaNode('SeriesPart', {
  description: 'One place in a series. Its post is null while it is to come.',
  id: { field: 'id' },
  fields: (t) => ({
    position: t.exposeInt('position', {
      description: 'Its place in the series, counted from 1. There may be gaps.',
    }),
    title: t.string({
      nullable: true,
      description: "What the series calls it, else its post's title.",
      resolve: async (part, _args, scope) => part.title ?? (await loadPost(scope, part))?.title ?? null,
    }),
    summary: t.exposeString('summary', {
      nullable: true,
      description: 'What it is about, as the series says.',
    }),
    post: t.field({
      type: Post,
      nullable: true,
      description:
        'The post that it is; null while it is to come. In a wanted language where there is a translation, else as the series has it.',
      args: {
        language: t.arg.string({
          description: 'The language of the reader, as a BCP 47 tag.',
        }),
        fallback: t.arg.stringList({
          description: 'Languages when it is not there in that one, the most wanted first.',
        }),
      },
      resolve: async (part, args, scope) => {
        const languages = await loadWantedLanguages(scope, args);
        const post = await loadPost(scope, part);
        return (await loadInLanguages(scope, post, languages)) ?? post;
      },
    }),
  }),
});

function loadPost(scope: ReadScope, { postId }: SeriesPartRow) {
  return postId === null ? null : load(scope, postById, postId);
}

async function loadTotal(scope: ReadScope, seriesId: string, series?: SeriesRow): Promise<number> {
  const [parts, row] = await Promise.all([
    load(scope, partsBySeries, seriesId),
    series ?? load(scope, seriesById, seriesId),
  ]);
  return seriesTotal(
    row?.plannedTotal ?? null,
    parts.map(({ position }) => position),
  );
}

/** The part some places away among those that show. */
async function loadNeighbour(scope: ReadScope, { seriesId, id }: SeriesPartRow, step: 1 | -1) {
  const parts = await load(scope, partsBySeries, seriesId);
  const here = parts.findIndex((part) => part.id === id);
  return here === -1 ? null : (parts[here + step] ?? null);
}

const OutlineEntry = builder
  .objectRef<{ readonly part: SeriesPartRow; readonly isCurrent: boolean }>('SeriesOutlineEntry')
  .implement({
    description: 'A line of the box that shows a series beside one of its parts.',
    fields: (t) => ({
      part: t.field({ type: SeriesPart, description: 'The part.', resolve: ({ part }) => part }),
      isCurrent: t.exposeBoolean('isCurrent', {
        description: 'Whether it is the part that the outline is shown beside.',
      }),
    }),
  });

builder.prismaObjectFields(SeriesPart, (t) => ({
  series: t.field({
    type: Series,
    nullable: true,
    description: 'The series.',
    resolve: (part, _args, scope) => load(scope, seriesById, part.seriesId),
  }),
  total: t.int({
    description: 'How many parts the series has, those to come included.',
    resolve: (part, _args, scope) => loadTotal(scope, part.seriesId),
  }),
  previous: t.field({
    type: SeriesPart,
    nullable: true,
    description: 'The part before it.',
    resolve: (part, _args, scope) => loadNeighbour(scope, part, -1),
  }),
  next: t.field({
    type: SeriesPart,
    nullable: true,
    description: 'The part after it, perhaps one to come.',
    resolve: (part, _args, scope) => loadNeighbour(scope, part, 1),
  }),
  // Not a field of the parts themselves: a client's cache knows a part by its id, wherever it is shown.
  outline: t.field({
    type: [OutlineEntry],
    description: 'All parts of the series in order, this one marked: what a series box shows.',
    complexity: { field: 1, multiplier: 10 },
    resolve: async (part, _args, scope) => {
      const parts = await load(scope, partsBySeries, part.seriesId);
      return parts.map((other) => ({ part: other, isCurrent: other.id === part.id }));
    },
  }),
}));

builder.prismaObjectField(Post, 'seriesParts', (t) =>
  t.field({
    type: [SeriesPart],
    description:
      'The parts of series that it is; most posts are none, few are several. A translation that is none itself is what it translates.',
    complexity: { field: 1, multiplier: 2 },
    resolve: async (post, _args, scope) => [...(await load(scope, partsByPost, post.id))],
  }),
);

builder.prismaObjectFields(Series, (t) => ({
  parts: t.field({
    type: [SeriesPart],
    description: 'All its parts in order, those to come included.',
    complexity: { field: 1, multiplier: 10 },
    resolve: async (series, _args, scope) => [...(await load(scope, partsBySeries, series.id))],
  }),
  total: t.int({
    description: 'How many parts it has, those to come included.',
    resolve: (series, _args, scope) => loadTotal(scope, series.id, series),
  }),
}));
