/**
 * How much a word counts where it stands, from the best place down; a word that a document has in several
 * places counts for the best one. The letter is put in front of the word in the index. A folded word
 * begins with no capital, so nothing collides with the bare word, which stands for all places.
 */
export const grades = [
  { letter: 'A', weight: 12 }, // in a short title
  { letter: 'B', weight: 10 }, // in a title
  { letter: 'C', weight: 5 }, // in the names of tags, categories, authors
  { letter: 'D', weight: 3 }, // in a heading, a subtitle or a description
  { letter: 'E', weight: 2 }, // often in the body
  { letter: '', weight: 1 }, // in the body
] as const;

export type GradeLetter = (typeof grades)[number]['letter'];

/** What else stands in the index, by the first letter of its lexemes. */
export const marks = {
  /** A word begins with this character. */
  initial: 'P',
  /** Two words stand side by side: anywhere, in a title, in names, in headings. */
  pair: { anywhere: 'S', title: 'T', names: 'V', headings: 'W' },
  language: 'L',
  kind: 'K',
  year: 'Y',
  tag: 'G',
  category: 'H',
  author: 'U',
} as const;

/** Something that results can be narrowed down to, by the name it has in a filter; no NUL, no line break. */
export function filterLexeme(mark: string, name: string): string {
  return `${mark}${name}`
    .replaceAll(/[\0\n]/g, ' ')
    .slice(0, 600)
    .toWellFormed();
}

/**
 * Two neighbouring words as a lexeme: one of 65,536, so that an index of pairs stays small. What it finds
 * is looked up in the text.
 */
export function pairCode(first: string, second: string): string {
  const text = `${first} ${second}`;
  let hash = 2_166_136_261;
  // FNV-1a over UTF-16 units, its halves laid over each other.
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619);
  }
  return ((hash ^ (hash >>> 16)) & 0xffff).toString(36);
}
