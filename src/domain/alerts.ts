import type { Element, Root } from 'hast';
import { elementsOf } from './tree-elements.ts';

/** GitHub's kinds, and those that Obsidian has beside them. */
const kinds =
  'note|tip|important|warning|caution|abstract|summary|tldr|info|todo|hint|success|check|done|question|help|faq|' +
  'attention|failure|fail|missing|danger|error|bug|example|quote|cite';
const marker = new RegExp(`^\\s*\\[!(${kinds})\\](?:\\|[\\w-]+)?[+-]?[ \\t]*`, 'i');

/**
 * Alerts of GitHub (`> [!NOTE]`; docs.github.com, Basic writing and formatting syntax, Alerts) and callouts of
 * Obsidian (`> [!tip]- A title`) as the same boxes that other notations become. What folds is open.
 */
export function boxAlerts(tree: Root): void {
  for (const { element: quote } of elementsOf(tree)) {
    const first = quote.tagName === 'blockquote' ? quote.children.find(isElement) : undefined;
    const text = first?.tagName === 'p' ? first.children[0] : undefined;
    const kind = text?.type === 'text' ? marker.exec(text.value)?.[1]?.toLowerCase() : undefined;
    if (!first || text?.type !== 'text' || kind === undefined) continue;
    text.value = text.value.replace(marker, '');
    const title = takeFirstLine(first);
    if (first.children.length === 0) quote.children = quote.children.filter((child) => child !== first);
    const label = kind.charAt(0).toUpperCase() + kind.slice(1);
    quote.tagName = 'aside';
    quote.properties = { className: ['admonition', `admonition-${kind}`] };
    quote.children.unshift(titleOf(title.length > 0 ? title : [{ type: 'text', value: label }]));
  }
}

/** Takes the nodes of a paragraph up to its first line break out of it. */
function takeFirstLine(paragraph: Element): Element['children'] {
  const taken: Element['children'] = [];
  for (let node = paragraph.children[0]; node !== undefined; node = paragraph.children[0]) {
    if (node.type === 'element' && node.tagName === 'br') {
      paragraph.children.shift();
      break;
    }
    const end = node.type === 'text' ? node.value.indexOf('\n') : -1;
    if (node.type === 'text' && end >= 0) {
      if (node.value.slice(0, end).trim() !== '')
        taken.push({ type: 'text', value: node.value.slice(0, end).trimEnd() });
      node.value = node.value.slice(end + 1);
      break;
    }
    paragraph.children.shift();
    if (node.type !== 'text' || node.value !== '') taken.push(node);
  }
  const [next] = paragraph.children;
  if (next?.type === 'text') next.value = next.value.replace(/^\n/, '');
  return taken;
}

function titleOf(children: Element['children']): Element {
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['admonition-title'] },
    children: [{ type: 'element', tagName: 'p', properties: {}, children }],
  };
}

function isElement(node: Element['children'][number]): node is Element {
  return node.type === 'element';
}
