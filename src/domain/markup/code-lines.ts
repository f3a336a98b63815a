/** What a scan of lines knows of the blocks it is in; enough to tell code from text. */
export interface BlockState {
  /** Column from which text of the current list item counts; 0 outside lists. */
  listIndent: number;
  afterBlank: boolean;
  afterIndentedCode: boolean;
}

const fenceOpening = /([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})/y;
const marker = /([ \t]*)((?:[-*+]|\d{1,9}[.)])(?=[ \t\n]|$))?([ \t]*)/y;

/**
 * The end of the fenced code block that begins with the line at `at`; null when none does. A fence that
 * is never closed runs to the end (CommonMark 0.31, section 4.5), one in a quote to the quote's end.
 */
export function fencedCodeEnd(source: string, at: number): number | null {
  fenceOpening.lastIndex = at;
  const opened = fenceOpening.exec(source);
  if (!opened) return null;
  const [, prefix = '', fence = ''] = opened;
  const quoted = prefix.includes('>');
  for (let line = nextLine(source, at); line < source.length; line = nextLine(source, line)) {
    const end = nextLine(source, line);
    const text = source.slice(line, source.charAt(end - 1) === '\n' ? end - 1 : end);
    const closing = /^[ \t>]*(`{3,}|~{3,})[ \t\r]*$/.exec(text)?.[1] ?? '';
    if (closing.length >= fence.length && closing.startsWith(fence.charAt(0))) return end;
    if (quoted && !/^ {0,3}>/.test(text)) return line;
  }
  return source.length;
}

/**
 * Whether the line at `at` is indented code (section 4.4): four columns in from its list item, after a
 * blank line. Also keeps `state` up to date, so it is to be asked for every line of text.
 */
export function isIndentedCode(source: string, at: number, state: BlockState): boolean {
  marker.lastIndex = at;
  const [whole = '', indentation = '', bullet, gap = ''] = marker.exec(source) ?? [];
  const blank =
    /^\r?(?:\n|$)/.test(source.slice(at + whole.length, at + whole.length + 2)) && bullet === undefined;
  const indent = width(indentation);
  if (blank) {
    state.afterBlank = true;
    return false;
  }
  const code = indent >= state.listIndent + 4 && (state.afterBlank || state.afterIndentedCode);
  if (!code) {
    if (bullet !== undefined)
      state.listIndent = indent + bullet.length + Math.min(Math.max(width(gap), 1), 4);
    else if (state.afterBlank && indent < state.listIndent) state.listIndent = indent;
  }
  state.afterBlank = false;
  state.afterIndentedCode = code;
  return code;
}

/** The start of the line after the one that holds `at`. */
export function nextLine(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end === -1 ? source.length : end + 1;
}

/**
 * The end of the code span that begins with the backticks at `at`; null when they open none. A span
 * stays within its paragraph (section 6.1).
 */
export function codeSpanEnd(source: string, at: number): number | null {
  const runs = /`+|\n[ \t\r]*\n/g;
  runs.lastIndex = at;
  const length = runs.exec(source)?.[0].length ?? 0;
  for (let run = runs.exec(source); run; run = runs.exec(source)) {
    if (!run[0].startsWith('`')) return null;
    if (run[0].length === length) return runs.lastIndex;
  }
  return null;
}

/** Columns, with tab stops of four. */
function width(space: string): number {
  let columns = 0;
  for (const character of space) columns += character === '\t' ? 4 - (columns % 4) : 1;
  return columns;
}
