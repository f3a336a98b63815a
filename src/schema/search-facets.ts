import { builder } from '../builder.ts';
import { pageCost, readPage } from '../domain/page.ts';
import { authorById } from '../loaders/authors.ts';
import { categoryById } from '../loaders/categories.ts';
import type { Loader } from '../loaders/loader.ts';
import { load } from '../loaders/loader.ts';
import type { ReadScope } from '../loaders/scope.ts';
import type { FacetedSearch, FacetName } from '../loaders/search/facets.ts';
import { facetCounts } from '../loaders/search/facets.ts';
import { tagById } from '../loaders/tags.ts';
import { Author } from './author.ts';
import { Category } from './category.ts';
import { isSearchKind, SearchKind } from './search-result.ts';
import { Tag } from './tag.ts';

/** A value and how many results have it. */
interface Facet<Value> {
  readonly value: Value;
  readonly count: number;
}

const countDescription = 'How many results have it.';

const TagFacet = builder.objectRef<Facet<typeof Tag.$inferType>>('TagFacet').implement({
  description: 'A tag of search results.',
  fields: (t) => ({
    tag: t.field({ type: Tag, description: 'The tag.', resolve: ({ value }) => value }),
    count: t.exposeInt('count', { description: countDescription }),
  }),
});

const CategoryFacet = builder.objectRef<Facet<typeof Category.$inferType>>('CategoryFacet').implement({
  description: 'A category of search results.',
  fields: (t) => ({
    category: t.field({ type: Category, description: 'The category.', resolve: ({ value }) => value }),
    count: t.exposeInt('count', { description: 'How many results are filed in it or below it.' }),
  }),
});

const AuthorFacet = builder.objectRef<Facet<typeof Author.$inferType>>('AuthorFacet').implement({
  description: 'An author of search results.',
  fields: (t) => ({
    author: t.field({ type: Author, description: 'The author.', resolve: ({ value }) => value }),
    count: t.exposeInt('count', { description: countDescription }),
  }),
});

const YearFacet = builder.objectRef<Facet<string>>('YearFacet').implement({
  description: 'A year of search results.',
  fields: (t) => ({
    year: t.int({ description: 'The year, in UTC.', resolve: ({ value }) => Number(value) }),
    count: t.exposeInt('count', { description: 'How many results are of it, by date of publication.' }),
  }),
});

const KindFacet = builder.objectRef<Facet<typeof SearchKind.$inferType>>('KindFacet').implement({
  description: 'A kind of search results.',
  fields: (t) => ({
    kind: t.expose('value', { type: SearchKind, description: 'The kind.' }),
    count: t.exposeInt('count', { description: countDescription }),
  }),
});

const LanguageFacet = builder.objectRef<Facet<string>>('LanguageFacet').implement({
  description: 'A language of search results.',
  fields: (t) => ({
    language: t.exposeString('value', { description: 'The language, as a BCP 47 tag.' }),
    count: t.exposeInt('count', { description: 'How many results are in it.' }),
  }),
});

interface FacetArguments {
  readonly first?: number | null | undefined;
}

const facetArguments = builder.args((t) => ({
  first: t.int({ description: 'How many values at most, 1 to 100; 20 when nothing is said.' }),
}));

/** @throws DomainError BAD_PAGE_SIZE */
function counts(scope: ReadScope, search: FacetedSearch, name: FacetName, { first }: FacetArguments) {
  const { size } = readPage({ first });
  return load(scope, facetCounts, { ...search, name, size });
}

/** The same where the values are rows. */
async function rowCounts<Row>(
  scope: ReadScope,
  loader: Loader<string, Row | null>,
  values: ReturnType<typeof counts>,
): Promise<Facet<Row>[]> {
  const facets = (await values).map(async ({ value, count }) => {
    const row = await load(scope, loader, value);
    return row === null ? [] : [{ value: row, count }];
  });
  return (await Promise.all(facets)).flat();
}

const facetCost = (args: FacetArguments) => ({ field: 5, multiplier: pageCost(args) });

export const SearchFacets = builder.objectRef<FacetedSearch>('SearchFacets').implement({
  description:
    'How many results have what: the most frequent first, then by name. Only lists that are asked for are counted.',
  fields: (t) => ({
    tags: t.field({
      type: [TagFacet],
      description: 'By tag.',
      args: facetArguments,
      complexity: facetCost,
      resolve: (search, args, scope) => rowCounts(scope, tagById, counts(scope, search, 'tags', args)),
    }),
    categories: t.field({
      type: [CategoryFacet],
      description: 'By category; what is filed in one counts for those above it too.',
      args: facetArguments,
      complexity: facetCost,
      resolve: (search, args, scope) =>
        rowCounts(scope, categoryById, counts(scope, search, 'categories', args)),
    }),
    authors: t.field({
      type: [AuthorFacet],
      description: 'By author; of resources, by speaker.',
      args: facetArguments,
      complexity: facetCost,
      resolve: (search, args, scope) => rowCounts(scope, authorById, counts(scope, search, 'authors', args)),
    }),
    years: t.field({
      type: [YearFacet],
      description: 'By year; the later first among equals.',
      args: facetArguments,
      complexity: facetCost,
      resolve: async (search, args, scope) => [...(await counts(scope, search, 'years', args))],
    }),
    kinds: t.field({
      type: [KindFacet],
      description: 'By kind.',
      args: facetArguments,
      complexity: facetCost,
      resolve: async (search, args, scope) =>
        (await counts(scope, search, 'kinds', args)).flatMap(({ value, count }) =>
          isSearchKind(value) ? [{ value, count }] : [],
        ),
    }),
    languages: t.field({
      type: [LanguageFacet],
      description: 'By language.',
      args: facetArguments,
      complexity: facetCost,
      resolve: async (search, args, scope) => [...(await counts(scope, search, 'languages', args))],
    }),
  }),
});
