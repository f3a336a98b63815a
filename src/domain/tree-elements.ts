import type { Element, Parents } from 'hast';

/** An element and what it stands in. */
export interface PlacedElement {
  readonly element: Element;
  readonly parent: Parents;
}

/** Every element of a tree in document order, an outer one before those in it. */
export function elementsOf(tree: Parents): PlacedElement[] {
  const found: PlacedElement[] = [];
  const walk = (parent: Parents): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      found.push({ element: child, parent });
      walk(child);
    }
  };
  walk(tree);
  return found;
}
