import { readAdmonition } from './admonitions.ts';
import { readBraceMark, tableOfContentsEnd } from './brace-marks.ts';
import { readCodeCell } from './code-cells.ts';
import { codeSpanEnd, fencedCodeEnd, isIndentedCode, nextLine } from './code-lines.ts';
import type { BlockState } from './code-lines.ts';
import { emptyContentsEnd, isContentsFence, mayHaveContents } from './contents-marks.ts';
import { htmlDefinitionLists } from './definition-lists.ts';
import { readDirective } from './directives.ts';
import { esmBlockEnd } from './esm-blocks.ts';
import { rewriteGoPresentLine } from './go-present-lines.ts';
import { ComponentIndent } from './component-indent.ts';
import { readAngle } from './jsx-tags.ts';
import { fenceIndentedBlocks } from './indented-blocks.ts';
import { readMath } from './math.ts';
import { MarkdownOutput } from './markdown-output.ts';
import { putMystDirective, readMystContainer, readMystRole } from './myst.ts';
import { rewritePlayerLine } from './player-lines.ts';
import { put, searches } from './reading.ts';
import type { End, Reading } from './reading.ts';
import { inlineNotes, readInlineNote, SpanBrackets } from './spans.ts';
import { unescapeTemplates } from './template-escapes.ts';
import { readHugoShortcode, readLiquidTag } from './template-tags.ts';
import { readTemplateValue } from './template-values.ts';

