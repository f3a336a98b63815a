import type { Element } from 'hast';

/** Elements that stand for a piece of finished HTML, in a line or by itself; their one property holds it. */
export const inlineHtml = 'kept-inline-html';
export const blockHtml = 'kept-block-html';

/** An element that becomes the HTML as it is. */
export function keptHtml(kind: typeof inlineHtml | typeof blockHtml, html: string): Element {
  return { type: 'element', tagName: kind, properties: { html }, children: [] };
}

/** The HTML that an element of the two kinds stands for. */
export function htmlOf({ properties }: Element): string {
  return typeof properties['html'] === 'string' ? properties['html'] : '';
}
