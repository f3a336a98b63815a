import { asHtml, quotable, readComponent } from './components.ts';
import { readJsxTag } from './jsx-attributes.ts';
import type { JsxTag } from './jsx-attributes.ts';
import type { End, Reading } from './reading.ts';

/** Elements whose inside is no Markdown, or code: they pass as they are, to be judged when sanitised. */
const opaque = /<(pre|code|kbd|samp|script|style|textarea|svg|math)(?=[\s>])/iy;
/** `<>` or `</>`, alone on its line. */
const fragment = /<\/?>(?=[ \t]*(?:\n|$))/y;
const html =
  /^(?:a|abbr|address|article|aside|audio|b|blockquote|body|br|button|caption|center|cite|col|dd|del|div|dl|dt|em|embed|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|main|map|meta|nav|noscript|object|ol|option|p|param|q|s|section|select|small|span|strike|strong|sub|sup|table|tbody|td|template|tfoot|th|thead|title|tr|tt|u|ul|video)$/i;
const wholeWord = /^(?:[A-Z]+\d?|[a-z]+)$/;
const dangerous = /^(?:script|style|iframe|object|embed|form|svg|math|template)$/i;
const closings = new Map<string, RegExp>();

/**
 * A tag at `<`. Components (`<Tabs>`, `<Foo.Bar/>`) go and their children stay; attributes that are
 * code (`style={{…}}`) leave the tags of HTML; comments and code in HTML pass untouched.
 */
export function readAngle(reading: Reading, at: number): End | null {
  const { source, output } = reading;
  if (/[!%]/.test(source.charAt(at + 1))) return readMarked(reading, at);
  opaque.lastIndex = at;
  const name = opaque.exec(source)?.[1]?.toLowerCase();
  if (name !== undefined) return passOpaque(reading, at, name);
  fragment.lastIndex = at;
  const alone = output.atLineStart ? fragment.exec(source) : null;
  if (alone) return at + alone[0].length;
  const tag = readJsxTag(source, at);
  if (!tag) return null;
  if (isComponent(tag.name, tag.closing ? '' : source.charAt(at - 1))) {
    readComponent(reading, tag);
    return tag.end;
  }
  return writeElement(reading, tag);
}

/** An element of HTML that is written as HTML does not write it; null for any other. */
function writeElement({ output }: Reading, tag: JsxTag): End | null {
  const block = isJsxBlock(tag) || holdsMarkdown(tag);
  // Vue and WebC: `<a @click="go">`, which is no tag of HTML to a parser of Markdown.
  const attributes = new Map([...tag.attributes].filter(([key]) => !key.startsWith('@')));
  if (!tag.computed && !block && attributes.size === tag.attributes.size) return null;
  // In MDX, unlike in HTML, children of a block are Markdown; a blank line says so.
  const gap = !block || !output.atLineStart ? '' : holdsMarkdown(tag) ? '\n\n' : '\n';
  output.write(asHtml(tag.name, { ...tag, attributes }) + gap);
  return tag.end;
}

/** The name of the component that is opened at `at`, to be closed later; null when none is. */
export function openedComponent(source: string, at: number): string | null {
  if (!/<[A-Za-z]/.test(source.slice(at, at + 2))) return null;
  const tag = readJsxTag(source, at);
  if (!tag || tag.closing || tag.selfClosing) return null;
  return isComponent(tag.name, '') || isJsxBlock(tag) ? tag.name : null;
}

/** `<Tabs>`, not `<DIV>`, and not the `<T>` of `Vec<T>`. */
function isComponent(name: string, before: string): boolean {
  if (!/^[A-Z]/.test(name) || /[\w)\]]/.test(before)) return false;
  return !dangerous.test(name) && !(wholeWord.test(name) && html.test(name));
}

/** `<div className="…">`: only JSX calls a class so. */
function isJsxBlock({ name, closing, selfClosing, attributes }: JsxTag): boolean {
  return (
    !closing && !selfClosing && attributes.has('className') && /^(?:article|div|figure|section)$/.test(name)
  );
}

/** `<div markdown="1">`: Markdown Extra, kramdown and Python-Markdown read Markdown in it. */
function holdsMarkdown({ closing, selfClosing, attributes }: JsxTag): boolean {
  return !closing && !selfClosing && /^(?:1|block|span|true)?$/.test(attributes.get('markdown') ?? '0');
}

/** `<!-- a comment -->`, `<% code %>`. */
function readMarked(reading: Reading, at: number): End | null {
  if (reading.source.startsWith('<%', at)) return readErb(reading, at);
  return reading.source.startsWith('<!--', at) ? readHtmlComment(reading, at) : null;
}

function readHtmlComment(reading: Reading, at: number): End | null {
  const end = reading.next('-->', at + 4);
  if (end === -1) return null;
  const title = reading.output.atLineStart ? partTitle(reading, at, end) : null;
  if (title === null) return pass(reading, at, end + 3);
  reading.output.writeBlock(`**${title.replace(/[*_\\`<]/g, '\\$&')}**`);
  return end + 3;
}

/** Ruby in a page (Middleman, Bridgetown): a link of texts stays one, the rest goes. */
function readErb({ source, next, output }: Reading, at: number): End | null {
  const end = next('%>', at + 2);
  if (end === -1 || end - at > 2000 || /\n[ \t]*\n/.test(source.slice(at, end))) return null;
  const link = /^=\s*link_to[\s(]+(["'])([^"'\n]+)\1\s*,\s*(["'])([^"'\s<>]+)\3/.exec(
    source.slice(at + 2, end),
  );
  if (link) output.write(`<a href="${quotable(link[4] ?? '')}">${quotable(link[2] ?? '')}</a>`);
  return end + 2;
}

/** The heading of a part of Hexo's tabs and time lines: `<!-- tab First@icon -->`, `<!-- node 2020 -->`. */
function partTitle({ source, next }: Reading, at: number, end: number): string | null {
  const [, part, title = ''] =
    /^<!--\s*(tab|node)\s+([^@\n]{1,200})/.exec(source.slice(at, Math.min(end, at + 220))) ?? [];
  if (part === undefined || title.trim() === '') return null;
  return next(part === 'tab' ? 'tabs %}' : 'timeline %}', end) === -1 ? null : title.trim();
}

function passOpaque(reading: Reading, at: number, name: string): End | null {
  const pattern = closings.get(name) ?? new RegExp(`</${name}\\s*>`, 'gi');
  closings.set(name, pattern);
  const closing = reading.nextMatch(pattern, at);
  return closing ? pass(reading, at, closing.index + closing[0].length) : null;
}

function pass({ source, output }: Reading, at: number, end: End): End {
  output.write(source.slice(at, end));
  return end;
}
