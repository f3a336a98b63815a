import type { WriteTransaction } from '../db/change-log.ts';
import { stemLists, stemmerOf } from '../db/stem-words.ts';
import { filterLexeme, marks } from '../domain/search-grades.ts';
import { searchLexemes, searchSequence, searchVocabulary } from '../domain/search-lexemes.ts';
import type { StemsOf } from '../domain/search-lexemes.ts';
import { isPair, readSearchText } from '../domain/search-text.ts';
import type { ReadText } from '../domain/search-text.ts';
import { foldWord } from '../domain/words.ts';
import type { SearchSource } from './search-texts.ts';

/** A document as the index holds it. */
export interface MadeDocument {
  readonly source: SearchSource;
  readonly year: number | null;
  readonly lexemes: readonly string[];
  readonly sequence: string;
  /** Words that a query may name. */
  readonly vocabulary: ReadonlySet<string>;
}

/** Makes rows of the index, with one statement for the stems of all of them. */
export async function makeSearchDocuments(
  tx: WriteTransaction,
  sources: readonly SearchSource[],
): Promise<MadeDocument[]> {
  const read = sources.map((source) => ({ source, text: readSearchText(textsOf(source)) }));
  const stemsOf = await stemsOfAll(tx, read);
  return read.map(({ source, text }) => {
    const stems = stemsOf(source.language, text.spellings);
    const year = source.dated ? source.sortDate.getUTCFullYear() : null;
    return {
      source,
      year,
      lexemes: [...searchLexemes(text, stems), ...filterLexemes(source, year)],
      sequence: searchSequence(text),
      vocabulary: searchVocabulary(text, stems),
    };
  });
}

function textsOf({ title, headings, body, tags, categories, authors }: SearchSource) {
  const names = [...tags, ...categories.filter(({ own }) => own), ...authors].map(({ name }) => name);
  return { title, names, headings: headings.filter((text) => text !== null), body };
}

/** What results can be narrowed down to: each thing by the names it goes by in a filter. */
function filterLexemes(source: SearchSource, year: number | null): string[] {
  const { kind, language, tags, categories, authors } = source;
  return [
    filterLexeme(marks.kind, kind),
    filterLexeme(marks.language, language),
    ...(year === null ? [] : [filterLexeme(marks.year, String(year))]),
    ...tags.map(({ slug }) => filterLexeme(marks.tag, slug)),
    ...categories
      .flatMap(({ slug, treePath }) => [slug, treePath])
      .map((name) => filterLexeme(marks.category, name)),
    ...authors.map(({ slug }) => filterLexeme(marks.author, slug)),
  ];
}

interface Read {
  readonly source: SearchSource;
  readonly text: ReadText;
}

/**
 * A process knows the stems of a blog's words, none for a stop word; they never change. More than that is forgotten:
 * a hundred thousand take 10 MB.
 */
const maxKnown = 100_000;
const known = new Map<string, Map<string, string | null>>();

async function stemsOfAll(
  tx: WriteTransaction,
  all: readonly Read[],
): Promise<(language: string, spellings: ReadonlyMap<string, string>) => StemsOf> {
  if ([...known.values()].reduce((sum, { size }) => sum + size, 0) > maxKnown) known.clear();
  const lists = missingWords(all);
  const found = await stemLists(
    tx.prisma,
    lists.map(({ language, words }) => ({ language, words: [...words] })),
  );
  for (const [index, { dictionary, words }] of lists.entries()) {
    const stems = knownOf(dictionary);
    for (const word of words) {
      const stem = foldWord(found[index]?.get(word) ?? '');
      stems.set(word, stem === word ? word : stem || null);
    }
  }
  return (language, spellings) => {
    const stems = knownOf(stemmerOf(language));
    return (word) => stemsWith(stems, word, spellings.get(word));
  };
}

function knownOf(dictionary: string): Map<string, string | null> {
  const made = known.get(dictionary) ?? new Map<string, string | null>();
  known.set(dictionary, made);
  return made;
}

const nothing: readonly string[] = [];

/** A word is a stop word if it is one with its accents or without them. Pairs of characters have no stems. */
function stemsWith(
  stems: ReadonlyMap<string, string | null>,
  word: string,
  spelling: string | undefined,
): readonly string[] {
  const plain = stemOf(stems, word, word);
  if (plain === null) return nothing;
  const accented = spelling === undefined ? plain : stemOf(stems, spelling, plain);
  if (accented === null) return nothing;
  return accented === plain ? [plain] : [plain, accented];
}

/** Null for a stop word. */
function stemOf(stems: ReadonlyMap<string, string | null>, word: string, unknown: string): string | null {
  const stem = stems.get(word);
  return stem === undefined ? unknown : stem;
}

function missingWords(
  all: readonly Read[],
): readonly { readonly language: string; readonly dictionary: string; readonly words: Set<string> }[] {
  const lists = new Map<string, { language: string; dictionary: string; words: Set<string> }>();
  for (const { source, text } of all) {
    const dictionary = stemmerOf(source.language);
    const list = lists.get(dictionary) ?? { language: source.language, dictionary, words: new Set<string>() };
    lists.set(dictionary, list);
    const stems = knownOf(dictionary);
    const add = (word: string): void => {
      if (!stems.has(word) && !list.words.has(word)) list.words.add(word);
    };
    for (const words of [text.title, ...text.names, ...text.headings, text.body]) {
      for (const word of words) if (word.charCodeAt(0) < 0xe00 || !isPair(word)) add(word);
    }
    for (const spelling of text.spellings.values()) if (!isPair(spelling)) add(spelling);
  }
  return [...lists.values()];
}
