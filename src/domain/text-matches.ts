import type { Word } from './words.ts';

/**
 * How a term of a search is found in a text, in words as words.ts folds them: a word is one of `exact`, or
 * its stem is one of `stems`, or it begins with `prefix`; a phrase stands side by side.
 */
export type WordPattern =
  | {
      readonly kind: 'word';
      readonly exact: readonly string[];
      readonly stems: readonly string[];
      readonly prefix: string | null;
    }
  | { readonly kind: 'phrase'; readonly sequence: readonly string[] };

/** Where a term stands in a text, in UTF-16 units; the end is behind its last one. */
export interface TextMatch {
  readonly start: number;
  readonly end: number;
  /** Which terms stand here, by their number; more than one where they overlap. */
  readonly terms: ReadonlySet<number>;
}

/** The stems of a word, in all its spellings; none for a word that says nothing or was not looked up. */
export type StemsOf = (word: string) => readonly string[];

/** The terms of a search, arranged to be looked up word by word. */
export interface TextMatcher {
  readonly exact: ReadonlyMap<string, readonly number[]>;
  readonly stems: ReadonlyMap<string, readonly number[]>;
  readonly prefixes: ReadonlyMap<string, readonly number[]>;
  /** By their first word. */
  readonly phrases: ReadonlyMap<
    string,
    readonly { readonly sequence: readonly string[]; readonly term: number }[]
  >;
}

/** Arranges the terms of a search. */
export function textMatcher(patterns: readonly WordPattern[]): TextMatcher {
  const terms = patterns.map((pattern, term) => ({ pattern, term }));
  const words = terms.flatMap(({ pattern, term }) => (pattern.kind === 'word' ? [{ ...pattern, term }] : []));
  const phrases = terms.flatMap(({ pattern, term }) =>
    pattern.kind === 'phrase' ? [{ sequence: pattern.sequence, term }] : [],
  );
  return {
    exact: termsBy(words, ({ exact }) => exact),
    stems: termsBy(words, ({ stems }) => stems),
    prefixes: termsBy(words, ({ prefix }) => (prefix === null ? [] : [prefix])),
    phrases: Map.groupBy(phrases, ({ sequence: [first = ''] }) => first),
  };
}

function termsBy<T extends { readonly term: number }>(
  terms: readonly T[],
  keysOf: (term: T) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const pairs = terms.flatMap((term) => keysOf(term).map((key) => ({ key, term: term.term })));
  const grouped = Map.groupBy(pairs, ({ key }) => key);
  return new Map([...grouped].map(([key, found]) => [key, found.map(({ term }) => term)]));
}

/**
 * Whether it is worth knowing the stem of a word. A stem is rarely longer than its word, and stands in it
 * but for its end: dictionaries take prefixes and suffixes away and put another letter or two at the end.
 */
export function mayHaveStem({ stems }: TextMatcher, word: string): boolean {
  for (const stem of stems.keys()) if (word.includes(stem.slice(0, 2))) return true;
  return false;
}

/** Where the terms stand in a text, in its order; what overlaps is one match. */
export function findMatches(words: readonly Word[], matcher: TextMatcher, stemsOf: StemsOf): TextMatch[] {
  const found: Found[] = [];
  for (const [index, word] of words.entries()) {
    const terms = wordTerms(word.text, matcher, stemsOf);
    if (terms.length > 0) add(found, word.start, word.end, terms);
    for (const { sequence, term } of matcher.phrases.get(word.text) ?? []) {
      const last = words[index + sequence.length - 1];
      if (last !== undefined && sequence.every((text, step) => words[index + step]?.text === text)) {
        add(found, word.start, last.end, [term]);
      }
    }
  }
  return found;
}

function wordTerms(
  word: string,
  { exact, stems, prefixes }: TextMatcher,
  stemsOf: StemsOf,
): readonly number[] {
  const terms = [...(exact.get(word) ?? [])];
  if (stems.size > 0) for (const stem of stemsOf(word)) terms.push(...(stems.get(stem) ?? []));
  for (const [prefix, of] of prefixes) if (word.startsWith(prefix)) terms.push(...of);
  return terms;
}

interface Found {
  readonly start: number;
  end: number;
  readonly terms: Set<number>;
}

/** They come in the order of their starts. */
function add(found: Found[], start: number, end: number, terms: readonly number[]): void {
  const last = found.at(-1);
  if (last === undefined || start >= last.end) found.push({ start, end, terms: new Set(terms) });
  else {
    last.end = Math.max(last.end, end);
    for (const term of terms) last.terms.add(term);
  }
}