/** What any foreign markup begins with; most posts have none of it. */
const suspicious =
  /<%|\{[{%#/:.'"]|\{[ \t]+[.#]|[)\]*_`]\{|<\/?[A-Z]|=\{|:::|^[ \t]*::[a-z]|\sclassName=|\smarkdown(?:=|>)|^(?:import|export)\s|^\.[a-z]+\s|==\S|\[_?toc_?\]|^--8<--|:(?:material|fontawesome|octicons|simple)-|(?:`{3}|~{3})[ \t]*\{[a-z]|^\([\w:.-]+\)=[ \t]*$|\{[a-z][a-z:]*\}`|^[ \t]*`(?:youtube|vimeo|video|gist):|\$\$|\$[^\s$][^$\n]{0,300}[\\^{}_]|\^\[/im;
const special =
  /[`{<\\\n]|\[|\](?=\{)|\^(?=\[)|\$\$?|(?<![=\w])==(?=[^\s=])|:(?=(?:material|fontawesome|octicons|simple)-)/g;
/** Lines that stand for a table of contents (Python-Markdown, VuePress, GitLab, Hexo) or another file, or name a place (MyST). */
const generated =
  /[ \t]*(?:\[\[?_?toc_?\]\]?|@\[toc\](?:\([^)\n]*\))?|\([\w:.-]+\)=|\+{3}|-{1,2}8<-{1,3}[ \t]+["'][^"'\n]*["'])[ \t]*(?:\n|$)/iy;
/** `:material-heart:`, an icon of Material for MkDocs. */
const icon = /:(?:material|fontawesome|octicons|simple)-[\w-]+:(?:\{[^}\n]*\})? ?/y;
const highlighted = /==([^\s=](?:[^=\n]{0,500}[^\s=])?)==(?![=\w])/y;

/** Directives in directives, beyond what anybody writes. */
const maxDepth = 5;

/** A scan: the reading, and what lines need to know of the lines before. */
interface Scan extends Reading {
  readonly blocks: BlockState;
  readonly components: ComponentIndent;
  readonly spans: SpanBrackets | null;
  readonly notes: string[];
  readonly depth: number;
  at: number;
}

/**
 * Rewrites what is no Markdown in the Markdown of a blog: Hugo shortcodes, Liquid and Nunjucks tags,
 * Go templates, MDX, Docusaurus admonitions. What has a meaning in Markdown becomes that, the rest goes,
 * the text inside stays. Code, fenced, indented or inline, is left as it is (but see template-escapes.ts):
 * that is where posts explain such syntax. Takes time linear in the length of the source.
 */
export function plainMarkdown(written: string): string {
  return plainAtDepth(written, 0);
}

function plainAtDepth(written: string, depth: number): string {
  const source = fenceIndentedBlocks(htmlDefinitionLists(written));
  if (!suspicious.test(source) && !mayHaveContents(source)) return source;
  const scan: Scan = {
    source,
    output: new MarkdownOutput(),
    ...searches(source),
    open: [],
    blocks: { listIndent: 0, afterBlank: true, afterIndentedCode: false },
    components: new ComponentIndent(source),
    spans: SpanBrackets.of(source),
    notes: [],
    depth,
    at: 0,
  };
  while (scan.at < source.length) readLine(scan);
  for (const { close } of scan.open.reverse()) put(scan, close);
  return scan.output.toString() + inlineNotes(scan.notes);
}

/** Reads from the start of a line: a block that is code or a line of its own, else the text of the line. */
function readLine(scan: Scan): void {
  const { source, blocks, output } = scan;
  scan.at = scan.components.skip(scan.at);
  const { at } = scan;
  const afterBlank = blocks.afterBlank;
  const code = isIndentedCode(source, at, blocks) && !scan.components.open;
  const fence = code ? null : fencedCodeEnd(source, at);
  if (code || fence !== null) {
    copyCode(scan, fence ?? nextLine(source, at));
    blocks.afterBlank ||= fence !== null;
    return;
  }
  const dropped = droppedEnd(scan, at, afterBlank);
  if (dropped !== null) {
    scan.at = dropped;
    blocks.afterBlank = true;
    return;
  }
  const end = nextLine(source, at);
  const line = source.slice(at, end).trimEnd();
  const rewritten = rewriteLine(line, afterBlank);
  if (rewritten !== null) output.write(`${rewritten}\n`);
  const container = rewritten === null ? readContainer(scan, at) : end;
  if (container !== null) {
    scan.at = container;
    blocks.afterBlank = true;
    return;
  }
  readText(scan);
}

function rewriteLine(line: string, afterBlank: boolean): string | null {
  return rewriteGoPresentLine(line) ?? (afterBlank ? rewritePlayerLine(line) : null);
}

/** Code goes out as it is, but for the indent of the component it stands in. */
function copyCode(scan: Scan, end: End): void {
  const written = scan.source.slice(scan.at, end);
  scan.at = end;
  if (isContentsFence(written)) return;
  const inner = (body: string): string => plainAtDepth(body, scan.depth + 1);
  if (scan.depth < maxDepth && putMystDirective(scan, written, inner)) return;
  scan.output.write(scan.components.dedent(readCodeCell(written) ?? unescapeTemplates(written)));
}

/** Reads inline text up to the end of a line; a tag may carry it over several. */
function readText(scan: Scan): void {
  const { source, output } = scan;
  for (;;) {
    special.lastIndex = scan.at;
    const found = special.exec(source);
    output.write(source.slice(scan.at, found?.index ?? source.length));
    scan.at = found?.index ?? source.length;
    if (!found) return;
    const end = found[0] === '\n' ? null : readSpecial(scan, found[0]);
    if (end === null) output.write(found[0]);
    scan.at = end ?? scan.at + found[0].length;
    if (found[0] === '\n') return;
  }
}

function readSpecial(scan: Scan, character: string): End | null {
  const { source, at, output } = scan;
  if (character === '<') return readAngle(scan, at);
  if (character === '{') return readBrace(scan);
  if (character.startsWith('$')) return readMath(scan, at);
  if (character === '==') return readHighlight(scan);
  if (character === '^') return readInlineNote(scan, at, scan.notes);
  if (character === '[' || character === ']') return scan.spans?.has(at) === true ? at + 1 : null;
  if (character === ':') {
    icon.lastIndex = at;
    return icon.test(source) ? icon.lastIndex : null;
  }
  const escape = source.charAt(at + 1) === '\n' ? at + 1 : at + 2;
  const end = character === '`' ? (codeSpanEnd(source, at) ?? runEnd(source, at)) : escape;
  output.write(unescapeTemplates(source.slice(at, end)));
  return end;
}

function readBrace(scan: Scan): End | null {
  const { source, at } = scan;
  const next = source.charAt(at + 1);
  if (next === '%') return readLiquidTag(scan, at);
  if (next !== '{') return readMystRole(scan, at) ?? readBraceMark(scan, at);
  const third = source.charAt(at + 2);
  const shortcode = third === '<' || third === '%' ? readHugoShortcode(scan, at) : null;
  return shortcode ?? readTemplateValue(scan, at);
}

function readContainer(scan: Scan, at: number): End | null {
  return readMystContainer(scan, at) ?? readAdmonition(scan, at) ?? readDirective(scan, at);
}

/** The end of lines that show nothing. */
function droppedEnd(scan: Scan, at: number, afterBlank: boolean): End | null {
  const { source } = scan;
  const dropped = afterBlank ? (esmBlockEnd(source, at) ?? generatedEnd(source, at)) : null;
  return dropped ?? tableOfContentsEnd(source, at) ?? emptyContentsEnd(scan, at);
}

function generatedEnd(source: string, at: number): End | null {
  generated.lastIndex = at;
  return generated.test(source) ? generated.lastIndex : null;
}

/** `==text==` is marked text (Obsidian, PyMdown, markdown-it-mark). */
function readHighlight({ source, at, output }: Scan): End | null {
  highlighted.lastIndex = at;
  const text = highlighted.exec(source)?.[1];
  if (text === undefined) return null;
  output.write(`<mark>${text}</mark>`);
  return highlighted.lastIndex;
}

/** Backticks that open nothing are text, all of them. */
function runEnd(source: string, at: number): End {
  const run = /`+/y;
  run.lastIndex = at;
  return at + (run.exec(source)?.[0].length ?? 1);
}
