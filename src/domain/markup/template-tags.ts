import type { End, Reading } from './reading.ts';
import { mayOpen, put } from './reading.ts';
import { parseArguments } from './tag-arguments.ts';
import type { Tag } from './tag-arguments.ts';
import { boxTags, codeTags, rewriteBox, rewriteSingle } from './tag-rewrites.ts';

/** Longer than any tag that a person writes; what is longer is text. */
const maxTagLength = 4000;

/** The two syntaxes of tags that pair: Hugo's `{{< name >}}…{{< /name >}}`, Liquid's `{% name %}…{% endname %}`. */
type Closing = (name: string) => RegExp;
const patterns = new Map<string, RegExp>();
function pattern(source: string): RegExp {
  const known = patterns.get(source) ?? new RegExp(source, 'gi');
  patterns.set(source, known);
  return known;
}
const hugoClosing: Closing = (name) => pattern(`\\{\\{[<%]\\s*/\\s*(?:[\\w-]+/)*${name}\\s*[>%]\\}\\}`);
/** Zola closes all of them by `{% end %}`. */
const liquidClosing: Closing = (name) => pattern(`\\{%-?\\s*end(?:${name})?\\s*-?%\\}`);
/** What a loop repeats, up to where it ends. */
const loopMark = /\{%-?\s*(end)?(?:for|tablerow)\b/g;
const maxLoop = 3000;
const loopClosing = /\{%-?\s*end(?:for|tablerow)?\b/g;

/** A Hugo shortcode (gohugo.io/content-management/shortcodes) at `{{<` or `{{%`. */
export function readHugoShortcode(reading: Reading, at: number): End | null {
  const inside = insideOf(reading, at + 3, reading.source.charAt(at + 2) === '<' ? '>}}' : '%}}');
  if (inside === null) return null;
  const end = at + 3 + inside.length + 3;
  const escaped = /^\/\*(.*)\*\/$/s.exec(inside);
  if (escaped) {
    // `{{</* name */>}}` is how an author shows a shortcode.
    reading.output.write(`\\{\\{${reading.source.charAt(at + 2) === '<' ? '&lt;' : '%'}${escaped[1] ?? ''}`);
    reading.output.write(`${reading.source.charAt(at + 2) === '<' ? '&gt;' : '%'}}}`);
    return end;
  }
  const closes = /^\s*\/\s*([\w./-]+)/.exec(inside)?.[1];
  if (closes !== undefined) return closeTag(reading, baseName(closes), end);
  return rewriteTag(reading, tagOf(inside.replace(/\/\s*$/, '')), end, hugoClosing);
}

/** A Liquid, Nunjucks, Hexo or Zola tag at `{%`. */
export function readLiquidTag(reading: Reading, at: number): End | null {
  const inside = insideOf(reading, at + 2, '%}');
  if (inside === null) return null;
  const end = at + 2 + inside.length + 2;
  const tag = tagOf(inside.replace(/^-|-$/g, ''));
  if (tag.name === 'raw' || tag.name === 'verbatim' || tag.name === 'comment') {
    const closing = reading.nextMatch(liquidClosing(tag.name), end);
    if (!closing) return end;
    if (tag.name !== 'comment') reading.output.write(reading.source.slice(end, closing.index));
    return closing.index + closing[0].length;
  }
  if (tag.name.startsWith('end')) return closeTag(reading, tag.name.slice(3), end);
  if (tag.name === 'for' || tag.name === 'tablerow') return loopEnd(reading, end);
  if (tag.name === 'include') return rewriteTag(reading, included(tag), end, liquidClosing);
  return rewriteTag(reading, tag, end, liquidClosing);
}

/** `{% include figure.html src="…" %}` is the tag `figure` of another file. */
function included({ positional, named, rest }: Tag): Tag {
  const [file = '', ...others] = positional;
  const name = baseName(file.replace(/\.\w+$/, ''));
  return { name, positional: others, named, rest: rest.trimStart().slice(file.length) };
}

/** Where a loop ends that repeats values nobody knows; one that only repeats text leaves it, once. */
function loopEnd({ source, nextMatch }: Reading, from: End): End {
  if ((nextMatch(loopClosing, from)?.index ?? Infinity) > from + maxLoop) return from;
  const text = source.slice(from, from + maxLoop);
  let depth = 1;
  for (const { index, 1: closes } of text.matchAll(loopMark)) {
    depth += closes === undefined ? 1 : -1;
    if (depth > 0) continue;
    const close = text.indexOf('%}', index);
    return close !== -1 && text.slice(0, index).includes('{{') ? from + close + 2 : from;
  }
  return from;
}

function rewriteTag(reading: Reading, tag: Tag, end: End, closing: Closing): End {
  if (tag.name === 'comment' || codeTags.has(tag.name)) {
    const closed = reading.nextMatch(closing(tag.name), end);
    if (closed && tag.name !== 'comment') writeCode(reading, tag, reading.source.slice(end, closed.index));
    return closed ? closed.index + closed[0].length : end;
  }
  if (boxTags.has(tag.name) && mayOpen(reading) && reading.nextMatch(closing(tag.name), end)) {
    const { open, close } = rewriteBox(tag);
    put(reading, open);
    if (close) reading.open.push({ name: tag.name, close });
    return end;
  }
  const { atLineStart, line } = reading.output;
  // A tag that is indented deeply stands inside HTML, which a blank line would break off.
  const roomy = atLineStart && !/^(?: {4}|\t)/.test(line) && isLineEnd(reading.source, end);
  put(reading, rewriteSingle(tag, roomy));
  return end;
}

function closeTag(reading: Reading, name: string, end: End): End {
  const index = reading.open.findLastIndex(
    (open) => open.name === name || (name === '' && /^\w/.test(open.name)),
  );
  for (const { close } of index === -1 ? [] : reading.open.splice(index, 1)) put(reading, close);
  return end;
}

function writeCode({ output }: Reading, tag: Tag, inside: string): void {
  const language = (codeTags.get(tag.name)?.(tag) ?? '').replace(/[^\w+#.-]/g, '');
  if (!inside.includes('\n') && !output.atLineStart) {
    const ticks = fenceFor(inside, 1);
    output.write(`${ticks} ${inside.trim()} ${ticks}`);
    return;
  }
  const fence = fenceFor(inside, 3);
  output.writeBlock(`${fence}${language}\n${inside.replace(/^\s*\n|\s+$/g, '')}\n${fence}`);
}

function fenceFor(code: string, least: number): string {
  const longest = (code.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), least - 1);
  return '`'.repeat(longest + 1);
}

/** The text between a tag's delimiters; null when there is no end within a tag's length or paragraph. */
export function insideOf({ source, next }: Reading, from: number, delimiter: string): string | null {
  const end = next(delimiter, from);
  if (end === -1 || end - from > maxTagLength) return null;
  const inside = source.slice(from, end);
  return /\n[ \t]*\n/.test(inside) ? null : inside;
}

export function tagOf(inside: string): Tag {
  const [whole = '', name = ''] = /^\s*([\w./-]*)/.exec(inside) ?? [];
  const rest = inside.slice(whole.length);
  return { name: baseName(name), ...parseArguments(rest), rest: rest.trim() };
}

function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).toLowerCase();
}

function isLineEnd(source: string, at: number): boolean {
  return /[ \t]*(?:\r?\n|$)/y.test(source.slice(at, at + 200));
}
