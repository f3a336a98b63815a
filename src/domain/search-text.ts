import { words } from './words.ts';

/** What a document says, and where. */
export interface SearchText {
  readonly title: string;
  /** Names of its tags, categories and authors. */
  readonly names: readonly string[];
  /** Headings, a subtitle, a description. */
  readonly headings: readonly string[];
  readonly body: string;
}

/** A text as the index sees it: folded words, in order. Nothing stands beside the last word of a text. */
export interface ReadText {
  readonly title: readonly string[];
  readonly names: readonly (readonly string[])[];
  readonly headings: readonly (readonly string[])[];
  readonly body: readonly string[];
  /** Last characters of runs of an unspaced script: no pair of characters begins with them. */
  readonly ends: ReadonlySet<string>;
  /** Lower-case spellings with accents, by folded word, where the two differ: stemmers want them. */
  readonly spellings: ReadonlyMap<string, string>;
}

/** Words of a body that are read: what stands behind them is not found. */
const maxWords = 50_000;

/** Reads the words of a document's texts. */
export function readSearchText({ title, names, headings, body }: SearchText): ReadText {
  const ends = new Set<string>();
  const spellings = new Map<string, string>();
  const read = (text: string): string[] => readWords(text, ends, spellings);
  return {
    title: read(title),
    names: names.map(read),
    headings: headings.map(read),
    body: read(body),
    ends,
    spellings,
  };
}

function readWords(text: string, ends: Set<string>, spellings: Map<string, string>): string[] {
  const found = words(text);
  found.length = Math.min(found.length, maxWords);
  return found.map(({ text: word, start, end }, index) => {
    const written = text.slice(start, end);
    if (!isAscii(written)) {
      const spelling = spellingOf(written);
      if (spelling !== word) spellings.set(word, spelling);
      const next = found[index + 1];
      if (isPair(word) && (next === undefined || next.start >= end)) ends.add(lastOf(word));
    }
    return word;
  });
}

/** How a word is written, in lower case and with its accents. */
export function spellingOf(written: string): string {
  return written.normalize('NFC').toLowerCase().slice(0, 64).toWellFormed();
}

const pair =
  /^(?:(?=[\p{L}\p{Nl}])[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*){2}$/u;

/** Whether a word is two neighbouring characters of an unspaced script. */
export function isPair(word: string): boolean {
  return pair.test(word);
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0x7f) return false;
  return true;
}

function lastOf(word: string): string {
  return /\P{M}\p{M}*$/u.exec(word)?.[0] ?? word;
}
