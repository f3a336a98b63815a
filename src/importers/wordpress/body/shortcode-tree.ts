import { PartEnds } from '../text/part-ends.ts';
import { parseAttributes } from './shortcode-attributes.ts';
import type { ShortcodeAttributes } from './shortcode-attributes.ts';

/** A `[name …]`, with what stands in it up to its `[/name]`. */
export interface Shortcode {
  readonly name: string;
  readonly attributes: ShortcodeAttributes;
  /** Null: it has no end, and nothing in it. */
  children: ShortcodeNode[] | null;
  /** As it is written. */
  readonly mark: string;
  readonly closesItself: boolean;
}

export type ShortcodeNode = string | Shortcode;

interface Mark {
  readonly name: string;
  readonly closes: boolean;
  readonly rest: string;
  readonly end: number;
}

/** Deeper ones are text. */
const maxDepth = 100;
/** Characters of one mark: a gallery may name hundreds of pictures. */
const maxMark = 6000;

/** What is no text: comments with the blocks' settings in them, code, tags with their attributes. */
const opaque = /<!--|<(pre|code|script|style|textarea)\b[^<>]*>|<\/?[a-z][^<>]*>|\[/gi;

/**
 * Reads the shortcodes of a text. Code in HTML is left alone, and so is what is written `[[so]]`.
 *
 * @param raw names whose inside is code, and is not read
 */
export function shortcodeTree(text: string, raw: ReadonlySet<string>): ShortcodeNode[] {
  const tree = new TreeBuilder();
  const ends = new PartEnds(text);
  opaque.lastIndex = 0;
  let done = 0;
  for (let found = opaque.exec(text); found !== null; found = opaque.exec(text)) {
    if (found[0] !== '[') {
      const end = endOf(found, ends);
      if (end !== -1) opaque.lastIndex = end;
      continue;
    }
    const start = found.index;
    const mark = readMark(text, start);
    if (mark === null || isMarkdown(text, mark)) continue;
    const escaped = text[start - 1] === '[' && text[mark.end] === ']';
    tree.text(text.slice(done, escaped ? start - 1 : start));
    done = mark.end + (escaped ? 1 : 0);
    if (escaped) tree.text(text.slice(start, mark.end));
    else if (mark.closes) tree.close(mark.name, text.slice(start, mark.end));
    else done = openMark({ tree, text, ends, raw }, start, mark);
    opaque.lastIndex = done;
  }
  tree.text(text.slice(done));
  return tree.finished();
}

/** `[text](address)`, `![text](address)` and `[name]: address`, as they stand in a post about them. */
function isMarkdown(text: string, { rest, closes, end }: Mark): boolean {
  if (rest !== '' || closes) return false;
  return text[end] === '(' || (text[end] === ':' && /^:\s*\S*\//.test(text.slice(end, end + 200)));
}

/** @returns where to go on: behind the end of code */
function openMark({ tree, text, ends, raw }: Reading, start: number, mark: Mark): number {
  const closesItself = mark.rest.endsWith('/');
  const shortcode: Shortcode = {
    name: mark.name,
    attributes: parseAttributes(closesItself ? mark.rest.slice(0, -1) : mark.rest),
    children: null,
    mark: text.slice(start, mark.end),
    closesItself,
  };
  const close = raw.has(mark.name) ? ends.findPattern(`\\[/${mark.name}\\]`, mark.end) : null;
  if (close === null) {
    tree.open(shortcode);
    return mark.end;
  }
  tree.add({ ...shortcode, children: [text.slice(mark.end, close.at)] });
  return close.end;
}

/** Behind a comment, or code; -1 for any other tag, and where the end is missing. */
function endOf({ 0: begin, 1: name, index }: RegExpExecArray, ends: PartEnds): number {
  const from = index + begin.length;
  if (begin === '<!--') return ends.find('-->', from);
  return name === undefined ? -1 : ends.findEndTag(name.toLowerCase(), from);
}

interface Reading {
  readonly tree: TreeBuilder;
  readonly text: string;
  readonly ends: PartEnds;
  readonly raw: ReadonlySet<string>;
}

const nameOf = /\[(\/?)([a-z][\w-]{0,60})(?=[\s\]/=:"'])/iy;
const plain = /[^\][“”"']*/y;

function readMark(text: string, start: number): Mark | null {
  nameOf.lastIndex = start;
  const named = nameOf.exec(text);
  if (named === null) return null;
  const [all, slash = '', name = ''] = named;
  const end = markEnd(text, start + all.length, start + maxMark);
  if (end === -1) return null;
  const rest = text.slice(start + all.length, end).trim();
  return { name: name.toLowerCase(), closes: slash === '/', rest, end: end + 1 };
}

/** The `]` of a mark: not one in quotes. Another `[` first: it is none. */
function markEnd(text: string, from: number, limit: number): number {
  let at = from;
  for (;;) {
    plain.lastIndex = at;
    plain.exec(text);
    at = plain.lastIndex;
    if (at >= text.length || at > limit || text[at] === '[') return -1;
    if (text[at] === ']') return at;
    const quote = text[at] === '“' ? '”' : (text[at] ?? '');
    const close = text.slice(at + 1, limit).indexOf(quote);
    // A quotation mark that is never closed is an apostrophe.
    at = close === -1 ? at + 1 : at + close + 2;
  }
}

class TreeBuilder {
  readonly #root: ShortcodeNode[] = [];
  readonly #open: { readonly shortcode: Shortcode; readonly children: ShortcodeNode[] }[] = [];

  text(text: string): void {
    if (text !== '') this.add(text);
  }

  add(node: ShortcodeNode): void {
    (this.#open.at(-1)?.children ?? this.#root).push(node);
  }

  open(shortcode: Shortcode): void {
    if (shortcode.closesItself || this.#open.length >= maxDepth) this.add(shortcode);
    else this.#open.push({ shortcode, children: [] });
  }

  close(name: string, mark: string): void {
    const index = this.#open.findLastIndex(({ shortcode }) => shortcode.name === name);
    if (index === -1) {
      this.add({ name, attributes: parseAttributes(''), children: null, mark, closesItself: true });
      return;
    }
    this.#flatten(index + 1);
    const closed = this.#open.pop();
    if (closed) this.add({ ...closed.shortcode, children: closed.children });
  }

  finished(): ShortcodeNode[] {
    this.#flatten(0);
    return this.#root;
  }

  /** What was opened and never closed holds nothing. */
  #flatten(depth: number): void {
    const unclosed = this.#open.splice(depth);
    const into = this.#open.at(-1)?.children ?? this.#root;
    for (const { shortcode, children } of unclosed) {
      into.push(shortcode);
      for (const child of children) into.push(child);
    }
  }
}
