import type { Element, ElementContent } from 'hast';
import { serialiseBody } from '../../../domain/body-tree.ts';
import { hasElement } from '../../../domain/tree-elements.ts';
import { htmlOf, inlineHtml } from './kept-html.ts';

/** Boxes of boxes: white space between what they hold says nothing, so a line may end there. */
const structure = /^(?:table|thead|tbody|tfoot|tr|dl|ul|ol|figure)$/;

/** Signs that have a meaning where Markdown or a template is read, and so does a line that ends. */
const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '{': '&#123;',
  '`': '&#96;',
  '\\': '&#92;',
  '\n': '&#10;',
};

/**
 * An element as HTML that may stand in Markdown by itself: no line of it is empty, none begins with
 * anything but a tag, and nothing in it has a meaning in Markdown (CommonMark 0.31, section 4.6).
 */
export function finishedHtml(element: Element): string {
  return write(element, false);
}

/** The tag that opens an element, with its attributes. */
export function openingTag(element: Element): string {
  const { alt, ...others } = element.properties;
  if (Object.keys(element.properties).length === 0 && element.tagName !== 'img')
    return `<${element.tagName}>`;
  const properties = element.tagName === 'img' ? { ...others, alt: alt ?? '' } : element.properties;
  const ordered = Object.fromEntries(Object.entries(properties).toSorted(([a], [b]) => order(a) - order(b)));
  const empty = serialiseBody({
    type: 'root',
    children: [{ ...element, properties: ordered, children: [] }],
  });
  const written = empty.replace(`</${element.tagName}>`, '');
  const inside = written
    .slice(1, -1)
    .replace(/[<>{`\\\n]/g, (sign) => (sign === '\n' ? ' ' : (signs[sign] ?? sign)));
  return `<${inside}>`;
}

/** What an element is comes first, how it looks last. */
function order(name: string): number {
  const place = ['href', 'src', 'alt', 'title'].indexOf(name);
  if (place >= 0) return place;
  return name === 'width' || name === 'height' ? 20 + name.length : 10 + name.charCodeAt(0) / 1000;
}

function write(element: Element, within: boolean): string {
  const { tagName, children } = element;
  const verbatim = within || tagName === 'pre';
  if (tagName === inlineHtml) return htmlOf(element);
  const opening = openingTag(element);
  if (/^(?:br|hr|img|input|wbr)$/.test(tagName)) return opening;
  const inside = isStructure(element)
    ? children.map((child) => (child.type === 'element' ? `\n${write(child, verbatim)}` : '')).join('')
    : trimmed(element, children.map((child) => writeChild(child, verbatim)).join(''));
  // The first newline within `pre` is none of its text.
  const first = tagName === 'pre' && inside.startsWith('\n') ? '\n&#10;' : '';
  return `${opening}${first}${first === '' ? inside : inside.slice(1)}${isStructure(element) ? '\n' : ''}</${tagName}>`;
}

/** White space at the edges of a block is not shown. */
function trimmed({ tagName }: Element, html: string): string {
  return /^(?:p|div|figcaption|caption|summary|d[dt]|t[dh]|li)$/.test(tagName)
    ? html.replace(/^ +| +$/g, '')
    : html;
}

function isStructure({ tagName, children }: Element): boolean {
  const isBox =
    structure.test(tagName) || (tagName === 'a' && hasElement({ type: 'root', children }, structure));
  return isBox && children.every((child) => child.type !== 'text' || child.value.trim() === '');
}

function writeChild(child: ElementContent, verbatim: boolean): string {
  if (child.type === 'element') return write(child, verbatim);
  if (child.type !== 'text') return '';
  const text = verbatim ? child.value : child.value.replace(/[ \t\n\f]+/g, ' ');
  return text.replace(/[&<>{`\\]/g, (sign) => signs[sign] ?? sign).replace(/\n(?=[ \t]*(?:\n|$))/g, '&#10;');
}
