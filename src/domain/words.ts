/** A word of a text, as searching and comparing texts see it. */
export interface Word {
  /** Folded: lower case, compatibility forms as one, without accents, at most 64 UTF-16 units. */
  readonly text: string;
  /** Where it stands in the text, in UTF-16 units; the end is behind its last unit. */
  readonly start: number;
  readonly end: number;
}

/** What a longer word is cut to: nobody searches for the rest of a key in base64. */
const maxUnits = 64;

// Scripts that put no blanks between words. Their runs are cut into overlapping pairs of characters.
const unspaced = String.raw`[[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]&&[\p{L}\p{M}\p{Nl}]]`;
const letter = String.raw`[[\p{L}\p{N}\p{M}\xAD\u200C\u200D]--${unspaced}]`;

/**
 * A run of an unspaced script, or a word: ".net" keeps its dot where a word may begin, "c++" and "c#" what
 * they end in. One pass, no way back: linear in the text.
 */
const runs = new RegExp(
  String.raw`(?<run>${unspaced}+)|(?:(?<![\p{L}\p{N}\p{M}.])\.(?=\p{L}))?${letter}+(?:\+\++|#(?![\p{L}#]))?`,
  'gv',
);

const character = new RegExp(String.raw`[\s\S](?:[\p{M}\uFF9E\uFF9F])*`, 'gv');

/**
 * The words of a text, in order. What punctuation joins ("node.js", "well-known", "l'eau") is several
 * words. Chinese, Japanese, Korean, Thai and the like come as overlapping pairs of characters: "日本語" is
 * "日本" and "本語"; a character alone is itself. Linear in the length of the text.
 */
export function words(text: string): Word[] {
  const found: Word[] = [];
  for (const { 0: run, index, groups } of text.matchAll(runs)) {
    if (groups?.['run'] !== undefined) addPairs(found, run, index);
    else {
      const folded = foldWord(run);
      if (folded !== '') found.push({ text: folded, start: index, end: index + run.length });
    }
  }
  return found;
}

function addPairs(found: Word[], run: string, offset: number): void {
  const characters = [...run.matchAll(character)].map(({ 0: text, index }) => ({
    text: text
      .normalize('NFKC')
      .toLowerCase()
      .slice(0, maxUnits >> 1)
      .toWellFormed(),
    start: offset + index,
    end: offset + index + text.length,
  }));
  const [first] = characters;
  if (first !== undefined && characters.length === 1) found.push(first);
  for (const [index, { text, start }] of characters.entries()) {
    const next = characters[index + 1];
    if (next !== undefined) found.push({ text: text + next.text, start, end: next.end });
  }
}

/** Letters with a stroke or joined, which Unicode does not take apart; as PostgreSQL's `unaccent` folds them. */
const strokes: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŧ: 't',
  þ: 'th',
};

const plain = /^[\0-\x7F]*$/;
const stroked = /[ßæœøđðħıłŧþ]/g;
// Accents and points of these scripts may be left out when typing. Elsewhere marks are vowels, and stay.
const accents = /(?<=[\p{sc=Latin}\p{sc=Greek}\p{sc=Arabic}\p{sc=Hebrew}\p{N}])\p{M}+/gu;

/** Folds one word: see {@link Word}. Cyrillic keeps its letters (й), but for ё, which is often written е. */
export function foldWord(word: string): string {
  if (plain.test(word)) return word.slice(0, maxUnits).toLowerCase();
  const folded = word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\xAD\u200C\u200D]/g, '')
    .replace(accents, '')
    .normalize('NFC')
    .replaceAll('ё', 'е')
    .toLowerCase()
    .replace(stroked, (letter) => strokes[letter] ?? letter);
  return folded.slice(0, maxUnits).toWellFormed();
}
