import type { Element, ElementContent } from 'hast';
import { elementsOf } from '../../../domain/tree-elements.ts';

/** Takes away the boxes that site builders put around the picture of a figure, and within its caption. */
export function flattenFigure(figure: Element): void {
  figure.children = figure.children.flatMap((child) => {
    if (child.type === 'element' && child.tagName === 'figcaption') flattenCaption(child);
    return withoutBoxes(child);
  });
}

/** Boxes around pictures and nothing else. */
function withoutBoxes(node: ElementContent): ElementContent[] {
  if (node.type !== 'element' || node.tagName !== 'div') return [node];
  const inside = elementsOf(node).map(({ element }) => element.tagName);
  const isFrame =
    inside.includes('img') && inside.every((name) => /^(?:div|a|img|picture|source)$/.test(name));
  return isFrame && !hasWords(node) ? node.children.flatMap(withoutBoxes) : [node];
}

function hasWords({ children }: Element): boolean {
  return children.some((child) =>
    child.type === 'text' ? child.value.trim() !== '' : child.type === 'element' && hasWords(child),
  );
}

/** One box, or one paragraph, is the caption itself. */
function flattenCaption(caption: Element): void {
  for (;;) {
    const [only, ...others] = caption.children.filter(
      (child) => child.type !== 'text' || child.value.trim() !== '',
    );
    if (only?.type !== 'element' || others.length > 0 || !/^(?:div|p)$/.test(only.tagName)) return;
    caption.children = only.children;
  }
}
