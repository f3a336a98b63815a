import { Prisma } from '../generated/prisma/client.ts';
import type { Database } from './client.ts';

/** Who can ask: a database's client, or that of a transaction. */
type Asker = Pick<Database['prisma'], '$queryRaw'>;

/** The stemmers of PostgreSQL 15, by the language of a BCP 47 tag. Others are compared as they are written. */
const stemmers: Readonly<Record<string, string>> = {
  ar: 'arabic',
  ca: 'catalan',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hi: 'hindi',
  hu: 'hungarian',
  hy: 'armenian',
  id: 'indonesian',
  it: 'italian',
  lt: 'lithuanian',
  nb: 'norwegian',
  ne: 'nepali',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sr: 'serbian',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
  yi: 'yiddish',
};

/** Languages that have a stemmer, and their dictionaries, side by side: for statements that choose one. */
export const stemmerRows = {
  languages: Object.keys(stemmers),
  dictionaries: Object.values(stemmers).map((name) => `${name}_stem`),
};

/** The text search dictionary of a language, such as `english_stem`; `simple` where there is none. */
export function stemmerOf(language: string): string {
  const [primary = ''] = language.toLowerCase().split(/[-_]/);
  const name = Object.hasOwn(stemmers, primary) ? stemmers[primary] : undefined;
  return name === undefined ? 'simple' : `${name}_stem`;
}

/** Words of one language. */
export interface WordList {
  readonly language: string;
  readonly words: readonly string[];
}

/** Stems by word; null for a stop word. */
export type Stems = ReadonlyMap<string, string | null>;

/**
 * The stems of words, without accents, as PostgreSQL's own dictionary of the language makes them.
 *
 * @param words in lower case; with accents a stemmer knows a word better, without them it still gives its best
 */
export async function stemWords(
  prisma: Asker,
  language: string,
  words: readonly string[],
): Promise<Map<string, string | null>> {
  const [stems = new Map<string, string | null>()] = await stemLists(prisma, [{ language, words }]);
  return new Map(stems);
}

/** The same for lists of several languages, in one statement, in their order. No words at all: none. */
export async function stemLists(prisma: Asker, lists: readonly WordList[]): Promise<Stems[]> {
  const asked = lists.flatMap(({ language, words }, list) =>
    words.map((word) => ({ list, word, dictionary: stemmerOf(language) })),
  );
  const answers = lists.map(() => new Map<string, string | null>());
  if (asked.length === 0) return answers;
  const rows = await prisma.$queryRaw<{ readonly stem: string | null }[]>(Prisma.sql`/* stemWords */ select
      (select unaccent(l.stem) from unnest(ts_lexize(w.dictionary::regdictionary, w.word)) l(stem) limit 1) as "stem"
    from unnest(${asked.map(({ dictionary }) => dictionary)}::text[], ${asked.map(({ word }) => word)}::text[])
      with ordinality as w(dictionary, word, n) order by n`);
  for (const [index, { list, word }] of asked.entries()) answers[list]?.set(word, rows[index]?.stem ?? null);
  return answers;
}
