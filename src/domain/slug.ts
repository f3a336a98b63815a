import transliterated from '@sindresorhus/slugify';

/** What is read of a text: a slug is made of a title or a name, and a hostile one must cost nothing. */
const readCharacters = 1000;
const maxCharacters = 150;

/** Names that would otherwise all become "c", "f" or "net"; spelt as GitHub's topics are. */
const spelt: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\p{N}])c\+\+(?![\p{L}\p{N}])/giu, 'cpp'],
  [/(?<![\p{L}\p{N}])([acfjq])#(?![\p{L}\p{N}])/giu, '$1sharp'],
  [/(?<![\p{L}\p{N}])\.net(?![\p{L}\p{N}])/giu, 'dotnet'],
];

/** A run of letters and digits: the odd pieces of a split are such words. */
const words = /((?:[\p{L}\p{N}]\p{M}*)+)/u;

/**
 * A text as one URL segment: lower case, words joined by "-", Latin, Greek, Cyrillic and other scripts
 * that transliterate well in ASCII, every other script (日本語) in its own letters. The same text always
 * gives the same slug. At most 150 characters, cut between words where there is a word to cut at.
 *
 * Never empty: a text without letters or digits is spelt by its code points ("🎉" is "1f389"), so that
 * two such tags differ, and a blank text is "untitled".
 */
export function slugify(text: string): string {
  const read = spelt.reduce(
    (changed, [pattern, by]) => changed.replace(pattern, by),
    text.slice(0, readCharacters).normalize('NFC'),
  );
  const pieces: string[] = [];
  let plain = '';
  for (const [index, piece] of read.split(words).entries()) {
    if (index % 2 === 0 || transliterates(piece)) plain += piece;
    else {
      pieces.push(ascii(plain), piece.toLowerCase().normalize('NFC'));
      plain = '';
    }
  }
  pieces.push(ascii(plain));
  return cut(pieces.filter((piece) => piece !== '').join('-')) || codePoints(read) || 'untitled';
}

function ascii(text: string): string {
  // "JavaScript" is one word.
  return transliterated(text, { decamelize: false });
}

/** A letter without a transliteration becomes a separator, which the two letters around make visible. */
function transliterates(word: string): boolean {
  return /^[a-z\d]+$/i.test(word) || !ascii(`a${word}a`).includes('-');
}

function cut(slug: string): string {
  const characters = Array.from(slug);
  if (characters.length <= maxCharacters) return slug;
  const head = characters.slice(0, maxCharacters).join('');
  if (characters[maxCharacters] === '-') return head;
  const end = head.lastIndexOf('-');
  return end > head.length / 2 ? head.slice(0, end) : head;
}

function codePoints(text: string): string {
  return Array.from(text.replace(/[\s\p{C}]+/gu, ''))
    .slice(0, 10)
    .flatMap((character) => character.codePointAt(0)?.toString(16) ?? [])
    .join('-');
}
