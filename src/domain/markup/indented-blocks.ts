/** `!!! note "Title"`, `??? tip`, `???+ tip "Title"`: a box; the latter two fold. */
const boxMark = /^(!!!|\?\?\?\+?)[ \t]+([a-z][\w-]*)(?:[ \t]+[a-z][\w-]*)*[ \t]*(?:"([^"\n]*)")?[ \t]*$/i;
/** `=== "Tab"`: one of several that a reader chooses from. */
const tabMark = /^===[!+]?[ \t]+(?:"([^"\n]*)"|'([^'\n]*)')[ \t]*$/;
const anyMark = /^[ \t]*(?:!!!|\?\?\?|===)[!+]?[ \t]+\S/m;
const fenceMark = /^(?:[-*+>]|\d{1,9}[.)]|[ \t])*(`{3,}|~{3,})/;

/** How far the body of a block is indented from its mark. */
const bodyIndent = 4;

interface OpenBlock {
  /** The column from which the body's text counts. */
  readonly from: number;
  /** Columns that come off every line of it. */
  readonly off: number;
  /** What ends it. */
  readonly close: string | null;
}

/**
 * Rewrites the blocks of Python-Markdown that have a mark and an indented body as boxes with fences (`:::`) and
 * titles, so that a body is no indented code: admonitions (python-markdown.github.io/extensions/admonition),
 * details and tabs (facelessuser.github.io/pymdown-extensions). A mark without an indented line below is text.
 */
export function fenceIndentedBlocks(source: string): string {
  return anyMark.test(source) ? new BlockWriter(source.split('\n')).write() : source;
}

class BlockWriter {
  readonly #lines: readonly string[];
  readonly #written: string[] = [];
  readonly #open: OpenBlock[] = [];
  #fence: string | null = null;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  write(): string {
    for (const [index, line] of this.#lines.entries()) {
      if (line.trim() === '') this.#written.push('');
      else this.#writeLine(line, index);
    }
    while (this.#open.length > 0) this.#close();
    return this.#written.join('\n');
  }

  #writeLine(line: string, index: number): void {
    const column = columnOf(line);
    while (this.#open.length > 0 && column < (this.#open.at(-1)?.from ?? 0)) this.#close();
    const off = this.#open.at(-1)?.off ?? 0;
    const text = line.slice(widthOf(line, off));
    if (this.#fence === null && this.#opens(line, text, column, off, index)) return;
    this.#followFence(text);
    this.#written.push(text);
  }

  #opens(line: string, text: string, column: number, off: number, index: number): boolean {
    const mark = markOf(line.trimStart());
    if (!mark || !this.#hasBody(index, column)) return false;
    const indent = /^[ \t]*/.exec(text)?.[0] ?? '';
    this.#written.push('', indent + mark.opening, ...(mark.fenced ? [] : ['']));
    this.#open.push({
      from: column + bodyIndent,
      off: off + bodyIndent,
      close: mark.fenced ? `${indent}:::` : null,
    });
    return true;
  }

  #hasBody(index: number, column: number): boolean {
    for (let at = index + 1; at < this.#lines.length && at < index + 20; at += 1) {
      const line = this.#lines[at] ?? '';
      if (line.trim() !== '') return columnOf(line) >= column + bodyIndent;
    }
    return false;
  }

  #close(): void {
    const close = this.#open.pop()?.close;
    if (close !== null && close !== undefined) this.#written.push(close, '');
    this.#fence = null;
  }

  #followFence(text: string): void {
    const fence = fenceMark.exec(text)?.[1];
    if (fence === undefined) return;
    if (this.#fence === null) {
      if (fence.startsWith('~') || !text.slice(text.indexOf(fence) + fence.length).includes('`'))
        this.#fence = fence;
    } else if (fence.startsWith(this.#fence) && /^[ \t>]*[`~]+[ \t]*$/.test(text)) this.#fence = null;
  }
}

/** What stands for a mark: the fence of a box, or a tab's title. */
function markOf(mark: string): { opening: string; fenced: boolean } | null {
  const [, sign, kind = '', title] = boxMark.exec(mark) ?? [];
  if (sign !== undefined) {
    const shown = title ?? kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase();
    return { opening: `:::${sign === '!!!' ? kind : 'details'}[${shown}]`, fenced: true };
  }
  const tab = tabMark.exec(mark);
  const name = tab?.[1] ?? tab?.[2];
  return name === undefined ? null : { opening: `**${name.replace(/[*_\\`<]/g, '\\$&')}**`, fenced: false };
}

/** The column of a line's first character that is no blank, with tab stops of four. */
function columnOf(line: string): number {
  let column = 0;
  for (const character of line) {
    if (character === '\t') column += 4 - (column % 4);
    else if (character === ' ') column += 1;
    else break;
  }
  return column;
}

/** How many characters at the start of a line fill so many columns. */
function widthOf(line: string, columns: number): number {
  let column = 0;
  let at = 0;
  while (column < columns && /[ \t]/.test(line.charAt(at))) {
    column += line.charAt(at) === '\t' ? 4 - (column % 4) : 1;
    at += 1;
  }
  return at;
}
