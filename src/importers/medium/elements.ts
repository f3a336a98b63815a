import type { Element, ElementContent, Parents } from 'hast';
import { textOf } from '../../domain/plain-text.ts';
import { elementsOf, hasClass } from '../../domain/tree-elements.ts';

/** The elements of a tree that something is true of, in their order. */
export function allIn(tree: Parents, is: (element: Element) => boolean): Element[] {
  return elementsOf(tree).flatMap(({ element }) => (is(element) ? [element] : []));
}

/** The first element of a class. */
export function firstOf(tree: Parents, name: string): Element | null {
  return allIn(tree, (element) => hasClass(element, name))[0] ?? null;
}

/** An attribute that is a text with something in it. */
export function attribute(element: Element | null, name: string): string | null {
  const value = element?.properties[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** The text of an element in one line; null when there is none. */
export function lineOf(element: Element | null): string | null {
  const text = element === null ? '' : textOf(element).replace(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}

/** Takes an element out of a tree, and what held nothing but it. */
export function drop(tree: Parents, gone: Element): void {
  const placed = elementsOf(tree).find(({ element }) => element === gone);
  if (!placed) return;
  const { parent } = placed;
  parent.children.splice(parent.children.indexOf(gone), 1);
  const isEmpty = parent.children.every((child) => child.type === 'text' && child.value.trim() === '');
  if (isEmpty && parent !== tree && parent.type === 'element') drop(tree, parent);
}

/** Puts others in the place of elements, inner ones first; null: it stays. Takes time linear in the tree. */
export function replaceIn(
  tree: Element,
  others: (element: Element) => readonly ElementContent[] | null,
): void {
  tree.children = tree.children.flatMap((child) => {
    if (child.type !== 'element') return [child];
    replaceIn(child, others);
    return others(child) ?? [child];
  });
}
