import type { Element, ElementContent } from 'hast';
import { serialiseBody } from '../../../domain/body-tree.ts';
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
  return write(element, element.tagName === 'pre');
}

/** The tag that opens an element, with its attributes. */
export function openingTag(element: Element): string {
  const empty = serialiseBody({ type: 'root', children: [{ ...element, children: [] }] });
  const written = empty.replace(`</${element.tagName}>`, '');
  return written.replace(/[{`\\\n]/g, (sign) => (sign === '\n' ? ' ' : (signs[sign] ?? sign)));
}

function write(element: Element, verbatim: boolean): string {
  const { tagName, children } = element;
  if (tagName === inlineHtml) return htmlOf(element);
  const opening = openingTag(element);
  if (/^(?:br|hr|img|input|wbr)$/.test(tagName)) return opening;
  const inside = isStructure(element)
    ? children.map((child) => `\n${writeChild(child, verbatim)}`).join('')
    : children.map((child) => writeChild(child, verbatim)).join('');
  // The first newline within `pre` is none of its text.
  const first = tagName === 'pre' && inside.startsWith('&#10;') ? '\n' : '';
  return `${opening}${first}${inside.replace(/\n{2,}/g, '\n')}${isStructure(element) ? '\n' : ''}</${tagName}>`;
}

function isStructure({ tagName, children }: Element): boolean {
  return (
    structure.test(tagName) && children.every((child) => child.type !== 'text' || child.value.trim() === '')
  );
}

function writeChild(child: ElementContent, verbatim: boolean): string {
  if (child.type === 'element') return write(child, verbatim || child.tagName === 'pre');
  if (child.type !== 'text') return '';
  const text = verbatim ? child.value : child.value.replace(/[ \t\n\f]+/g, ' ');
  return text.replace(/[&<>{`\\\n]/g, (sign) => signs[sign] ?? sign);
}
