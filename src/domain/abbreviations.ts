import type { Element, Parents, Root, Text } from 'hast';
import { fencedCodeEnd, nextLine } from './markup/code-lines.ts';

const definition = /^ {0,3}\*\[([^\]\n]{1,60})\]:[ \t]*([^\n]{0,500})$/;
const anyDefinition = /^ {0,3}\*\[[^\]\n]{1,60}\]:/m;
/** More than any post explains. */
const maxAbbreviations = 200;
/** Elements in which a word stays as it is. */
const closed: ReadonlySet<string> = new Set([
  'abbr',
  'code',
  'kbd',
  'pre',
  'samp',
  'script',
  'style',
  'textarea',
]);

/** A text without its definitions of abbreviations, and what they say. */
export interface Abbreviated {
  readonly markdown: string;
  readonly meanings: ReadonlyMap<string, string>;
}

/** Takes out lines such as `*[HTML]: Hyper Text Markup Language` (PHP Markdown Extra, kramdown, Python-Markdown). */
export function readAbbreviations(source: string): Abbreviated {
  const meanings = new Map<string, string>();
  if (!anyDefinition.test(source)) return { markdown: source, meanings };
  let markdown = '';
  for (let at = 0, end; at < source.length; at = end) {
    const code = fencedCodeEnd(source, at);
    end = code ?? nextLine(source, at);
    const line = source.slice(at, end);
    const [, name, meaning] = (code === null ? definition.exec(line.trimEnd()) : null) ?? [];
    if (name === undefined) markdown += line;
    else if (meanings.size < maxAbbreviations) meanings.set(name.trim(), (meaning ?? '').trim());
  }
  return { markdown, meanings };
}

/** Marks the abbreviations in the text of a tree. */
export function markAbbreviations(tree: Root, meanings: ReadonlyMap<string, string>): void {
  if (meanings.size === 0) return;
  const names = [...meanings.keys()].sort((a, b) => b.length - a.length).map((name) => RegExp.escape(name));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  markIn(tree, pattern, meanings);
}

function markIn(parent: Parents, pattern: RegExp, meanings: ReadonlyMap<string, string>): void {
  for (let at = parent.children.length - 1; at >= 0; at -= 1) {
    const child = parent.children[at];
    if (child?.type === 'text') parent.children.splice(at, 1, ...marked(child, pattern, meanings));
    else if (child?.type === 'element' && !closed.has(child.tagName)) markIn(child, pattern, meanings);
  }
}

function marked({ value }: Text, pattern: RegExp, meanings: ReadonlyMap<string, string>): (Element | Text)[] {
  const parts: (Element | Text)[] = [];
  let done = 0;
  for (const { 0: name, index } of value.matchAll(pattern)) {
    if (index > done) parts.push({ type: 'text', value: value.slice(done, index) });
    const title = meanings.get(name) ?? '';
    parts.push({
      type: 'element',
      tagName: 'abbr',
      properties: title === '' ? {} : { title },
      children: [{ type: 'text', value: name }],
    });
    done = index + name.length;
  }
  if (done < value.length || parts.length === 0) parts.push({ type: 'text', value: value.slice(done) });
  return parts;
}
