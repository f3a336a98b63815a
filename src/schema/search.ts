import { builder } from '../builder.ts';
import { PAGE_DEFAULT } from '../domain/limits.ts';
import type { PageArguments } from '../domain/page.ts';
import { pageCost, readPage } from '../domain/page.ts';
import { readSearchQuery, writeSearchQuery } from '../domain/search-query.ts';
import type { ReadScope } from '../loaders/scope.ts';
import { readHighlights } from '../loaders/search/highlights.ts';
import { resolveSearch } from '../loaders/search/resolve-search.ts';
import { readSearchCount, readSearchPage } from '../loaders/search/search-page.ts';
import type { SearchFilter as SearchFilterShape } from '../loaders/search/search-request.ts';
import { connectionOf } from './connection.ts';
import { SearchFacets } from './search-facets.ts';
import { readSearchFilter, SearchFilter } from './search-filter.ts';
import { SearchHighlight } from './search-highlights.ts';
import { resultReads, SearchResult } from './search-result.ts';

interface SearchArguments extends PageArguments {
  readonly query: string;
  readonly filter?: SearchFilterShape | null | undefined;
}

async function search(scope: ReadScope, args: SearchArguments) {
  const page = readPage(args);
  const filter = readSearchFilter(args.filter);
  const resolved = await resolveSearch(scope, readSearchQuery(args.query));
  const found = await readSearchPage(scope, resolved, filter, page);
  // What was hidden since has no row any more.
  const nodes = await Promise.all(found.rows.map(({ entityType, id }) => resultReads[entityType](scope, id)));
  let highlights: ReturnType<typeof readHighlights> | undefined;
  const highlightsOf = async (id: string) =>
    (await (highlights ??= readHighlights(scope, found.rows, resolved.matches))).get(id) ?? [];
  const { edges, ...connection } = connectionOf(found, () => readSearchCount(scope, resolved, filter));
  return {
    ...connection,
    edges: edges.flatMap(({ node: hit, cursor }, index) => {
      const node = nodes[index] ?? null;
      return node === null ? [] : [{ node, cursor, hit, highlights: () => highlightsOf(hit.id) }];
    }),
    suggestion: resolved.corrected === null ? null : writeSearchQuery(resolved.corrected),
    facets: { resolved, filter },
  };
}

builder.queryField('search', (t) =>
  t.connection(
    {
      type: SearchResult,
      description:
        'Posts, series, authors, tags, categories and resources that fit a query, the best first, the newest first among equals. Accents, case and the forms of a word make no difference; a misspelt word finds what it was meant to be (see suggestion).',
      args: {
        query: t.arg.string({
          required: true,
          description:
            'Words that must all be there. "Words in quotes" stand side by side, -word must not be there, or stands between alternatives, word* is a beginning, and so is the last word unless a blank follows it. 256 characters at most. Without a word to look for: the error EMPTY_QUERY.',
        }),
        filter: t.arg({ type: SearchFilter, description: 'Only these results.' }),
      },
      complexity: (args) => ({ field: 10, multiplier: Math.max(pageCost(args), PAGE_DEFAULT) }),
      resolve: (_root, args, scope) => search(scope, args),
    },
    {
      name: 'SearchResultConnection',
      description: 'A page of search results.',
      fields: (fields) => ({
        suggestion: fields.exposeString('suggestion', {
          nullable: true,
          description:
            'What the query was taken for, because words of it are nowhere: the results are those of this one. Null when it was taken as it is.',
        }),
        facets: fields.field({
          type: SearchFacets,
          description:
            'How many results there would be for each tag, category and so on. Each list is counted with all filters but its own, so that it says what another choice would give.',
          // They come once, whatever the page's size, by which all that stands here is multiplied. No page
          // costs less than one of the usual size, so this is never too little.
          complexity: { field: 0, multiplier: 1 / PAGE_DEFAULT },
          resolve: ({ facets }) => facets,
        }),
      }),
    },
    {
      name: 'SearchResultEdge',
      description: 'A search result: how well it fits, and where.',
      fields: (fields) => ({
        score: fields.float({
          description: 'How well it fits; the higher, the better. Compare it within one search only.',
          resolve: ({ hit }) => hit.score,
        }),
        highlights: fields.field({
          type: [SearchHighlight],
          description:
            'Where the query matched, as text with offsets. Only fields that matched; the one that says most first.',
          complexity: { field: 3, multiplier: 1 },
          resolve: async ({ highlights }) => [...(await highlights())],
        }),
      }),
    },
  ),
);
