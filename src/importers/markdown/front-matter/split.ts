/** The languages front matter is written in; `header`: lines of a key and a text, which is no YAML. */
export type FrontMatterFormat = 'yaml' | 'toml' | 'json' | 'header';

/** A file parted in two. Lines are counted from 1. */
export interface SplitFile {
  /** `none`: the file is all body. `code`: front matter in a programming language, which never runs. */
  readonly format: FrontMatterFormat | 'none' | 'code';
  /** The front matter without its fences; for `code` the name of the language. */
  readonly text: string;
  readonly firstLine: number;
  readonly body: string;
  readonly bodyLine: number;
  /** The closing fence was missing, and a blank line was taken for it. */
  readonly unclosed: boolean;
}

/** Names after an opening "---", as gray-matter and Eleventy read them. */
const fenceLanguages: ReadonlyMap<string, FrontMatterFormat> = new Map<string, FrontMatterFormat>([
  ['', 'yaml'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['toml', 'toml'],
  ['json', 'json'],
]);

/**
 * Parts front matter from the body: YAML between "---" (or "---" and "..."), TOML between "+++", JSON
 * between ";;;" or as an object in braces, and Hexo's form without an opening fence.
 */
export function splitFrontMatter(text: string): SplitFile {
  const blank = /^(?:[ \t]*\n)*/.exec(text)?.[0].length ?? 0;
  const start = text.slice(blank);
  const fence = /^(---|\+\+\+|;;;)[ \t]*([a-z]*)[ \t]*(?:\n|$)/i.exec(start);
  if (fence) return fenced(text, blank, fence);
  if (/^\{\s*["\n}]/.test(start)) return braced(text, blank) ?? allBody(text);
  return nikola(text, blank) ?? withoutOpening(text, blank) ?? allBody(text);
}

function fenced(text: string, blank: number, fence: RegExpExecArray): SplitFile {
  const [opening, mark = '', word = ''] = fence;
  const from = blank + opening.length;
  const language = mark === '---' ? fenceLanguages.get(word.toLowerCase()) : mark === '+++' ? 'toml' : 'json';
  const closing =
    mark === '---' ? /^(?:---|\.\.\.)[ \t]*$/gm : mark === '+++' ? /^\+\+\+[ \t]*$/gm : /^;;;[ \t]*$/gm;
  closing.lastIndex = from;
  const end = closing.exec(text);
  if (language === undefined)
    return { ...cut(text, from, end?.index ?? from, closing.lastIndex), format: 'code', text: word };
  if (end) return { ...cut(text, from, end.index, closing.lastIndex), format: language };
  return unclosed(text, from, language) ?? allBody(text);
}

/** "---", keys, and then a blank line instead of the closing fence. */
function unclosed(text: string, from: number, format: FrontMatterFormat): SplitFile | null {
  if (!/^[ \t]*["']?[\w-]+["']?\s*[:=]/.test(text.slice(from, from + 200))) return null;
  const gap = text.indexOf('\n\n', from);
  const end = gap < 0 ? text.length : gap + 1;
  return { ...cut(text, from, end, end), format, unclosed: true };
}

/** Hugo's JSON: the file begins with an object, the body follows its closing brace. */
function braced(text: string, from: number): SplitFile | null {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return { ...cut(text, from, at + 1, at + 1), format: 'json' };
    }
  }
  return null;
}

/** Nikola's lines `.. title: A title`, bare or in a comment (getnikola.com/handbook.html#metadata-fields). */
function nikola(text: string, from: number): SplitFile | null {
  const lines =
    /(?:<!--[ \t]*\n)?((?:[ \t]*\.\.[ \t]+[\w-]{1,40}:[^\n]*\n)+)(?:\s*-->[ \t]*(?:\n|$)|(?=\s*(?:\n|$)))/y;
  lines.lastIndex = from;
  const [whole, header] = lines.exec(text.endsWith('\n') ? text : `${text}\n`) ?? [];
  if (whole === undefined || header === undefined || whole.startsWith('<!--') !== whole.includes('-->'))
    return null;
  const start = from + whole.indexOf(header);
  const end = start + header.length;
  return { ...cut(text, start, end, from + whole.length), format: 'header' };
}

/** Keys that front matter without an opening fence begins with. */
const firstKey =
  /^(?:title|date|tags|categories|category|layout|permalink|published|draft|status|author|authors|slug|id|toc|comments)[ \t]*:/i;
/** Front matter that is closed may begin with any key, if it has one of these. */
const anyKey = /^[a-z][\w-]{0,40}[ \t]*:/i;
const tellingKey = /^(?:title|date|tags|categories|layout)[ \t]*:/im;

/** A line of simple YAML: a key, an item, something indented, a comment. */
const headerLine = /^[a-z][\w-]{0,40}[ \t]*:|^[ \t]|^-[ \t]|^#|^$/i;

/**
 * The form of Hexo and Cobalt ends at "---" (hexo-front-matter), that of Pelican and MultiMarkdown at the first blank
 * line.
 */
function withoutOpening(text: string, from: number): SplitFile | null {
  const opening = text.slice(from, from + 60);
  if (!anyKey.test(opening)) return null;
  const closing = /^-{3,}[ \t]*$/gm;
  closing.lastIndex = from;
  const end = closing.exec(text);
  if (end && isClosedHeader(text.slice(from, end.index))) {
    return { ...cut(text, from, end.index, closing.lastIndex), format: 'yaml' };
  }
  if (!firstKey.test(opening)) return null;
  const gap = text.indexOf('\n\n', from);
  const header = gap < 0 ? '' : text.slice(from, gap);
  // One line with a colon may be the first of a paragraph.
  if (!isHeader(header) || !(header.includes('\n') || /^title[ \t]*:[ \t]*\S/i.test(header))) return null;
  // What has a list or a map in it is YAML without its fence.
  const isYaml = /^[ \t]*- |:[ \t]*(?:[[{].*[\]}])?[ \t]*$/m.test(header);
  return { ...cut(text, from, gap, gap), format: isYaml ? 'yaml' : 'header' };
}

function isClosedHeader(text: string): boolean {
  return isHeader(text) && (firstKey.test(text) || (tellingKey.test(text) && !/\n[ \t]*\n/.test(text)));
}

function isHeader(text: string): boolean {
  return text.length < 20_000 && text.split('\n').every((line) => headerLine.test(line));
}

function allBody(text: string): SplitFile {
  return { format: 'none', text: '', firstLine: 1, body: text, bodyLine: 1, unclosed: false };
}

function cut(text: string, from: number, to: number, after: number): Omit<SplitFile, 'format'> {
  const bodyAt = text[after] === '\n' ? after + 1 : after;
  return {
    text: text.slice(from, to),
    firstLine: lineAt(text, from),
    body: text.slice(bodyAt),
    bodyLine: lineAt(text, bodyAt),
    unclosed: false,
  };
}

/** The line that a position is in, counted from 1. */
export function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
