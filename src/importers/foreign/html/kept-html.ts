import type { Element } from 'hast';

/** Elements that stand for a piece of finished HTML, in a line or by itself; their one property holds it. */
export const inlineHtml = 'kept-inline-html';
export const blockHtml = 'kept-block-html';

/**
 * An element that becomes the HTML as it is. It holds text: for one that is empty, what collapses white space
 * looks ahead each time to where text begins again.
 */
export function keptHtml(kind: typeof inlineHtml | typeof blockHtml, html: string): Element {
  return { type: 'element', tagName: kind, properties: { html }, children: [{ type: 'text', value: html }] };
}

/** The HTML that an element of the two kinds stands for. */
export function htmlOf({ properties }: Element): string {
  return typeof properties['html'] === 'string' ? properties['html'] : '';
}
