import type { Element, ElementContent, Parents, Root } from 'hast';
import { textOf } from '../../../domain/plain-text.ts';
import { elementsOf } from '../../../domain/tree-elements.ts';
import type { PlacedElement } from '../../../domain/tree-elements.ts';
import { takeOutNotes } from './footnote-lists.ts';
import { decoded } from '../../text/decoded.ts';

/** Elements that become `[^1]` and `[^1]: …`; see tree-to-markdown.ts. */
export const footnoteMark = 'kept-footnote-mark';
export const footnoteText = 'kept-footnote-text';

/** A note, and the links in the text that call it. */
interface Footnote {
  readonly note: Element;
  readonly calls: PlacedElement[];
}

/** Where things are in a tree. */
interface Places {
  readonly byId: ReadonlyMap<string, Element>;
  readonly parents: ReadonlyMap<Element, Parents>;
  /** Where the links within a box lead to. */
  readonly targets: Map<Element, ReadonlySet<string>>;
}

/** More than any text has. */
const maxCalls = 2000;

/**
 * Finds footnotes, whichever program wrote them (WordPress, Pandoc, kramdown, Ghost, Substack, Word): a link
 * whose text is a number or a sign leads to an element that holds a link back to it. They become footnotes of
 * GFM, and the list that they stood in goes.
 */
export function writeFootnotes(tree: Root, prefix = ''): void {
  const all = elementsOf(tree);
  const calls = all.filter(({ element }) => isCall(element)).slice(0, maxCalls);
  if (calls.length === 0) return;
  const byId = new Map<string, Element>();
  for (const { element } of all) for (const id of idsOf(element)) if (!byId.has(id)) byId.set(id, element);
  const places = {
    byId,
    parents: new Map(all.map(({ element, parent }) => [element, parent])),
    targets: new Map(),
  };
  const notes = new Map<Element, Footnote>();
  for (const call of calls) {
    // The way back may look like a call itself.
    const note = isWithin(call, notes, places.parents) ? undefined : noteOf(call, places);
    if (!note) continue;
    const known = notes.get(note) ?? { note, calls: [] };
    known.calls.push(call);
    notes.set(note, known);
  }
  [...notes.values()].forEach((footnote, index) => {
    write(footnote, `${prefix}${index + 1}`, places);
  });
  takeOutNotes(tree, [...notes.keys()], places.parents);
}

