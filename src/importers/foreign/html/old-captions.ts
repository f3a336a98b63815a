import type { Element, ElementContent } from 'hast';
import { elementsOf, hasClass } from '../../../domain/tree-elements.ts';

/**
 * A picture with its words as it was written before HTML had figures: by WordPress as a box (`wp-caption`) with a
 * paragraph, or a list of one definition; by Blogger as a table. Null: it is none.
 */
export function oldCaption(element: Element): Element | null {
  if (element.tagName === 'table' && hasClass(element, 'tr-caption-container')) return captionTable(element);
  if (!/^(?:div|dl)$/.test(element.tagName) || !hasClass(element, 'wp-caption')) return null;
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if (hasClass(child, 'wp-caption-text') || hasClass(child, 'wp-caption-dd'))
      return [{ ...child, tagName: 'figcaption', properties: {} }];
    return /^(?:dt|p)$/.test(child.tagName) ? child.children : [child];
  });
  return { type: 'element', tagName: 'figure', properties: {}, children };
}

function captionTable(table: Element): Element | null {
  const cells = elementsOf(table).flatMap(({ element }) => (element.tagName === 'td' ? [element] : []));
  const words = cells.filter((cell) => hasClass(cell, 'tr-caption'));
  const shown = cells.filter((cell) => !words.includes(cell)).flatMap(({ children }) => children);
  if (shown.length === 0 || words.length > 1) return null;
  const captions = words.map((cell): Element => ({ ...cell, tagName: 'figcaption', properties: {} }));
  return { type: 'element', tagName: 'figure', properties: {}, children: [...shown, ...captions] };
}
