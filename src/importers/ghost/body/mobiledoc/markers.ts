import type { Budget } from '../budget.ts';
import { element, escaped } from '../../../text/html-source.ts';
import { linked } from '../links.ts';
import { listOf, rawText } from '../../../fields/json-values.ts';

/** What markers refer to by number: elements around text, and atoms within it. */
export interface MarkerLists {
  readonly markups: readonly unknown[];
  readonly atoms: readonly unknown[];
}

/** Elements of text, and what they are called here. */
const names: ReadonlyMap<string, string> = new Map([
  ...['strong', 'em', 's', 'u', 'code', 'sub', 'sup', 'mark', 'del'].map((name) => [name, name] as const),
  ['b', 'strong'],
  ['i', 'em'],
  ['strike', 's'],
]);

interface Open {
  readonly markup: unknown;
  html: string;
}

/**
 * The markers of a section as HTML (mobiledoc 0.3, "Markers"): `[text or atom, markups to open, how many to
 * close after it, the text or the number of the atom]`. What is still open at the end is closed.
 */
export function markersHtml(markers: unknown, lists: MarkerLists, budget: Budget): string {
  const stack: Open[] = [{ markup: null, html: '' }];
  for (const marker of listOf(markers)) {
    budget.spend(stack.length);
    const [kind, open, close, value] = listOf(marker);
    for (const index of listOf(open)) {
      budget.spend(stack.length);
      stack.push({ markup: itemAt(lists.markups, index), html: '' });
    }
    const top = stack.at(-1);
    if (top) top.html += kind === 1 ? atomHtml(itemAt(lists.atoms, value)) : escaped(rawText(value));
    for (let left = typeof close === 'number' ? close : 0; left > 0 && stack.length > 1; left -= 1)
      shut(stack);
  }
  while (stack.length > 1) shut(stack);
  return stack[0]?.html ?? '';
}

function itemAt(list: readonly unknown[], index: unknown): unknown {
  return typeof index === 'number' ? list[index] : null;
}

function shut(stack: Open[]): void {
  const done = stack.pop();
  const below = stack.at(-1);
  if (done && below) below.html += markedUp(done);
}

/** Blanks at the ends stand outside, where Markdown wants them. */
function markedUp({ markup, html }: Open): string {
  const [tag, attributes] = listOf(markup);
  const inside = html.trim();
  if (inside === '') return html;
  const start = html.indexOf(inside);
  return html.slice(0, start) + wrapped(rawText(tag), attributes, inside) + html.slice(start + inside.length);
}

function wrapped(tag: string, attributes: unknown, inside: string): string {
  if (tag.toLowerCase() === 'a') return linked(inside, attribute(attributes, 'href'));
  const name = names.get(tag.toLowerCase());
  return name === undefined ? inside : element(name, inside);
}

/** Attributes are a list of names and values in turn. */
function attribute(attributes: unknown, name: string): string | null {
  const list = listOf(attributes).slice(0, 20);
  const at = list.indexOf(name);
  return at < 0 ? null : rawText(list[at + 1]);
}

/** An atom: Ghost has one, the line break. Of any other its text counts. */
function atomHtml(atom: unknown): string {
  const [name, text] = listOf(atom);
  return name === 'soft-return' ? '<br>' : escaped(rawText(text));
}
