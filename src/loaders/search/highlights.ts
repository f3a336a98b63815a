import { stemLists } from '../../db/stem-words.ts';
import { FRAGMENTS } from '../../domain/limits.ts';
import type { TextFragment } from '../../domain/text-fragments.ts';
import { bestFragments, wholeFragment } from '../../domain/text-fragments.ts';
import type { TextMatcher, WordPattern } from '../../domain/text-matches.ts';
import { findMatches, mayHaveStem, textMatcher } from '../../domain/text-matches.ts';
import type { Word } from '../../domain/words.ts';
import { words } from '../../domain/words.ts';
import { inWave } from '../read.ts';
import type { ReadScope } from '../scope.ts';
import type { HighlightText, SearchField } from './highlight-texts.ts';
import { readHighlightTexts } from './highlight-texts.ts';
import type { SearchHit } from './search-request.ts';

/** How one field of a result matched: the pieces of its texts that show it best. */
export interface SearchHighlight {
  readonly field: SearchField;
  readonly fragments: readonly TextFragment[];
}

/** By how much they say. */
const fields: readonly SearchField[] = [
  'TITLE',
  'SUBTITLE',
  'TAGS',
  'CATEGORIES',
  'AUTHORS',
  'HEADINGS',
  'DESCRIPTION',
  'BODY',
];

/** Shown from end to end, however long. */
const wholeFields: ReadonlySet<SearchField> = new Set(['TITLE', 'SUBTITLE', 'TAGS', 'CATEGORIES', 'AUTHORS']);

/** A text with its words, and the language it is written in. */
interface ReadText extends HighlightText {
  readonly language: string;
  readonly words: readonly Word[];
}

/** Stems by folded word, by language. */
type StemsByLanguage = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** Why results were found, by their ids: two statements, however many they are. */
export async function readHighlights(
  scope: ReadScope,
  hits: readonly SearchHit[],
  terms: readonly WordPattern[],
): Promise<ReadonlyMap<string, readonly SearchHighlight[]>> {
  const matcher = textMatcher(terms);
  const languages = new Map(hits.map(({ id, language }) => [id, language]));
  const texts = (await readHighlightTexts(scope, [...languages.keys()])).map((text) => ({
    ...text,
    language: languages.get(text.id) ?? '',
    words: words(text.text),
  }));
  const stems = await readStems(scope, texts, matcher);
  const byHit = Map.groupBy(texts, ({ id }) => id);
  return new Map([...byHit].map(([id, found]) => [id, highlightsOf(found, matcher, stems)]));
}

function highlightsOf(
  texts: readonly ReadText[],
  matcher: TextMatcher,
  stems: StemsByLanguage,
): SearchHighlight[] {
  return fields.flatMap((field) => {
    const fragments = texts
      .filter((text) => text.field === field)
      .map((text) => fragmentsOf(text, matcher, stems))
      .toSorted((a, b) => matchCount(b) - matchCount(a))
      .flat();
    return fragments.length === 0 ? [] : [{ field, fragments: fragments.slice(0, FRAGMENTS) }];
  });
}

function matchCount(fragments: readonly TextFragment[]): number {
  return fragments.reduce((sum, { matches }) => sum + matches.length, 0);
}

function fragmentsOf(
  { text, field, words, language }: ReadText,
  matcher: TextMatcher,
  stems: StemsByLanguage,
) {
  const matches = findMatches(words, matcher, (word) => stems.get(language)?.get(word) ?? []);
  if (matches.length === 0) return [];
  return wholeFields.has(field) ? [wholeFragment(text, matches)] : bestFragments(text, matches, language);
}

/** The stems of all words that may match by them. */
async function readStems(
  scope: ReadScope,
  texts: readonly ReadText[],
  matcher: TextMatcher,
): Promise<StemsByLanguage> {
  const languages = [...Map.groupBy(texts, ({ language }) => language)].map(([language, of]) => ({
    language,
    spellings: spellingsIn(of, matcher),
  }));
  const lists = languages.map(({ language, spellings }) => ({ language, words: [...spellings.keys()] }));
  const stems = await inWave(scope, () => stemLists(scope.db.prisma, lists));
  return new Map(
    languages.map(({ language, spellings }, list) => {
      const found = [...spellings].map(([spelling, word]) => ({
        word,
        stem: stems[list]?.get(spelling) ?? null,
      }));
      const byWord = Map.groupBy(found, ({ word }) => word);
      return [
        language,
        new Map(
          [...byWord].map(([word, of]) => [word, of.map(({ stem }) => stem).filter((stem) => stem !== null)]),
        ),
      ];
    }),
  );
}

/** The folded word by each of its spellings: a stemmer knows a word by its accents. */
function spellingsIn(texts: readonly ReadText[], matcher: TextMatcher): ReadonlyMap<string, string> {
  const spellings = new Map<string, string>();
  const unlikely = new Set<string>();
  for (const { text, words } of texts) {
    for (const { text: word, start, end } of words) {
      if (unlikely.has(word)) continue;
      const written = text.slice(start, end);
      const spelling = /^[\0-\x7F]*$/.test(written) ? word : written.normalize('NFC').toLowerCase();
      if (spellings.has(spelling)) continue;
      if (mayHaveStem(matcher, word)) spellings.set(spelling, word);
      else unlikely.add(word);
    }
  }
  return spellings;
}
