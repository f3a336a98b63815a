import { nearestWord } from '../../domain/edit-distance.ts';
import type { SearchQuery, SearchTerm } from '../../domain/search-query.ts';
import { planSearch } from '../../domain/search-plan.ts';
import { formsOfAsked, indexTerm } from '../../domain/search-terms.ts';
import type { AskedTerm, AskedWord } from '../../domain/search-terms.ts';
import { readTerm, replaceWords } from '../../domain/search-term-words.ts';
import type { TermWords } from '../../domain/search-term-words.ts';
import type { WordPattern } from '../../domain/text-matches.ts';
import type { ReadScope } from '../scope.ts';
import { lookUpStems, lookUpWords } from './look-up-words.ts';
import type { FoundWords } from './look-up-words.ts';
import type { ResolvedSearch } from './search-request.ts';

/**
 * Looks up the words of a query: their stems in the languages of the blog, and for those that nothing public
 * holds, the nearest word that something does. One statement, and another one for the stems of the latter.
 */
export async function resolveSearch(scope: ReadScope, query: SearchQuery): Promise<ResolvedSearch> {
  const typed = alternativesOf(query, readTerm);
  const wanted = typed.flatMap(({ all }) => all);
  const excluded = typed[0]?.none ?? [];
  const found = await lookUpWords(scope, wanted, excluded);
  const near = nearWords(found);
  const corrected = near.size === 0 ? null : alternativesOf(query, (term) => replaceWords(term, near), keep);
  const stems = near.size === 0 ? found.stems : await lookUpStems(scope, found, [...near.values()]);
  const asked = (term: TermWords): AskedTerm => ({
    prefix: term.prefix,
    words: term.words.map(({ word }): AskedWord => ({ word, stems: stems.get(word) ?? new Map() })),
  });
  const terms = (corrected === null ? typed : alternativesOf({ alternatives: corrected }, readTerm)).map(
    ({ all, none }) => ({ all: all.filter(isAsked).map(asked), none: none.filter(isAsked).map(asked) }),
  );
  const index = (term: AskedTerm) => indexTerm(term, found.languages);
  const alternatives = terms
    .filter(({ all }) => all.length > 0)
    .map(({ all, none }) => ({ all: all.map(index), none: none.map(index) }));
  return {
    corrected: corrected === null ? null : { alternatives: corrected },
    matches: terms.flatMap(({ all }) => all.map(matchOf)),
    plan: planSearch(alternatives, found.languages),
    name: `search ${JSON.stringify(query)}`,
  };
}

interface Terms<T> {
  readonly all: readonly T[];
  readonly none: readonly T[];
}

function alternativesOf<T>(
  { alternatives }: SearchQuery,
  wanted: (term: SearchTerm) => T,
  excluded: (term: SearchTerm) => T = wanted,
): Terms<T>[] {
  return alternatives.map(({ all, none }) => ({ all: all.map(wanted), none: none.map(excluded) }));
}

const keep = (term: SearchTerm): SearchTerm => term;

/** A term of signs only asks for nothing. */
const isAsked = ({ words }: TermWords): boolean => words.length > 0;

/** What a word that is nowhere was meant to be, for those of which that is clear. */
function nearWords({ unknown }: FoundWords): ReadonlyMap<string, string> {
  const near = new Map<string, string>();
  for (const [word, candidates] of unknown) {
    const nearest = nearestWord(word, candidates);
    if (nearest !== null) near.set(word, nearest);
  }
  return near;
}

function matchOf(term: AskedTerm): WordPattern {
  const [only, ...others] = term.words;
  if (only === undefined || others.length > 0) {
    return { kind: 'phrase', sequence: term.words.map(({ word }) => word) };
  }
  return {
    kind: 'word',
    exact: [only.word],
    stems: formsOfAsked(only),
    prefix: term.prefix ? only.word : null,
  };
}
