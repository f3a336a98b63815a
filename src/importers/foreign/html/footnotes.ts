import type { Element, ElementContent, Root } from 'hast';
import { textOf } from '../../../domain/plain-text.ts';
import { elementsOf } from '../../../domain/tree-elements.ts';
import type { PlacedElement } from '../../../domain/tree-elements.ts';

/** The class of the pieces that become `[^1]` and `[^1]: …`; see `footnoteHandlers`. */
export const footnoteMark = 'kept-footnote-mark';
export const footnoteText = 'kept-footnote-text';

/** A note, and the links in the text that call it. */
interface Footnote {
  readonly note: PlacedElement;
  readonly calls: PlacedElement[];
}

/**
 * Finds footnotes, whichever program wrote them (WordPress, Pandoc, kramdown, Ghost, Substack): a link whose text
 * is a number or a sign leads to an element that holds a link back to it. They become footnotes of GFM.
 */
export function writeFootnotes(tree: Root): void {
  const all = elementsOf(tree);
  const calls = all.filter(({ element }) => isCall(element));
  if (calls.length === 0) return;
  const byId = new Map<string, PlacedElement>();
  for (const placed of all) for (const id of idsOf(placed.element)) if (!byId.has(id)) byId.set(id, placed);
  const parents = new Map(all.map(({ element, parent }) => [element, parent]));
  const notes = new Map<Element, Footnote>();
  for (const call of calls) {
    const note = noteOf(byId.get(targetOf(call.element)), parents, all);
    if (!note || !leadsBack(note.element, call, parents)) continue;
    const known = notes.get(note.element) ?? { note, calls: [] };
    known.calls.push(call);
    notes.set(note.element, known);
  }
  [...notes.values()].forEach((footnote, index) => {
    write(footnote, String(index + 1), parents);
  });
}

/** `1`, `[1]`, `(1)`, `*`, `†`, with a link to a place of this page. */
function isCall({ tagName, properties, children }: Element): boolean {
  const { href } = properties;
  if (tagName !== 'a' || typeof href !== 'string' || !/^#.|#.+$/.test(href)) return false;
  const text = children.map(plain).join('').trim();
  return /^[[(]?(?:\d{1,3}|[ivx]{1,5}|[a-z*†‡§])[\])]?$/i.test(text);
}

/** Marks of notes too: `textOf` leaves those out. */
function plain(node: ElementContent): string {
  return node.type === 'element' ? node.children.map(plain).join('') : textOf(node);
}

function targetOf({ properties }: Element): string {
  const { href } = properties;
  const written = typeof href === 'string' ? href.slice(href.indexOf('#') + 1) : '';
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

function idsOf({ properties }: Element): string[] {
  return [properties['id'], properties['name']].filter((id) => typeof id === 'string' && id !== '').map(String);
}

type Parents = ReadonlyMap<Element, PlacedElement['parent']>;

/** The item, paragraph or box of a note: where the link leads, or what it stands in. */
function noteOf(
  target: PlacedElement | undefined,
  parents: Parents,
  all: readonly PlacedElement[],
): PlacedElement | undefined {
  let at = target?.element;
  for (let up = 0; at && up < 3; up += 1) {
    const { tagName } = at;
    if (/^(?:li|p|div|aside|dd|section)$/.test(tagName)) return all.find(({ element }) => element === at);
    const parent = parents.get(at);
    at = parent?.type === 'element' ? parent : undefined;
  }
  return undefined;
}

/** The note holds a link to the call itself, or to what the call stands in. */
function leadsBack(note: Element, call: PlacedElement, parents: Parents): boolean {
  const ids = new Set<string>();
  let at: PlacedElement['parent'] | undefined = call.element;
  for (let up = 0; up < 3 && at?.type === 'element'; up += 1) {
    for (const id of idsOf(at)) ids.add(id);
    at = parents.get(at);
  }
  for (const { element } of elementsOf(call.element)) for (const id of idsOf(element)) ids.add(id);
  return elementsOf(note).some(({ element }) => element.tagName === 'a' && ids.has(targetOf(element)));
}

function write({ note, calls }: Footnote, label: string, parents: Parents): void {
  const back = new Set(calls.flatMap((call) => [...idsOf(call.element), ...idsAbove(call, parents)]));
  for (const { element, parent } of elementsOf(note.element)) {
    if (element.tagName === 'a' && back.has(targetOf(element))) drop(element, parent);
  }
  for (const call of calls) replace(call, mark(label), parents);
  note.element.properties = { label };
  note.element.tagName = footnoteText;
}

function idsAbove({ parent }: PlacedElement, parents: Parents): string[] {
  if (parent.type !== 'element') return [];
  const above = parents.get(parent);
  return [...idsOf(parent), ...(above?.type === 'element' ? idsOf(above) : [])];
}

function mark(label: string): Element {
  return { type: 'element', tagName: footnoteMark, properties: { label }, children: [] };
}

/** The call with the superscript that holds nothing else. */
function replace({ element, parent }: PlacedElement, by: Element, parents: Parents): void {
  const alone = parent.type === 'element' && /^(?:sup|span)$/.test(parent.tagName) && isAlone(element, parent);
  const [node, above] = alone ? [parent, parents.get(parent)] : [element, parent];
  const at = above?.children.findIndex((child) => child === node) ?? -1;
  if (at >= 0) above?.children.splice(at, 1, by);
}

function isAlone(element: Element, parent: Element): boolean {
  return parent.children.every((child) => child === element || (child.type === 'text' && child.value.trim() === ''));
}

function drop(element: Element, parent: PlacedElement['parent']): void {
  const at = parent.children.indexOf(element);
  if (at < 0) return;
  parent.children.splice(at, 1);
  // The blank before an arrow.
  const before = parent.children[at - 1];
  if (before?.type === 'text') before.value = before.value.replace(/[\s\u00a0]+$/, '');
}
