import { allOf, anyOf, lexemeQuery, prefixQuery } from './lexeme-query.ts';
import type { LexemeQuery } from './lexeme-query.ts';
import { grades, marks, pairCode } from './search-grades.ts';

/** A folded word of a query with its stems in each language in use; no stem where it is a stop word. */
export interface AskedWord {
  readonly word: string;
  readonly stems: ReadonlyMap<string, readonly string[]>;
}

/** A term of a query, read and looked up. */
export interface AskedTerm {
  /** One word, or several that stand side by side. */
  readonly words: readonly AskedWord[];
  /** The last word may go on. */
  readonly prefix: boolean;
}

/** A term as expressions over the index. */
export interface IndexTerm {
  /** Has it in each place, as `grades`; the last one has it anywhere. */
  readonly at: readonly LexemeQuery[];
  /** What must be looked up in the text, because the index only thinks so. */
  readonly phrase: string | null;
  /** Languages in which it says nothing. */
  readonly stopIn: ReadonlySet<string>;
  /** The longer, the more it says. */
  readonly length: number;
}

/** How a term is found in the index. */
export function indexTerm(term: AskedTerm, languages: readonly string[]): IndexTerm {
  const [only, ...others] = term.words;
  const length = term.words.reduce((sum, { word }) => sum + word.length, 0);
  if (only !== undefined && others.length === 0) {
    const stopIn = new Set(languages.filter((language) => only.stems.get(language)?.length === 0));
    return { at: wordAt(only, term.prefix), phrase: null, stopIn, length };
  }
  const said = term.words.map(({ word }) => word).join(' ');
  const phrase = term.prefix ? ` ${said}` : ` ${said} `;
  return { at: sequenceAt(term, languages), phrase, stopIn: new Set(), length };
}

/** The forms under which a word stands in the index. */
export function formsOfAsked({ word, stems }: AskedWord): string[] {
  return [...new Set([word, ...[...stems.values()].flat()])];
}

/** Places of a beginning: never as good as the word itself. */
const beginningAt: readonly (readonly string[])[] = [[], [], ['A', 'B'], ['C'], [], ['']];

function wordAt(asked: AskedWord, prefix: boolean): LexemeQuery[] {
  const forms = formsOfAsked(asked);
  return grades.map(({ letter }, grade) => {
    const exact = forms.map((form) => lexemeQuery(letter + form));
    const begun = prefix ? (beginningAt[grade] ?? []).map((place) => beginning(place, asked.word)) : [];
    return anyOf([...exact, ...begun]);
  });
}

/** Words that begin with one letter are legion; the index says of each document which letters there are. */
function beginning(place: string, word: string): string {
  const single = Array.from(word).length === 1;
  return single && place === '' ? lexemeQuery(marks.initial + word) : prefixQuery(place + word);
}

function sequenceAt({ words, prefix }: AskedTerm, languages: readonly string[]): LexemeQuery[] {
  const open = prefix ? (words.at(-1)?.word ?? null) : null;
  const whole = open === null ? words : words.slice(0, -1);
  const within = (mark: string, letters: readonly string[]): LexemeQuery =>
    allOf([...sideBySide(whole, mark, letters), ...opened(open, letters)]);
  const anywhere = byLanguage(whole, languages).map(({ content, only }) => {
    const parts = sideBySide(content, marks.pair.anywhere, ['']);
    return allOf([...parts, ...opened(open, ['']), ...only]);
  });
  return [
    null,
    within(marks.pair.title, ['A', 'B']),
    within(marks.pair.names, ['C']),
    null,
    null,
    anyOf(anywhere),
  ];
}

/** @param letters places in which a word stands that has no neighbour to be paired with */
function sideBySide(words: readonly AskedWord[], mark: string, letters: readonly string[]): LexemeQuery[] {
  const [only, ...others] = words;
  if (only === undefined) return [];
  if (others.length === 0) return [anyOf(letters.map((letter) => lexemeQuery(letter + only.word)))];
  return others.map(({ word }, index) => lexemeQuery(mark + pairCode(words[index]?.word ?? '', word)));
}

function opened(open: string | null, letters: readonly string[]): LexemeQuery[] {
  return open === null ? [] : [anyOf(letters.map((letter) => beginning(letter, open)))];
}

/**
 * Bodies are indexed without the stop words of their language, so a phrase reads differently in each. Where
 * all languages agree, the language makes no difference. Of nothing but stop words only titles and names
 * know.
 */
function byLanguage(
  words: readonly AskedWord[],
  languages: readonly string[],
): { readonly content: readonly AskedWord[]; readonly only: readonly LexemeQuery[] }[] {
  const readings = Map.groupBy(languages, (language) =>
    words.map(({ stems }) => (stems.get(language)?.length === 0 ? '-' : '+')).join(''),
  );
  return [...readings].map(([reading, spoken]) => {
    const content = words.filter((_word, index) => reading[index] === '+');
    const condition = anyOf(spoken.map((language) => lexemeQuery(marks.language + language)));
    return {
      content: content.length === 0 ? words : content,
      only: readings.size === 1 ? [] : [condition],
    };
  });
}
