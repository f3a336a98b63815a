import type { Element, ElementContent } from 'hast';
import { hasClass } from '../../../domain/tree-elements.ts';

/**
 * A picture with its words as WordPress wrote it before HTML had figures: a box (`wp-caption`) with a paragraph,
 * or a list of one definition. Null: it is none.
 */
export function oldCaption(element: Element): Element | null {
  if (!/^(?:div|dl)$/.test(element.tagName) || !hasClass(element, 'wp-caption')) return null;
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if (hasClass(child, 'wp-caption-text') || hasClass(child, 'wp-caption-dd'))
      return [{ ...child, tagName: 'figcaption', properties: {} }];
    return /^(?:dt|p)$/.test(child.tagName) ? child.children : [child];
  });
  return { type: 'element', tagName: 'figure', properties: {}, children };
}
