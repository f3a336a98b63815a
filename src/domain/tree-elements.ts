import type { Element, ElementContent, Parents } from 'hast';

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

/**
 * Puts what `replace` gives back in the place of every element, an inner one before those around it; `at` is the
 * place among the children of `parent`, which are those that stood there before.
 */
export function replaceElements(
  parent: Parents,
  replace: (element: Element, parent: Parents, at: number) => readonly ElementContent[],
): void {
  const kept: ElementContent[] = [];
  for (const [at, child] of parent.children.entries()) {
    if (child.type === 'element') {
      replaceElements(child, replace);
      for (const node of replace(child, parent, at)) kept.push(node);
    } else if (child.type !== 'doctype') kept.push(child);
  }
  parent.children = kept;
}

/** Whether an element of one of these names is in a tree. */
export function hasElement(tree: Parents, names: RegExp): boolean {
  return tree.children.some(
    (child) => child.type === 'element' && (names.test(child.tagName) || hasElement(child, names)),
  );
}

/** Whether an element has a class. */
export function hasClass({ properties }: Element, name: string): boolean {
  const { className } = properties;
  return Array.isArray(className) && className.includes(name);
}
