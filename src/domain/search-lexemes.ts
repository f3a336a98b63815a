import { marks, pairCode } from './search-grades.ts';
import type { GradeLetter } from './search-grades.ts';
import type { ReadText } from './search-text.ts';

/** The stem of a folded word, and that of its spelling with accents where there is one; none for a stop word. */
export type StemsOf = (word: string) => readonly string[];

/** A title of so few words says with each of them what it is about. */
const shortTitle = 3;

/** A tsvector holds 1 MB of text; only what nobody wrote by hand comes near. */
const maxBytes = 900_000;

/**
 * What a document's words are in the index: its stems and words, once bare and once behind the letter of
 * the best place they have; the characters that words begin with; its pairs of neighbours. Stop words are
 * there where they stand in a title or a name only.
 */
export function searchLexemes(text: ReadText, stemsOf: StemsOf): string[] {
  const places = new Places(stemsOf);
  places.add(text.title, text.title.length <= shortTitle ? 'A' : 'B', true);
  for (const name of text.names) places.add(name, 'C', true);
  for (const heading of text.headings) places.add(heading, 'D', false);
  places.addBody(text.body);
  const lexemes = places.lexemes();
  for (const end of text.ends) lexemes.add(end);
  addPairs(lexemes, marks.pair.title, [text.title], null);
  addPairs(lexemes, marks.pair.names, text.names, null);
  addPairs(lexemes, marks.pair.headings, text.headings, stemsOf);
  addPairs(lexemes, marks.pair.anywhere, [text.title, ...text.names], null);
  addPairs(lexemes, marks.pair.anywhere, [text.title, ...text.names, ...text.headings, text.body], stemsOf);
  return within(lexemes, maxBytes);
}

/** The words of a document that a query may name, for the vocabulary. */
export function searchVocabulary(text: ReadText, stemsOf: StemsOf): Set<string> {
  const found = new Set([...text.title, ...text.names.flat()]);
  for (const word of [...text.headings.flat(), ...text.body]) {
    if (!found.has(word) && stemsOf(word).length > 0) found.add(word);
  }
  return found;
}

/** All words in one text, for phrases: a blank on both sides of each, and a bar between texts. */
export function searchSequence(text: ReadText): string {
  const texts = [text.title, ...text.names, ...text.headings, text.body];
  return ` ${texts.map((sequence) => sequence.join(' ')).join(' | ')} `;
}

/** Where words and stems stand. Grades are added from the best down: the first one stays. */
class Places {
  private readonly graded = new Map<string, GradeLetter>();
  private readonly bare = new Set<string>();
  private readonly stemsOf: StemsOf;

  constructor(stemsOf: StemsOf) {
    this.stemsOf = stemsOf;
  }

  /** @param whole stop words too, and words as well as stems */
  add(sequence: readonly string[], letter: GradeLetter, whole: boolean): void {
    for (const word of sequence) {
      const stems = this.stemsOf(word);
      if (stems.length === 0 && !whole) continue;
      for (const form of [...stems, ...(whole ? formsOf(word) : [])]) {
        if (!this.graded.has(form)) this.graded.set(form, letter);
        this.bare.add(form);
      }
      for (const form of formsOf(word)) this.bare.add(form);
    }
  }

  /** A stem that comes often, for the length of the text, is what the text is about. */
  addBody(body: readonly string[]): void {
    const counts = new Map<string, number>();
    for (const word of body) counts.set(word, (counts.get(word) ?? 0) + 1);
    const often = new Map<string, number>();
    for (const [word, count] of counts) {
      const stems = this.stemsOf(word);
      if (stems.length === 0) continue;
      for (const form of formsOf(word)) this.bare.add(form);
      for (const stem of stems) {
        this.bare.add(stem);
        often.set(stem, (often.get(stem) ?? 0) + count);
      }
    }
    const enough = Math.max(2, 2 * (0.5 + body.length / 1000));
    for (const [stem, count] of often) {
      if (count >= enough && !this.graded.has(stem)) this.graded.set(stem, 'E');
    }
  }

  lexemes(): Set<string> {
    const lexemes = new Set<string>();
    for (const [form, letter] of this.graded) lexemes.add(letter + form);
    for (const form of this.bare) {
      lexemes.add(form);
      const [initial = ''] = form;
      lexemes.add(marks.initial + initial);
    }
    return lexemes;
  }
}

/** ".env" is found as "env" too. */
export function formsOf(word: string): string[] {
  return word.startsWith('.') ? [word, word.slice(1)] : [word];
}

/** @param stemsOf says which words are left out, so that the next ones are neighbours; null: none */
function addPairs(
  lexemes: Set<string>,
  mark: string,
  texts: readonly (readonly string[])[],
  stemsOf: StemsOf | null,
): void {
  for (const sequence of texts) {
    let before: string | null = null;
    for (const word of sequence) {
      if (stemsOf !== null && stemsOf(word).length === 0) continue;
      if (before !== null) lexemes.add(mark + pairCode(before, word));
      before = word;
    }
  }
}

function within(lexemes: ReadonlySet<string>, bytes: number): string[] {
  let left = bytes;
  return [...lexemes].filter((lexeme) => {
    left -= 3 * lexeme.length;
    return left >= 0;
  });
}
