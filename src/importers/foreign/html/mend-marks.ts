import type { Element, ElementContent, Parents, Root } from 'hast';
import { hasElement, replaceElements } from '../../../domain/tree-elements.ts';
import { footnoteMark } from './footnotes.ts';
import { blockHtml } from './kept-html.ts';

/** Two names of one thing. */
const synonyms: Readonly<Record<string, string>> = {
  b: 'strong',
  i: 'em',
  s: 'del',
  strike: 'del',
  tt: 'code',
};
/** Elements of running text that Markdown has no sign for. */
export const tagged = /^(?:abbr|cite|dfn|ins|kbd|mark|q|ruby|rt|rp|rb|samp|small|sub|sup|time|u|var)$/;
const signed = /^(?:strong|em|del)$/;
/** What no mark may stand around. */
export const blockNames =
  /^(?:p|div|ul|ol|li|dl|dt|dd|pre|table|blockquote|h[1-6]|hr|figure|figcaption|details|section|article|aside|center|kept-block-html|kept-footnote-text)$/;

/**
 * Brings the marks of running text into a form that signs can stand for: none that is empty, within one of
 * its kind, beside one of its kind, around blocks, or that begins or ends with white space.
 */
export function mendMarks(tree: Root): void {
  replaceElements(tree, (element) => {
    element.tagName = synonyms[element.tagName] ?? element.tagName;
    const { tagName } = element;
    if (tagName === 'span') return element.children;
    const isMark = signed.test(tagName) || tagName === 'code' || tagged.test(tagName);
    if (!isMark && tagName !== 'a') {
      joinNeighbours(element);
      return [element];
    }
    if (!element.children.some(isShown)) return element.children;
    if (tagName === 'a') return leads(element) ? moveBlanks(element) : element.children;
    if (hasElement(element, blockNames)) return element.children;
    joinNeighbours(element);
    if (signed.test(tagName)) return moveBlanks(withoutOwnKind(element));
    return [element];
  });
  joinNeighbours(tree);
}

function isShown(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  if (node.type !== 'element') return false;
  return /^(?:img|input|hr)$/.test(node.tagName) || isFinal(node) || node.children.some(isShown);
}

/** A link without an address leads nowhere. */
function leads({ properties }: Element): boolean {
  const { href } = properties;
  return typeof href === 'string' && href.trim() !== '';
}

function isFinal({ tagName }: Element): boolean {
  return tagName === footnoteMark || tagName === blockHtml;
}

function withoutOwnKind(element: Element): Element {
  if (hasElement(element, new RegExp(`^${element.tagName}$`))) {
    replaceElements(element, (inner) => (inner.tagName === element.tagName ? inner.children : [inner]));
  }
  return element;
}

/** White space and line breaks at the edges of a mark stand outside of it. */
function moveBlanks(element: Element): ElementContent[] {
  const before: ElementContent[] = [];
  const after: ElementContent[] = [];
  const { children } = element;
  for (let first = children[0]; first && !isInk(first); first = children[0]) {
    if (trim(first, /^\s+/, before)) break;
    children.shift();
  }
  for (let last = children.at(-1); last && !isInk(last); last = children.at(-1)) {
    if (trim(last, /\s+$/, after)) break;
    children.pop();
  }
  return [...before, element, ...after.toReversed()];
}

/** Neither a line break nor text with a blank at an edge. */
function isInk(node: ElementContent): boolean {
  if (node.type === 'text') return !/^\s|\s$|^$/.test(node.value);
  return node.type === 'element' && node.tagName !== 'br';
}

/** Moves a blank out; true when text is left. */
function trim(node: ElementContent, edge: RegExp, out: ElementContent[]): boolean {
  if (node.type !== 'text') {
    out.push(node);
    return false;
  }
  const [blank] = edge.exec(node.value) ?? [];
  if (blank !== undefined) out.push({ type: 'text', value: blank });
  node.value = node.value.replace(edge, '');
  return node.value !== '';
}

/** Two marks of one kind side by side are one; so are two texts. */
function joinNeighbours(parent: Parents): void {
  const joined: ElementContent[] = [];
  for (const child of parent.children) {
    const last = joined.at(-1);
    if (child.type === 'text' && last?.type === 'text') last.value += child.value;
    else if (child.type === 'element' && last?.type === 'element' && isSameMark(last, child)) {
      for (const node of child.children) last.children.push(node);
    } else if (child.type !== 'doctype') joined.push(child);
  }
  parent.children = joined;
}

function isSameMark({ tagName }: Element, other: Element): boolean {
  return tagName === other.tagName && (signed.test(tagName) || (tagName === 'code' && isPlain(other)));
}

function isPlain({ children }: Element): boolean {
  return children.every(({ type }) => type === 'text');
}
