import { sortKey } from '../../domain/sort-key.ts';
import { numberPattern, numeral, romanPattern } from './numerals.ts';

/** A title that says which part of what it is. */
export interface PartTitle {
  /** What stands before the number: the title of the series. */
  readonly stem: string;
  readonly number: number;
  /** "2/3" says how many there are to be. */
  readonly total: number | null;
  /** What stands behind it: the title of the part; null when there is nothing. */
  readonly rest: string | null;
  /** How sure the mark is: a bare "II" needs its whole run beside it. */
  readonly sure: boolean;
}

const marker =
  'part|pt\\.?|episode|ep\\.?|volume|vol\\.?|instal+ment|lesson|teil|partie|parte|deel|часть|частина';
const of = '(?:\\s*(?:/|of|von|de|sur|av|van)\\s*(\\d{1,2}))?';
const ending = '(?![\\p{L}\\p{N}]|[.,/]\\d)';

/** The marks of a part, the surest first. Each names number and, perhaps, total. */
const marks: readonly { readonly pattern: RegExp; readonly sure: boolean }[] = [
  // Part 2, part two, Pt2, Vol.3, [Part 1], Teil 2, Part 2 of 3
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${marker})\\s*[#.:-]?\\s*(${numberPattern})${of}${ending}`,
      'iu',
    ),
    sure: true,
  },
  // (1/2), [2/3], at the end also 2/3
  { pattern: /[([]\s*(\d{1,2})\s*(?:\/|of)\s*(\d{1,2})\s*[)\]]/iu, sure: true },
  { pattern: /(?<=[\s,:–—-])(\d{1,2})\/(\d{1,2})$/u, sure: true },
  // #3
  { pattern: new RegExp(`(?<=[\\s([,:–—-])#(\\d{1,3})()${ending}`, 'u'), sure: true },
  // 第3回, その3
  { pattern: /(?:第|その)\s*(\d{1,3})\s*(?:回|部|話|章|篇|弾|部分)?()/u, sure: true },
  // Foo (II), Foo II: bar, and Foo (2) with the number alone in brackets at the end
  { pattern: new RegExp(`(?<=\\s)\\(?(${romanPattern})\\)?()(?=\\s*(?:$|[:–—]))`, 'u'), sure: false },
];

/** Titles are no longer; what is, has no mark at its end anyway. */
const readCharacters = 400;

/**
 * Reads the part out of a title: "Senior executives part 2: Work outside" is part 2 of "Senior executives".
 * Version numbers ("Rust 1.70"), years and dates are no parts. Null when the title names none, or has
 * nothing before it.
 */
export function partTitle(title: string): PartTitle | null {
  const text = title.slice(0, readCharacters);
  for (const { pattern, sure } of marks) {
    const match = pattern.exec(text);
    const number = match && numeral(match[1] ?? '');
    if (!match || number === null) continue;
    const stem = trimMarks(text.slice(0, match.index));
    const total = match[2] ? Number(match[2]) : null;
    if (!/\p{L}/u.test(stem) || (total !== null && (total < number || total < 2))) continue;
    return { stem, number, total, rest: trimMarks(text.slice(match.index + match[0].length)) || null, sure };
  }
  return null;
}

/** Without the punctuation that joined it to the mark. */
function trimMarks(text: string): string {
  return text.replace(/^[\s\p{Pd}\p{Pe},;:|/.、：]+/u, '').replace(/[\s\p{Pd}\p{Ps},;:|/、：]+$/u, '');
}

/** A stem as stems are compared: no case, no accents, no articles, words without their endings. */
export function foldStem(stem: string): string {
  return sortKey(stem)
    .replace(/\bseries$/, '')
    .split(' ')
    .filter((word) => !['', 'a', 'an', 'the'].includes(word))
    .map((word) => (word.length > 4 ? word.replace(/(?:ing|es|s|e)$/, '') : word))
    .join(' ');
}
