import { outsideCode } from '../../text/outside-code.ts';
import { withEdits } from '../../text/with-edits.ts';

/** An address with Pelican's mark before it: `{filename}../a.md`, `{static}/images/a.png`, the older `|filename|a.md`. */
const marked =
  /(\]\(\s{0,5}<?|\]:\s{0,5}<?|\b(?:href|src)\s{0,3}=\s{0,3}["'])[{|:](filename|static|attach|tag|category|author|index|archives)[}|:]/g;
/** Code whose first line names its language, as Python-Markdown's codehilite reads it: `:::python`. */
const hilited =
  /^((?: {4}|\t):::([\w+#-]{1,30}))[ \t]*\n((?:(?: {4}|\t)[^\n]*(?:\n|$)|[ \t]*\n(?=(?:[ \t]*\n)*(?: {4}|\t)))+)/gm;

/**
 * What Pelican reads beside Markdown, as Markdown: links and images without the mark that says where their path
 * begins, and code as a fenced block. Code stays as it is.
 */
export function plainPelican(markdown: string): string {
  const fenced = /^(?: {4}|\t):::\w/m.test(markdown) ? markdown.replace(hilited, fencedCode) : markdown;
  if (!/[{|:](?:filename|static|attach|tag|category|author|index|archives)[}|:]/.test(fenced)) return fenced;
  const edits = Array.from(
    outsideCode(fenced).matchAll(marked),
    ({ 0: whole, 1: before = '', 2: kind = '', index }) => {
      const folder = /^(?:tag|category|author)$/.test(kind) ? `/${kind}/` : '';
      return { at: index, remove: whole.length, insert: before + folder };
    },
  );
  return withEdits(fenced, edits);
}

function fencedCode(_: string, _mark: string, language: string, code: string): string {
  return `\`\`\`${language}\n${code.replace(/^(?: {4}|\t)/gm, '').replace(/\s+$/, '')}\n\`\`\`\n`;
}
