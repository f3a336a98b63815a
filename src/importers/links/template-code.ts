/** What shows its inside as it is: Liquid's raw and highlight, DEV's formulas and notebooks, HTML's pre and code. */
const openings =
  /\{%-?\s*(raw|verbatim|highlight|comment|codeblock|katex|runkit)\b[^{}]{0,200}%\}|<(pre|code|script|style)\b/gi;

/** Blanks out code that tags and HTML mark, keeping lengths and lines. Fenced code: see `outsideCode`. */
export function outsideTemplateCode(text: string): string {
  let out = '';
  let from = 0;
  const closings = new Map<string, number>();
  for (const match of text.matchAll(openings)) {
    if (match.index < from) continue;
    const closing = match[1] === undefined ? `</${match[2] ?? ''}` : `end${match[1]}`;
    // Searched for once: one that is not there is not there further down either.
    if (closings.get(closing) === -1) continue;
    const end = text.indexOf(closing, match.index + match[0].length);
    closings.set(closing, end);
    if (end === -1) continue;
    out += text.slice(from, match.index) + text.slice(match.index, end).replace(/[^\n]/g, ' ');
    from = end;
  }
  return out + text.slice(from);
}
