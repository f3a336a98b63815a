import { allOf, anyOf, butNot, lexemeQuery } from './lexeme-query.ts';
import type { LexemeQuery } from './lexeme-query.ts';
import { grades, marks } from './search-grades.ts';
import type { IndexTerm } from './search-terms.ts';

/** What fits, as the index says; and what the index only thinks so, until the text is read. */
export interface PlannedQuery {
  readonly sure: LexemeQuery;
  readonly unsure: LexemeQuery;
}

/** Results that fit equally well. */
export interface SearchLevel extends PlannedQuery {
  readonly score: number;
}

/** What one alternative asks of the text of an unsure result. */
export interface SearchCheck {
  /** Which results it speaks of; null: of all. */
  readonly query: LexemeQuery;
  readonly has: readonly string[];
  readonly lacks: readonly string[];
}

/** A query as expressions over the index. */
export interface SearchPlan {
  /** All results. */
  readonly all: PlannedQuery;
  /** Every result stands in exactly one level. From the best down. */
  readonly levels: readonly SearchLevel[];
  readonly checks: readonly SearchCheck[];
}

/** The terms of an alternative. */
export interface IndexAlternative {
  readonly all: readonly IndexTerm[];
  readonly none: readonly IndexTerm[];
}

/** Terms whose place counts; further ones must only be there. */
const maxGraded = 3;

/**
 * Plans a search so that its cost does not grow with the number of results: relevance is a small number of
 * levels, each a boolean expression that the index answers exactly, best first. One is asked for only
 * when those before it did not fill the page, and nothing is ever scored.
 */
export function planSearch(
  alternatives: readonly IndexAlternative[],
  languages: readonly string[],
): SearchPlan {
  const read = alternatives.map((alternative) => readAlternative(alternative, languages));
  const [only, ...others] = read;
  if (only === undefined) return { all: { sure: null, unsure: null }, levels: [], checks: [] };
  const levels = others.length === 0 ? gradedLevels(only) : sharedLevels(read);
  const phrases = read.some(({ has }) => has.length > 0);
  const doubted = anyOf(only.lacking.map((term) => anywhere(term)));
  const part = (query: LexemeQuery): PlannedQuery =>
    phrases
      ? { sure: null, unsure: query }
      : { sure: butNot(query, doubted), unsure: doubted === null ? null : allOf([query, doubted]) };
  return {
    all: part(anyOf(read.map(({ query }) => query))),
    levels: levels.flatMap(({ score, query }) => (query === null ? [] : [{ score, ...part(query) }])),
    checks: read.map(({ query, has, lacking }) => ({
      query: others.length === 0 ? null : query,
      has,
      lacks: lacking.flatMap(({ phrase }) => phrase ?? []),
    })),
  };
}

interface ReadAlternative {
  /** Has all terms, somewhere, and none of the excluded words. */
  readonly query: LexemeQuery;
  /** The terms whose place counts, the longest first. */
  readonly graded: readonly IndexTerm[];
  readonly has: readonly string[];
  /** Excluded phrases. */
  readonly lacking: readonly IndexTerm[];
}

function readAlternative({ all, none }: IndexAlternative, languages: readonly string[]): ReadAlternative {
  const wanted = withoutStopWords(all, languages);
  const excluded = anyOf(none.filter(({ phrase }) => phrase === null).map(anywhere));
  return {
    query: butNot(allOf(wanted.map(anywhere)), excluded),
    graded: wanted.toSorted((a, b) => b.length - a.length).slice(0, maxGraded),
    has: wanted.flatMap(({ phrase }) => phrase ?? []),
    lacking: none.filter(({ phrase }) => phrase !== null),
  };
}

const anywhere = ({ at }: IndexTerm): LexemeQuery => at.at(-1) ?? null;

/**
 * A stop word asks nothing of a text in its language, as long as the query asks for something else: a
 * German text need not hold the "die" of a query, where an English one must.
 */
function withoutStopWords(terms: readonly IndexTerm[], languages: readonly string[]): IndexTerm[] {
  const told = languages.filter((language) => terms.some(({ stopIn }) => !stopIn.has(language)));
  return terms.flatMap((term) => {
    const free = told.filter((language) => term.stopIn.has(language));
    if (free.length === 0) return [term];
    if (free.length === languages.length) return [];
    const excused = free.map((language) => lexemeQuery(marks.language + language));
    return [{ ...term, at: [...term.at.slice(0, -1), anyOf([anywhere(term), ...excused])] }];
  });
}

interface Level {
  readonly score: number;
  readonly query: LexemeQuery;
}

/** A place of a term, better ones excluded, and what it counts. */
interface Place {
  readonly weight: number;
  readonly query: LexemeQuery;
}

/** Places that count alike. */
interface Kind {
  readonly weight: number;
  readonly places: readonly number[];
}

/** Of one or two terms every place counts for itself; of more, titles, names and headings, and bodies. */
const fine: readonly Kind[] = grades.map(({ weight }, grade) => ({ weight, places: [grade] }));
const coarse: readonly Kind[] = [
  { weight: 10, places: [0, 1] },
  { weight: 4, places: [2, 3] },
  { weight: 1, places: [5] },
];

function placesOf(term: IndexTerm, kinds: readonly Kind[]): Place[] {
  const found: Place[] = [];
  let better: LexemeQuery = null;
  for (const { weight, places } of kinds) {
    const query = anyOf(places.map((place) => term.at[place] ?? null));
    if (query === null) continue;
    found.push({ weight, query: butNot(query, better) });
    better = anyOf([better, query]);
  }
  return found;
}

/** The score is the sum of what the places of the terms count. */
function gradedLevels({ query, graded }: ReadAlternative): Level[] {
  const kinds = graded.length < 3 ? fine : coarse;
  let sums: { readonly score: number; readonly queries: readonly LexemeQuery[] }[] = [
    { score: 0, queries: [] },
  ];
  for (const term of graded) {
    const places = placesOf(term, kinds);
    sums = sums.flatMap(({ score, queries }) =>
      places.map((place) => ({ score: score + place.weight, queries: [...queries, place.query] })),
    );
  }
  return [...Map.groupBy(sums, ({ score }) => score)]
    .map(([score, ways]) => ({
      score,
      query: allOf([query, anyOf(ways.map(({ queries }) => allOf(queries)))]),
    }))
    .sort((a, b) => b.score - a.score);
}

/** Of alternatives the longest term of each counts, and of those that a result fits the best one. */
function sharedLevels(alternatives: readonly ReadAlternative[]): Level[] {
  const levels: Level[] = [];
  let better: LexemeQuery = null;
  for (const { weight, places } of coarse) {
    const fits = alternatives.map(({ query, graded: [term] }) =>
      allOf([query, anyOf(places.map((place) => term?.at[place] ?? null))]),
    );
    const query = anyOf(fits);
    levels.push({ score: weight, query: butNot(query, better) });
    better = anyOf([better, query]);
  }
  return levels;
}
