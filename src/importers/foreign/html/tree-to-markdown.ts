import type { Element, Root } from 'hast';
import type { Html, Yaml } from 'mdast';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
import { stringifyMarkdown } from './stringify-markdown.ts';

/** Elements that stand for a piece of finished HTML, in a line or by itself; their one property holds it. */
export const inlineHtml = 'kept-inline-html';
export const blockHtml = 'kept-block-html';

const toMarkdown = unified()
  .use(rehypeRemark, {
    handlers: {
      [inlineHtml]: (_state: unknown, element: Element): Html => ({ type: 'html', value: htmlOf(element) }),
      // Of the nodes that are no running text this is the one that nothing else makes.
      [blockHtml]: (_state: unknown, element: Element): Yaml => ({ type: 'yaml', value: htmlOf(element) }),
    },
  })
  .freeze();

/** A tree that was cleaned as Markdown. */
export function treeToMarkdown(tree: Root): string {
  return stringifyMarkdown(toMarkdown.runSync(tree));
}

/** An element that becomes the HTML as it is. */
export function keptHtml(kind: typeof inlineHtml | typeof blockHtml, html: string): Element {
  return { type: 'element', tagName: kind, properties: { html }, children: [] };
}

function htmlOf({ properties }: Element): string {
  return typeof properties['html'] === 'string' ? properties['html'] : '';
}
