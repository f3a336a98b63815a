import type { Element, Nodes } from 'hast';

/** What CommonMark counts among punctuation, seen from a mark (CommonMark 0.31, section 2.1). */
const punctuation = /[\p{P}\p{S}]/u;
const space = /\s/u;

/**
 * Whether `**` would not be read as a mark at an edge of an element: it stands between a letter outside and
 * punctuation inside, as between 「」 and text of Japanese (section 6.2, flanking runs).
 */
export function needsTags(element: Element, before: Nodes | undefined, after: Nodes | undefined): boolean {
  if (!/^(?:strong|em|del)$/.test(element.tagName)) return false;
  const [first, last] = [element.children[0], element.children.at(-1)];
  return (
    (isLetter(characterOf(before, 'last')) && punctuation.test(characterOf(first, 'first'))) ||
    (isLetter(characterOf(after, 'first')) && punctuation.test(characterOf(last, 'last')))
  );
}

function isLetter(character: string): boolean {
  return character !== '' && !punctuation.test(character) && !space.test(character);
}

/** The outermost character of a node; of an element it is a sign of Markdown. */
function characterOf(node: Nodes | undefined, which: 'first' | 'last'): string {
  if (!node) return '';
  if (node.type !== 'text') return '*';
  const characters = Array.from(which === 'first' ? node.value.slice(0, 2) : node.value.slice(-2));
  return (which === 'first' ? characters[0] : characters.at(-1)) ?? '';
}
