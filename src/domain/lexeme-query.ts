/**
 * Boolean expressions over the index, as the text of a `tsquery`. Null is the expression that nothing
 * fits; all of them keep it out of the text.
 */
export type LexemeQuery = string | null;

/** Has this lexeme, to the letter. */
export function lexemeQuery(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** Has a lexeme that begins so. */
export function prefixQuery(prefix: string): string {
  return `${lexemeQuery(prefix)}:*`;
}

/** Fits one of them. */
export function anyOf(queries: readonly LexemeQuery[]): LexemeQuery {
  const some = [...new Set(queries.filter((query) => query !== null))];
  const [only] = some;
  if (some.length < 2) return only ?? null;
  return `(${some.join('|')})`;
}

/** Fits all of them; of none at all: null, so that nothing is never everything. */
export function allOf(queries: readonly LexemeQuery[]): LexemeQuery {
  if (queries.length === 0 || queries.includes(null)) return null;
  const all = [...new Set(queries)];
  return all.length === 1 ? (all[0] ?? null) : `(${all.join('&')})`;
}

/** Fits the first and not the second. */
export function butNot(query: LexemeQuery, excluded: LexemeQuery): LexemeQuery {
  if (query === null || excluded === null) return query;
  return `(${query}&!${excluded})`;
}
