import { DomainError } from './errors.ts';
import { SEARCH_CHARACTERS, SEARCH_WORDS } from './limits.ts';

/** Something that a result must have, or must not have. Texts are as they were typed: domain/words.ts folds them. */
export type SearchTerm =
  /**
   * What stood between two blanks. Where it is several words of domain/words.ts ("full-text", a run of
   * Chinese), all are meant, side by side. `prefix`: words that begin with it will do as well, because it is
   * still being typed or ends in "*".
   */
  | { readonly kind: 'word'; readonly text: string; readonly prefix: boolean }
  /** Words that stand side by side: two at least. */
  | { readonly kind: 'phrase'; readonly words: readonly string[] };

/** What a result has. */
export interface SearchAlternative {
  /** Never empty. */
  readonly all: readonly SearchTerm[];
  /** The same in every alternative: what is excluded is excluded from all results. */
  readonly none: readonly SearchTerm[];
}

/** A query that was read: a result fits one of the alternatives. There is at least one. */
export interface SearchQuery {
  readonly alternatives: readonly SearchAlternative[];
}

/** The marks that open or close a phrase, whatever a keyboard makes of a quotation mark. */
const quotes = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02\u300c\u300d\u300e\u300f';

/**
 * A phrase in quotes or what stands between blanks, either with a "-" before it ("--watch" is a word), and
 * the quotes that stand at the ends of a word without making a phrase. Quotes within a word are its own.
 */
const pieces = new RegExp(
  String.raw`(?<minus>[-\u2212\uff0d](?![-\u2212\uff0d]))?(?:[${quotes}](?<phrase>[^${quotes}]*)[${quotes}]|[${quotes}]*(?<word>\S+))`,
  'gu',
);
const closing = new RegExp(`[${quotes}]+$`, 'u');
const readable = /[\p{L}\p{N}]/u;

/** Of the parts that a query is typed in. `or` is null. */
type Part = { readonly term: SearchTerm; readonly excluded: boolean } | null;

/**
 * Reads what somebody typed into a search box: words that must all be there, "phrases" in quotes, -word and
 * -"phrase" for what must not, `or` between alternatives, word* for what begins so. The last word is still
 * being typed unless a blank follows it. Whatever is typed can be read, as long as it asks for something.
 *
 * @throws DomainError EMPTY_QUERY when it names no word to look for; BAD_USER_INPUT when it is too long
 */
export function readSearchQuery(text: string): SearchQuery {
  if (Array.from(text).length > SEARCH_CHARACTERS) {
    throw new DomainError('BAD_USER_INPUT', `A search query has at most ${SEARCH_CHARACTERS} characters.`);
  }
  const parts = partsOf(text.toWellFormed().replace(/\p{Cc}/gu, ' '));
  const alternatives = alternativesOf(parts);
  if (alternatives.length === 0) {
    throw new DomainError('EMPTY_QUERY', 'The search query names no word to look for.');
  }
  const words = parts.reduce((sum, part) => sum + (part === null ? 0 : wordCount(part.term)), 0);
  if (words > SEARCH_WORDS) {
    throw new DomainError('BAD_USER_INPUT', `A search query has at most ${SEARCH_WORDS} words.`);
  }
  return { alternatives };
}

/** A query as somebody would type it: for "did you mean". Its last word is left as if it were still being typed. */
export function writeSearchQuery({ alternatives }: SearchQuery): string {
  const wanted = alternatives.map(({ all }) => all.map(writeTerm).join(' ')).join(' or ');
  const excluded = (alternatives[0]?.none ?? []).map((term) => ` -${writeTerm(term)}`);
  return excluded.length === 0 ? wanted.replace(/\*$/, '') : wanted + excluded.join('');
}

function partsOf(text: string): Part[] {
  const found = [...text.matchAll(pieces)];
  return found.flatMap(({ 0: piece, index, groups = {} }, position): Part[] => {
    const { minus, phrase, word = '' } = groups;
    const excluded = minus !== undefined;
    const atEnd = position === 0 || position === found.length - 1;
    if (phrase === undefined && !excluded && !atEnd && /^or$/i.test(word)) return [null];
    const isLast = index + piece.length === text.length;
    const term = phrase === undefined ? readWord(word, isLast && !excluded) : readPhrase(phrase);
    return term === null ? [] : [{ term, excluded }];
  });
}

function readWord(word: string, isLast: boolean): SearchTerm | null {
  if (!readable.test(word)) return null;
  const text = word.replace(/\*+$/, '').replace(closing, '');
  return { kind: 'word', text, prefix: word.endsWith('*') || (isLast && /[\p{L}\p{M}\p{N}]$/u.test(word)) };
}

function readPhrase(phrase: string): SearchTerm | null {
  const words = phrase.split(/\s+/u).filter((word) => readable.test(word));
  const [only] = words;
  if (only === undefined) return null;
  return words.length === 1 ? { kind: 'word', text: only, prefix: false } : { kind: 'phrase', words };
}

function alternativesOf(parts: readonly Part[]): SearchAlternative[] {
  const none: SearchTerm[] = [];
  const wanted: SearchTerm[][] = [[]];
  for (const part of parts) {
    if (part === null) wanted.push([]);
    else if (part.excluded) none.push(part.term);
    else wanted.at(-1)?.push(part.term);
  }
  return wanted.filter((all) => all.length > 0).map((all) => ({ all, none }));
}

/** Words as people count them, so that one long "a-b-c" is not free. */
function wordCount(term: SearchTerm): number {
  const text = term.kind === 'word' ? term.text : term.words.join(' ');
  return text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0;
}

function writeTerm(term: SearchTerm): string {
  if (term.kind === 'phrase') return `"${term.words.join(' ')}"`;
  return term.prefix ? `${term.text}*` : term.text;
}
