const words: readonly string[] = [
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
];
const ordinals: readonly string[] = [
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'],
];
const romans: readonly string[] = [
  ...['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv'],
];

/** A number from 1 to 999 written in digits, as an English word, or as a Roman numeral; else null. */
export function numeral(text: string): number | null {
  const folded = text.toLowerCase();
  if (/^\d{1,3}$/.test(folded)) return Number(folded) || null;
  for (const list of [words, ordinals, romans]) {
    const at = list.indexOf(folded);
    if (at >= 0) return at + 1;
  }
  return null;
}

/** Sources of patterns for `numeral`. */
export const numberPattern = `\\d{1,3}|${[...words, ...romans.toReversed()].join('|')}`;

/** Roman numerals from II on: a lone "I", "V" or "X" at the end of a title is more often a word. */
export const romanPattern = romans
  .filter((roman) => roman.length > 1)
  .toReversed()
  .join('|')
  .toUpperCase();
