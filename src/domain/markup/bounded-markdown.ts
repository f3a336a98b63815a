import { fencedCodeEnd, isIndentedCode, nextLine } from './code-lines.ts';
import type { BlockState } from './code-lines.ts';

/**
 * The Markdown parser takes a time that grows with the square of the delimiters in one paragraph (three
 * minutes for 100 KB of `*a_`). No person writes more than a few dozen.
 */
const maxDelimiters = 1000;
const maxContainers = 50;

/** An address is one piece, whatever it is made of; shared configurations are as long as posts. */
const delimitersAndUrls = /(?<![\w-])https?:\/\/[a-z\d.-]+\/[^\s<>[\]]*[a-z\d/]|[*_~[\]!<&`\\\n]/gi;
/** A line that is text of its own, whatever stands around it: item, heading, definition, row of a table. */
const ownText = /^[ \t>]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\[[^\]\n]*\]:)|\|/;
/** The HTML that holds large tables and drawings; their lines are no Markdown (CommonMark 0.31, section 4.6). */
const htmlBlock =
  /^\s*<(?:!--|\/?(?:details|div|dl|figure|ol|p|pre|script|section|style|svg|table|tbody|tr|ul)\b)/i;
const container = /[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])/y;

/** The same Markdown, with what only an attack holds taken for plain text. Linear in time. */
export function boundedMarkdown(source: string): string {
  const blocks: BlockState = { listIndent: 0, afterBlank: true, afterIndentedCode: false };
  const written: string[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') written.push(isTooMuch(text) ? verbatim(text) : text);
    text = '';
  };
  for (let at = 0, end; at < source.length; at = end) {
    const code = isIndentedCode(source, at, blocks);
    end = (code ? null : fencedCodeEnd(source, at)) ?? nextLine(source, at);
    const lines = source.slice(at, end);
    if (code || end > nextLine(source, at)) {
      flush();
      written.push(lines);
    } else {
      const line = shallow(lines);
      if (blocks.afterBlank || ownText.test(line)) flush();
      text += line;
    }
  }
  flush();
  return written.join('');
}

function isTooMuch(text: string): boolean {
  if (text.length <= maxDelimiters || htmlBlock.test(text)) return false;
  const counted = text.match(delimitersAndUrls)?.filter((found) => found.length === 1) ?? [];
  return counted.length > maxDelimiters;
}

/** A paragraph of HTML, of which the parser makes one piece; backslashes would make as many as there were. */
function verbatim(text: string): string {
  const escaped = text.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `\n\n<p>${escaped}</p>\n\n`;
}

/** A line with its quote marks and list markers after the fiftieth taken for text. */
function shallow(line: string): string {
  if (line.length < 2 * maxContainers) return line;
  container.lastIndex = 0;
  let end = 0;
  for (let count = 0; count < maxContainers; count += 1) {
    if (!container.test(line)) return line;
    end = container.lastIndex;
  }
  const rest = line.slice(end);
  return `${line.slice(0, end)}${rest.replace(/^[ \t]*(?=[-*+>])/, '\\').replace(/^[ \t]*(\d{1,9})(?=[.)])/, '$1\\')}`;
}
