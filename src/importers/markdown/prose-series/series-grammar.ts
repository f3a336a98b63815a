import { numeral } from '../../series/numerals.ts';
import { seriesWords } from './series-words.ts';
import type { SeriesWords } from './series-words.ts';

/** A place in a series: a number, or the end. */
export type SeriesPlace = number | 'last';

/** The patterns of a language, made of its words. All stay within a sentence and are bounded. */
export interface SeriesGrammar {
  readonly words: SeriesWords;
  /** "this is the second post of our series": groups ordinal, or part and perhaps total. */
  readonly self: RegExp;
  /** The same of "In the second part of our series, we show …", at the start of a text. */
  readonly opening: RegExp;
  readonly past: RegExp;
  readonly series: RegExp;
  /** "first post", "part 2", "the second": a link's text, or what stands before it. */
  readonly numbered: RegExp;
  readonly previous: RegExp;
  readonly next: RegExp;
  /** What follows "series": "on technical debt". Group topic. */
  readonly about: RegExp;
  /** What stands before it: "our OpenTelemetry naming series". Group name. */
  readonly named: RegExp;
}

const grammars = new Map<string, SeriesGrammar | null>();

/** The grammar of a language by its tag; null for one that is not described. */
export function seriesGrammar(language: string): SeriesGrammar | null {
  const [subtag = ''] = language.toLowerCase().split('-');
  const known = grammars.get(subtag);
  if (known !== undefined) return known;
  const words = Object.hasOwn(seriesWords, subtag) ? seriesWords[subtag] : undefined;
  const made = words === undefined ? null : grammarOf(words);
  grammars.set(subtag, made);
  return made;
}

const rest = '[^.!?\\n]';

function grammarOf(words: SeriesWords): SeriesGrammar {
  const { self, opening, past, post, part, series, of, previous, next, about } = words;
  const ordinal = Object.keys(words.numbers).join('|');
  const end = '(?![\\p{L}\\p{N}])';
  const start = '(?<![\\p{L}\\p{N}])';
  // The second post in our …, part 2 of 7 of our …
  const place =
    `(?:${start}(?<ordinal>${ordinal})${end}(?:\\s+(?:and|und|et|y)\\s+\\p{L}{4,10})?(?:[\\s-]+(?:${post})${end}){0,3}` +
    `|${start}(?:${part})\\s+(?<part>\\d{1,2}|${ordinal})${end}(?:\\s*(?:of|/|von|de|sur)\\s*\\d{1,2})?)` +
    `\\s+(?:${of})${end}${rest}{0,60}?${start}(?:${series})${end}`;
  const pattern = (source: string, flags = 'iu'): RegExp => new RegExp(source, flags);
  return {
    words,
    self: pattern(`${start}(?:${self})${end}${rest}{0,40}?${place}`),
    opening: pattern(`^[\\s*_>"'“]*(?:${opening})\\s+${place}`),
    past: pattern(`${start}(?:${past})${end}`),
    series: pattern(`${start}(?:${series})${end}`),
    numbered: pattern(
      `${start}(?:(?<ordinal>${ordinal})${end}(?:[\\s-]+(?:${post})${end}){1,3}|(?:${part})\\s+(?<part>\\d{1,2}|${ordinal})${end}|^(?:the|der|die|le|la|el)\\s+(?<alone>${ordinal})${end})`,
    ),
    previous: pattern(`${start}(?:${previous})${end}(?:\\s+(?:${post})${end}){0,3}`),
    next: pattern(`${start}(?:${next})${end}(?:\\s+(?:${post})${end}){1,3}`),
    about: pattern(`^(?:\\s+(?:${post}))*\\s+(?:${about})${end}\\s+(?<topic>[^.!?\\n;:()]{3,80})`),
    named: pattern(`(?<name>(?:[\\p{L}\\p{N}*_'’:&-]+\\s+){1,7})$`),
  };
}

/** The place that a match names; null when it names none. */
export function placeOf(match: RegExpExecArray | null, { words }: SeriesGrammar): SeriesPlace | null {
  const { ordinal, part, alone } = match?.groups ?? {};
  const written = (ordinal ?? part ?? alone ?? '').toLowerCase();
  if (written === '') return null;
  for (const [pattern, place] of Object.entries(words.numbers)) {
    if (new RegExp(`^(?:${pattern})$`, 'iu').test(written)) return place;
  }
  return numeral(written);
}
