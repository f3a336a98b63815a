import type { Element, ElementContent, Parents, Root } from 'hast';
import { textOf } from '../../../domain/plain-text.ts';

/** What a list of notes is called, where a heading says it. */
const title = /^\s*(?:foot|end)?\s?notes?\s*:?\s*$/i;

/** Moves notes to the end of a tree, where Markdown shows them, and takes away the lists that they leave. */
export function takeOutNotes(
  tree: Root,
  notes: readonly Element[],
  parents: ReadonlyMap<Element, Parents>,
): void {
  for (const note of notes) {
    const list = parents.get(note);
    remove(note, list);
    if (list) removeEmpty(list, parents);
    tree.children.push(note);
  }
}

/** Takes out a note, with the line and the heading right above it. */
function remove(note: ElementContent, parent: Parents | undefined): void {
  if (parent)
    cut(
      parent,
      parent.children.findIndex((child) => child === note),
    );
}

function cut(parent: Parents, at: number): void {
  let from = at;
  while (from > 0 && isIntroduction(parent.children[from - 1])) from -= 1;
  if (at >= 0) parent.children.splice(from, at - from + 1);
}

/** What holds nothing any more, with the line and the heading above it. */
function removeEmpty(box: Parents, parents: ReadonlyMap<Element, Parents>): void {
  const parent = box.type === 'element' && isEmpty(box) ? parents.get(box) : undefined;
  const index = parent ? parent.children.findIndex((child) => child === box) : -1;
  if (!parent || index < 0) return;
  cut(parent, index);
  removeEmpty(parent, parents);
}

function isEmpty({ children }: Element): boolean {
  return children.every((child) => {
    if (child.type !== 'element') return child.type !== 'text' || child.value.trim() === '';
    return child.tagName === 'hr' || isTitle(child) || (child.tagName !== 'img' && isEmpty(child));
  });
}

function isIntroduction(node: Parents['children'][number] | undefined): boolean {
  if (node?.type === 'text') return node.value.trim() === '';
  return node?.type === 'element' && (node.tagName === 'hr' || isTitle(node));
}

function isTitle(node: Element): boolean {
  return /^(?:h[1-6]|p|strong)$/.test(node.tagName) && title.test(node.children.map(textOf).join(''));
}
