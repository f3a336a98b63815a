import { builder } from '../builder.ts';
import { DomainError } from '../domain/errors.ts';
import { FILTER_VALUES } from '../domain/limits.ts';
import type { SearchFilter as SearchFilterShape } from '../loaders/search/search-request.ts';
import { SearchKind } from './search-result.ts';

export const SearchFilter = builder.inputRef<SearchFilterShape>('SearchFilter').implement({
  description:
    'Which results are wanted. Everything that is given must hold; of a list one is enough, and an empty list is met by nothing. At most 200 values in all.',
  fields: (t) => ({
    kinds: t.field({ type: [SearchKind], description: 'Of one of these kinds.' }),
    languages: t.stringList({ description: 'In one of these languages (BCP 47 tags).' }),
    tags: t.stringList({ description: 'With one of these tags, by slug.' }),
    categories: t.stringList({
      description:
        'Filed in or below one of these categories, by slug or tree path ("engineering/databases").',
    }),
    authors: t.stringList({ description: 'By one of these authors, by slug; of resources, their speakers.' }),
    years: t.intList({ description: 'Of one of these years (UTC), by date of publication.' }),
  }),
});

/** @throws DomainError BAD_USER_INPUT when it is too large to be asked in good faith */
export function readSearchFilter(filter: SearchFilterShape | null | undefined): SearchFilterShape {
  const lists = Object.values(filter ?? {}) as readonly (readonly unknown[] | null | undefined)[];
  const values = lists.reduce((sum, list) => sum + (list?.length ?? 0), 0);
  if (values > FILTER_VALUES) {
    throw new DomainError(
      'BAD_USER_INPUT',
      `The filter lists ${values} values; ${FILTER_VALUES} are allowed.`,
    );
  }
  return filter ?? {};
}
