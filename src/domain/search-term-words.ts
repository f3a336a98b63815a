import type { SearchTerm } from './search-query.ts';
import { isPair, spellingOf } from './search-text.ts';
import { words } from './words.ts';

/** A word of a term, folded, and as it was typed. */
export interface TermWord {
  readonly word: string;
  /** With its accents. */
  readonly spelling: string;
  /** A word that people may misspell: no pair of characters, no number, nothing short. */
  readonly correctable: boolean;
}

/** A term of a query as words that stand side by side. */
export interface TermWords {
  readonly words: readonly TermWord[];
  /** The last one may go on. */
  readonly prefix: boolean;
}

/** Reads a term into words. One character of an unspaced script stands for words that begin with it. */
export function readTerm(term: SearchTerm): TermWords {
  const text = textOf(term);
  const found = words(text).map(({ text: word, start, end }) => ({
    word,
    spelling: spellingOf(text.slice(start, end)),
    correctable: word.length > 3 && !isPair(word) && !/\d/.test(word),
  }));
  const last = found.at(-1)?.word ?? '';
  const open = term.kind === 'word' && term.prefix && !isPair(last);
  return { words: found, prefix: open || (found.length === 1 && isPair(last + last)) };
}

/** A term with other words in place of some; the rest of what was typed stays. */
export function replaceWords(term: SearchTerm, by: ReadonlyMap<string, string>): SearchTerm {
  return term.kind === 'word'
    ? { ...term, text: replaceIn(term.text, by) }
    : { ...term, words: term.words.map((text) => replaceIn(text, by)) };
}

function replaceIn(text: string, by: ReadonlyMap<string, string>): string {
  let replaced = text;
  for (const { text: word, start, end } of words(text).toReversed()) {
    const other = by.get(word);
    if (other !== undefined) replaced = replaced.slice(0, start) + other + replaced.slice(end);
  }
  return replaced;
}

function textOf(term: SearchTerm): string {
  return term.kind === 'word' ? term.text : term.words.join(' ');
}
