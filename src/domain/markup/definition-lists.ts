import { fencedCodeEnd, nextLine } from './code-lines.ts';

const definitionMark = /^( {0,3}:[ \t]{1,7})(?=\S)/;
/** More lines of HTML than the definitions of a post become; what is beyond them stays text. */
const maxLines = 5000;
const anyDefinition = /^ {0,3}:[ \t]+\S/m;
/** Lines that cannot be a term: they begin a block of another kind. */
const otherBlock = /^(?: {4}|\t|\s*$|[ \t]*(?:[-*+>|<#]|\d{1,9}[.)][ \t]|:|={3,}|\[[^\]]*\]:|\{[:%{]))/;

/**
 * Rewrites definition lists as PHP Markdown Extra, kramdown, Pandoc and goldmark know them (a term, and below it
 * lines that begin with ": ") as lists of HTML, in which terms and definitions are Markdown still.
 */
export function htmlDefinitionLists(source: string): string {
  if (!anyDefinition.test(source)) return source;
  const lines = linesOf(source);
  const written: string[] = [];
  let left = maxLines;
  for (let at = 0; at < lines.length;) {
    const list = at === 0 || isBlank(lines[at - 1]) ? readList(lines, at, left) : null;
    if (list) {
      left -= list.html.length;
      written.push(...list.html, '');
      at = list.end;
    } else {
      written.push(lines[at] ?? '');
      at += 1;
    }
  }
  return written.join('\n');
}

/** The lines of a text; those of fenced code stay together as one. */
function linesOf(source: string): string[] {
  const lines: string[] = [];
  for (let at = 0, end; at < source.length; at = end) {
    end = fencedCodeEnd(source, at) ?? nextLine(source, at);
    lines.push(source.slice(at, source.charAt(end - 1) === '\n' ? end - 1 : end));
  }
  return source.endsWith('\n') ? [...lines, ''] : lines;
}

function readList(
  lines: readonly string[],
  from: number,
  most: number,
): { html: string[]; end: number } | null {
  const html: string[] = [];
  let end = from;
  for (
    let entry = readEntry(lines, from, most);
    entry && html.length < most;
    entry = readEntry(lines, entry.next, most)
  ) {
    html.push(...entry.html);
    end = entry.next;
  }
  return html.length === 0 ? null : { html: ['<dl>', ...html, '</dl>'], end };
}

/** Terms and their definitions; `next` is the line after the blank ones behind them. */
function readEntry(
  lines: readonly string[],
  from: number,
  most: number,
): { html: string[]; next: number } | null {
  let at = from;
  while (at < lines.length && at < from + 5 && !otherBlock.test(lines[at] ?? '')) at += 1;
  const terms = lines.slice(from, at);
  if (terms.length === 0 || terms.some((term) => term.includes('\n'))) return null;
  if (isBlank(lines[at])) at += 1;
  if (most <= 0 || !definitionMark.test(lines[at] ?? '')) return null;
  const html = terms.flatMap((term) => ['<dt>', '', term.trim(), '', '</dt>']);
  while (html.length < most && definitionMark.test(lines[at] ?? '')) {
    const { body, next } = readDefinition(lines, at);
    html.push('<dd>', '', ...body, '', '</dd>');
    at = next;
  }
  return { html, next: at };
}

/** One definition: its line, lines that go on, and what is indented below it. */
function readDefinition(lines: readonly string[], from: number): { body: string[]; next: number } {
  const first = lines[from] ?? '';
  const mark = definitionMark.exec(first)?.[0] ?? '';
  const indent = new RegExp(`^(?: {1,${Math.max(4, mark.length)}}|\\t)`, 'gm');
  const body = [first.slice(mark.length)];
  let at = from + 1;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (isBlank(line)) {
      const next = lines.slice(at, at + 3).findIndex((each) => !isBlank(each));
      if (next < 0 || !/^(?: {2,}|\t)/.test(lines[at + next] ?? '')) break;
    } else if (endsDefinition(lines, at)) break;
    body.push(line.replace(indent, ''));
  }
  while (isBlank(lines[at]) && at < lines.length) at += 1;
  return { body, next: at };
}

/** A further definition, its term, or what is neither indented nor the paragraph going on. */
function endsDefinition(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (definitionMark.test(line)) return true;
  if (/^[ \t]/.test(line)) return false;
  return definitionMark.test(lines[at + 1] ?? '') || isBlank(lines[at - 1]) || otherBlock.test(line);
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}
