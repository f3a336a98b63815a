import type { Element, Root } from 'hast';
import { elementsOf } from './tree-elements.ts';

const marker = /^\s*\[!(note|tip|important|warning|caution)\][ \t]*\n?/i;

/**
 * GitHub's alerts (`> [!NOTE]`) as the same boxes that other notations become
 * (docs.github.com, Basic writing and formatting syntax, Alerts).
 */
export function boxAlerts(tree: Root): void {
  for (const { element: quote } of elementsOf(tree)) {
    const first = quote.tagName === 'blockquote' ? quote.children.find(isElement) : undefined;
    const text = first?.tagName === 'p' ? first.children[0] : undefined;
    const kind = text?.type === 'text' ? marker.exec(text.value)?.[1]?.toLowerCase() : undefined;
    if (text?.type !== 'text' || kind === undefined) continue;
    text.value = text.value.replace(marker, '');
    const label = kind.charAt(0).toUpperCase() + kind.slice(1);
    const title: Element = {
      type: 'element',
      tagName: 'div',
      properties: { className: ['admonition-title'] },
      children: [
        { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: label }] },
      ],
    };
    quote.tagName = 'aside';
    quote.properties = { className: ['admonition', `admonition-${kind}`] };
    quote.children.unshift(title);
  }
}

function isElement(node: Element['children'][number]): node is Element {
  return node.type === 'element';
}