/** `1`, `[1]`, `(1)`, `*`, `†`, with a link to a place of this page. */
function isCall({ tagName, properties, children }: Element): boolean {
  const { href } = properties;
  if (tagName !== 'a' || typeof href !== 'string' || !/#.+$/.test(href)) return false;
  const text = children.map(plain).join('').trim();
  return /^[[(]?(?:\d{1,3}|[ivx]{1,5}|[a-z*†‡§])[\])]?$/i.test(text);
}

/** Marks of notes too: `textOf` leaves those out. */
function plain(node: ElementContent): string {
  return node.type === 'element' ? node.children.map(plain).join('') : textOf(node);
}

function targetOf({ properties }: Element): string {
  const { href } = properties;
  const written = typeof href === 'string' && href.includes('#') ? href.slice(href.indexOf('#') + 1) : '';
  return decoded(written);
}

function idsOf({ properties }: Element): string[] {
  return [properties['id'], properties['name']]
    .filter((id) => typeof id === 'string' && id !== '')
    .map(String);
}

/** The item, paragraph or box that a call leads to, or what that stands in, where it leads back. */
function noteOf(call: PlacedElement, places: Places): Element | undefined {
  const back = waysBack(call, places.parents);
  let at = places.byId.get(targetOf(call.element));
  for (let up = 0; at && up < 3; up += 1) {
    const isBox = /^(?:li|p|div|aside|dd|section)$/.test(at.tagName);
    const targets = isBox ? targetsIn(at, places) : new Set<string>();
    if ([...back].some((id) => targets.has(id))) return holds(at, call, places.parents) ? undefined : at;
    const parent = places.parents.get(at);
    at = parent?.type === 'element' ? parent : undefined;
  }
  return undefined;
}

/** The ids of a call, of what it holds and of what holds it. */
function waysBack({ element, parent }: PlacedElement, parents: Places['parents']): Set<string> {
  const ids = [element, ...elementsOf(element).map((inner) => inner.element)].flatMap(idsOf);
  if (parent.type !== 'element') return new Set(ids);
  const above = parents.get(parent);
  return new Set([...ids, ...idsOf(parent), ...(above?.type === 'element' ? idsOf(above) : [])]);
}

function targetsIn(box: Element, { targets }: Places): ReadonlySet<string> {
  const known = targets.get(box);
  if (known) return known;
  const links = elementsOf(box).filter(({ element }) => element.tagName === 'a');
  const found = new Set(links.map(({ element }) => targetOf(element)));
  targets.set(box, found);
  return found;
}

function holds(box: Element, call: PlacedElement, parents: Places['parents']): boolean {
  return isWithin(call, new Map([[box, box]]), parents);
}

function isWithin(
  { parent }: PlacedElement,
  boxes: ReadonlyMap<Element, unknown>,
  parents: Places['parents'],
): boolean {
  let at: Parents | undefined = parent;
  while (at?.type === 'element' && !boxes.has(at)) at = parents.get(at);
  return at?.type === 'element';
}

function write({ note, calls }: Footnote, label: string, { parents }: Places): void {
  const [called] = calls.map(({ element }) => plain(element).replace(/[^\w*†‡§]/g, ''));
  const back = new Set(calls.flatMap((call) => [...waysBack(call, parents)]));
  for (const { element, parent } of elementsOf(note)) {
    if (element.tagName === 'a' && back.has(targetOf(element))) drop(element, parent);
  }
  dropNumber(note, called ?? label);
  for (const call of calls) {
    replace(call, markOf(label), parents);
  }
  note.children = [{ type: 'element', tagName: 'div', properties: {}, children: note.children }];
  note.properties = { label };
  note.tagName = footnoteText;
}

/** It holds text, or the space before it would be none. */
function markOf(label: string): Element {
  const children = [{ type: 'text' as const, value: label }];
  return { type: 'element', tagName: footnoteMark, properties: { label }, children };
}

/** The call with the superscript that holds nothing else. */
function replace({ element, parent }: PlacedElement, by: Element, parents: Places['parents']): void {
  const alone =
    parent.type === 'element' && /^(?:sup|span)$/.test(parent.tagName) && isAlone(element, parent);
  const [node, above] = alone ? [parent, parents.get(parent)] : [element, parent];
  const at = above?.children.findIndex((child) => child === node) ?? -1;
  if (at >= 0) above?.children.splice(at, 1, by);
}

function isAlone(element: Element, parent: Element): boolean {
  return parent.children.every(
    (child) => child === element || (child.type === 'text' && child.value.trim() === ''),
  );
}

/** With the superscript around it, and the blank before an arrow. */
function drop(element: Element, parent: Parents): void {
  const at = parent.children.indexOf(element);
  if (at < 0) return;
  parent.children.splice(at, 1);
  const before = parent.children[at - 1];
  if (before?.type === 'text') before.value = before.value.replace(/[\s\u00a0]+$/, '');
}

/** `1.` or `[1]` where a note begins: Markdown numbers its notes itself. */
function dropNumber(note: Element, label: string): void {
  const first = note.children.find((child) => child.type !== 'text' || child.value.trim() !== '');
  if (first?.type === 'element' && /^(?:p|div|span|sup|strong|b)$/.test(first.tagName))
    dropNumber(first, label);
  if (first?.type !== 'text') return;
  const found = /^\s*[[(]?([\w*†‡§]{1,5})[\])]?(?:[.:)\]]\s*|\s+|$)/.exec(first.value);
  if (found?.[1] === label) first.value = first.value.slice(found[0].length);
  else first.value = first.value.replace(/^\s*(?:[.:]|\^)\s+/, '');
}
