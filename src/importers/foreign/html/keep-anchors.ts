import { slug } from 'github-slugger';
import type { Element, ElementContent, Root } from 'hast';
import { textOf } from '../../../domain/plain-text.ts';
import { elementsOf, replaceElements } from '../../../domain/tree-elements.ts';
import { inlineHtml, keptHtml } from './kept-html.ts';
import { decoded } from '../../text/decoded.ts';

const boxes = /^(?:h[1-6]|p|li|dt|dd|td|th|figcaption|div|section|blockquote|span|sup|sub|a|strong|em)$/;

/**
 * Keeps the places that links of the same body lead to: Markdown gives ids to headings only, and makes them
 * of their text. All other ids go.
 */
export function keepAnchors(tree: Root): void {
  const wanted = new Set(
    elementsOf(tree).flatMap(({ element: { properties } }) => {
      const { href } = properties;
      return typeof href === 'string' && href.startsWith('#') ? [decoded(href.slice(1))] : [];
    }),
  );
  replaceElements(tree, (element) => {
    const { id, name, ...others } = element.properties;
    element.properties = others;
    const own = [id, name].find((value) => typeof value === 'string' && wanted.has(value));
    if (typeof own !== 'string') return [element];
    wanted.delete(own);
    return withAnchor(element, own);
  });
}

function withAnchor(element: Element, id: string): ElementContent[] {
  if (/^h[1-6]$/.test(element.tagName) && /^[\w-]+$/.test(id)) {
    if (slug(textOf(element).trim()) !== id) element.children.push(keptHtml(inlineHtml, ` {#${id}}`));
    return [element];
  }
  const value = id.replace(/[&"<>{`\\\s]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const anchor = keptHtml(inlineHtml, `<a id="${value}"></a>`);
  if (!boxes.test(element.tagName)) return [anchor, element];
  placeIn(element, anchor);
  return [element];
}

/** Within the first paragraph of a box, since it is a piece of running text. */
function placeIn(element: Element, anchor: Element): void {
  const first = element.children.find((child) => child.type !== 'text' || child.value.trim() !== '');
  if (first?.type === 'element' && /^(?:p|div|h[1-6]|li|ul|ol|section|blockquote)$/.test(first.tagName)) {
    placeIn(first, anchor);
  } else element.children.unshift(anchor);
}
