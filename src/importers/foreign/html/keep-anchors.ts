import type { Root } from 'hast';
import { elementsOf } from '../../../domain/tree-elements.ts';
import { inlineHtml, keptHtml } from './kept-html.ts';

/**
 * Keeps the places that links of the same body lead to: Markdown gives ids to headings only, and makes them
 * of their text. All other ids go.
 */
export function keepAnchors(tree: Root): void {
  const all = elementsOf(tree);
  const wanted = new Set(
    all.flatMap(({ element: { properties } }) => {
      const { href } = properties;
      return typeof href === 'string' && href.startsWith('#') ? [decoded(href.slice(1))] : [];
    }),
  );
  for (const { element, parent } of all) {
    const { id, name, ...others } = element.properties;
    const own = [id, name].find((value) => typeof value === 'string' && wanted.has(value));
    element.properties =
      element.tagName === 'input' ? { ...others, ...(name == null ? {} : { name }) } : others;
    if (typeof own !== 'string') continue;
    wanted.delete(own);
    const anchor = keptHtml(
      inlineHtml,
      `<a id="${own.replace(/[&"<>]/g, (c) => `&#${c.charCodeAt(0)};`)}"></a>`,
    );
    if (
      /^(?:h[1-6]|p|li|dt|dd|td|th|figcaption|div|section|blockquote|span|sup|sub|a|strong|em)$/.test(
        element.tagName,
      )
    ) {
      placeIn(element, anchor);
    } else parent.children.splice(parent.children.indexOf(element), 0, anchor);
  }
}

/** Within the first paragraph of a box, since it is a piece of running text. */
function placeIn(element: Root | ReturnType<typeof keptHtml>, anchor: ReturnType<typeof keptHtml>): void {
  const [first] = element.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  if (first?.type === 'element' && /^(?:p|div|h[1-6]|li|ul|ol|section|blockquote)$/.test(first.tagName))
    placeIn(first, anchor);
  else element.children.unshift(anchor);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
