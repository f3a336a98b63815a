import type { End, Reading } from './reading.ts';

const heading = /^[ \t>]*#{1,6}[ \t]/;
/** What makes a heading of the line above (CommonMark 0.31, section 4.3). */
const underline = /[ \t]*\n {0,3}(?:=+|-+)[ \t]*(?:\n|$)/y;
const list = /\{(:?)([^{}\n]{1,500})\}/y;
const item = /[ \t]*(?:[.#][\w-]+|([\w-]+=)(?:"[^"]*"|'[^']*'|[^\s"']+)(?=[ \t]|$))/y;

/** `{::options a="b" /}`, `{::comment}`, `{:/comment}`, `{:/}` (kramdown.gettalong.org/syntax.html#extensions). */
const extension = /\{(?:::([a-z]+)[^}\n]{0,300}?(\/?)|:\/[a-z]*)\}/y;
const commentEnd = /\{:\/(?:comment)?\}/g;

/** kramdown's table of contents, with the list item it replaces: `* TOC` and `{:toc}` below it. */
const tableOfContents = /[*+-][ \t]+\S[^\n]*\n[ \t]*\{:toc[^}\n]*\}/y;

/** The end of such a table of contents that begins with the line at `at`. */
export function tableOfContentsEnd(source: string, at: number): End | null {
  tableOfContents.lastIndex = at;
  return tableOfContents.test(source) ? tableOfContents.lastIndex : null;
}

/**
 * Marks between single braces that are no text: MDX comments, Nunjucks comments, attribute lists, the
 * `{' '}` of JSX. What a comment says to us stays: the more-mark and Docusaurus' explicit heading id.
 */
export function readBraceMark(reading: Reading, at: number): End | null {
  const { source, output } = reading;
  if (source.startsWith('{/*', at)) return readComment(reading, at);
  if (/^\{(?:::|:\/)/.test(source.slice(at, at + 3))) return readExtension(reading, at);
  const space = /\{(["'])(\s?)\1\}/y;
  space.lastIndex = at;
  if (space.test(source)) {
    output.write(' ');
    return space.lastIndex;
  }
  const attributes = readAttributeList(source, at);
  if (attributes) {
    // On a heading the id counts.
    underline.lastIndex = attributes.end;
    if (attributes.id !== null && (heading.test(output.line) || underline.test(source)))
      output.write(`{#${attributes.id}}`);
    return attributes.end;
  }
  return source.startsWith('{#', at) ? readTemplateComment(reading, at) : null;
}

/**
 * `{#id}`, `{.class key="v"}` (goldmark, markdown-it-attrs), `{: .class #id}`, `{:toc}` (kramdown). A list
 * that begins with a key must follow what it is about: `![alt](a.png){width="300"}`.
 */
export function readAttributeList(source: string, at: number): { id: string | null; end: End } | null {
  list.lastIndex = at;
  const [whole = '', colon, inside = ''] = list.exec(source) ?? [];
  if (inside.trim() === '') return null;
  const end = at + whole.length;
  if (colon !== '' && inside.trim() === 'toc') return { id: null, end };
  let id: string | null = null;
  let bare = false;
  item.lastIndex = 0;
  for (let read = 0; read < inside.trimEnd().length; read = item.lastIndex) {
    const found = item.exec(inside);
    if (!found) return null;
    if (read === 0) bare = found[1] !== undefined;
    const text = found[0].trim();
    if (text.startsWith('#')) id = text.slice(1);
  }
  if (bare && colon === '' && !/[)\]`]/.test(source.charAt(at - 1))) return null;
  return { id, end };
}

/** kramdown's extensions: `{::comment}…{:/comment}` goes, `{::nomarkdown}…{:/}` leaves its inside. */
function readExtension({ source, nextMatch }: Reading, at: number): End | null {
  extension.lastIndex = at;
  const [whole, name, closed] = extension.exec(source) ?? [];
  if (whole === undefined) return null;
  const end = at + whole.length;
  if (name !== 'comment' || closed === '/') return end;
  const closing = nextMatch(commentEnd, end);
  return closing ? closing.index + closing[0].length : end;
}

function readComment({ source, next, output }: Reading, at: number): End | null {
  const end = next('*/}', at + 3);
  if (end === -1) return null;
  const said = source.slice(at + 3, end).trim();
  if (/^(?:truncate|more)$/i.test(said)) output.write(`<!--${said}-->`);
  else if (/^#\S+$/.test(said) && heading.test(output.line)) output.write(`{${said}}`);
  return end + 3;
}

function readTemplateComment({ source, next }: Reading, at: number): End | null {
  const end = next('#}', at + 2);
  if (end === -1 || end - at > 4000 || /\n[ \t]*\n/.test(source.slice(at, end))) return null;
  return end + 2;
}
