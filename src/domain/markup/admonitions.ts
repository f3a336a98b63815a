import type { End, Reading, Replacement } from './reading.ts';
import { mayOpen, put } from './reading.ts';

const opening =
  /[ \t]*(:{3,})[ \t]*([a-z][\w-]*)(?=[\s[{]|$)(?:\[(.*)\]|\{[^}\n]*\})?[ \t]*([^\n]*)(?:\n|$)/iy;
/** Pandoc's and Quarto's `::: {.callout-note title="…"}`; of other classes only the text is shown. */
const div = /[ \t]*:{3,}[ \t]*\{([^}\n]{0,300})\}[ \t]*:*[ \t]*(?:\n|$)/y;
const closing = /[ \t]*:{3,}[ \t]*(?:\n|$)/y;

/** Names of containers that lay out what they hold and say nothing to a reader (Quarto, VitePress and its themes). */
const layouts: ReadonlySet<string> = new Set(
  (
    'aside card-grid cards center code-group code-tabs column columns container content-visible flex grid layout left ' +
    'panel-tabset raw right row tabs tabset v-pre'
  ).split(' '),
);
/** The title of Quarto's callout may be a heading that it begins with. */
const firstHeading = /\s*#{1,6}[ \t]+([^\n]+?)[ \t]*(?:\n|$)/y;

/** A box of its own beside the running text. `kind` names it, as a class and, without a title, as its title. */
export function aside(kind: string, title: string): { open: Replacement; close: Replacement } {
  const name = kind.toLowerCase().replace(/[^a-z-]+/g, '') || 'note';
  const shown = title.trim() || name.charAt(0).toUpperCase() + name.slice(1);
  const head = `<aside class="admonition admonition-${name}">\n<div class="admonition-title">\n\n${shown}\n\n</div>\n`;
  return { open: { text: head, block: true }, close: { text: '</aside>', block: true } };
}

/** A container that opens and closes on the reader's click. */
export function details(summary: string): { open: Replacement; close: Replacement } {
  const shown = summary.replaceAll('&', '&amp;').replaceAll('<', '&lt;') || 'Details';
  return {
    open: { text: `<details>\n<summary>${shown}</summary>\n`, block: true },
    close: { text: '</details>', block: true },
  };
}

/**
 * The line of a container, at the start of a line: `:::note Title`, `:::tip[Title]`, `:::`
 * (docusaurus.io/docs/markdown-features/admonitions, also VitePress and remark-directive).
 */
export function readAdmonition(reading: Reading, at: number): End | null {
  opening.lastIndex = at;
  const opened = opening.exec(reading.source);
  if (opened && !mayOpen(reading)) return opening.lastIndex;
  if (opened) {
    const [, , kind = '', bracketed, behind = ''] = opened;
    // VuePress: `:::details Title {open}`.
    const rest = behind.replace(/[ \t]*\{[^{}]*\}[ \t]*$/, '');
    return openBox(reading, at, opening.lastIndex, kind.toLowerCase(), bracketed ?? rest);
  }
  const divided = readDiv(reading, at);
  if (divided !== null) return divided;
  closing.lastIndex = at;
  if (!closing.test(reading.source)) return null;
  const end = closing.lastIndex;
  keepIndent(reading, at);
  const index = reading.open.findLastIndex(({ name }) => name === ':::');
  for (const { close } of index === -1 ? [] : reading.open.splice(index, 1)) put(reading, close);
  reading.output.endLine();
  return end;
}

function readDiv(reading: Reading, at: number): End | null {
  div.lastIndex = at;
  const [whole, attributes = ''] = div.exec(reading.source) ?? [];
  if (whole === undefined) return null;
  const end = at + whole.length;
  if (!mayOpen(reading)) return end;
  const kind = /\.callout-[a-z]+/.exec(attributes)?.[0].slice(1) ?? '';
  const title = /\btitle="([^"]*)"/.exec(attributes)?.[1] ?? '';
  return openBox(reading, at, end, kind, title);
}

/** Opens what stands for a container; of one that only lays out, nothing. `callout-tip` is Quarto's tip. */
function openBox(reading: Reading, at: number, after: End, kind: string, said: string): End {
  const called = /^callout-([a-z]+)$/.exec(kind)?.[1];
  firstHeading.lastIndex = after;
  const heading = called !== undefined && said === '' ? firstHeading.exec(reading.source) : null;
  const title = heading?.[1] ?? said;
  keepIndent(reading, at);
  const made = kind === '' || layouts.has(kind) ? null : boxOf(called ?? kind, title);
  if (made) put(reading, made.open);
  reading.output.endLine();
  reading.open.push({ name: ':::', close: made?.close ?? { text: '\n' } });
  return heading ? firstHeading.lastIndex : after;
}

function boxOf(kind: string, title: string): { open: Replacement; close: Replacement } {
  return kind === 'details' ? details(title) : aside(kind, title);
}

function keepIndent({ source, output }: Reading, at: number): void {
  output.write(/[ \t]*/y.exec(source.slice(at, at + 40))?.[0] ?? '');
}
