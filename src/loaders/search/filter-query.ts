import { allOf, anyOf, lexemeQuery } from '../../domain/lexeme-query.ts';
import type { LexemeQuery } from '../../domain/lexeme-query.ts';
import { filterLexeme, marks } from '../../domain/search-grades.ts';
import type { PlannedQuery } from '../../domain/search-plan.ts';
import type { SearchFilter } from './search-request.ts';

/** A query with a filter: what it narrows down to stands in the index as well. An empty list leaves nothing. */
export function narrowed({ sure, unsure }: PlannedQuery, filter: SearchFilter): PlannedQuery {
  const lists: readonly (readonly [string, readonly (string | number)[] | null | undefined])[] = [
    [marks.kind, filter.kinds],
    [marks.language, filter.languages],
    [marks.tag, filter.tags],
    [marks.category, filter.categories],
    [marks.author, filter.authors],
    [marks.year, filter.years],
  ];
  const conditions = lists.flatMap(([mark, values]) =>
    values == null ? [] : [anyOf(values.map((value) => lexemeQuery(filterLexeme(mark, String(value)))))],
  );
  const narrow = (query: LexemeQuery): LexemeQuery =>
    conditions.length === 0 ? query : allOf([query, ...conditions]);
  return { sure: narrow(sure), unsure: narrow(unsure) };
}
