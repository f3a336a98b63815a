/** Elements in elements, beyond what any page has. */
const maxDepth = 400;
/** Elements of style that were left open are opened again in every block after; so many at most. */
const maxReopened = 100_000;

const tag = /<(\/?)([a-z][a-z\d-]*)\b[^<>]*?(\/?)>/gi;
const marks = /^(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)$/i;
const voids = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;
/** Their end may be left out, and mostly is. */
const impliedEnd = /^(?:p|li|dt|dd|td|th|tr|option|thead|tbody|tfoot|colgroup)$/i;

/**
 * Whether HTML is nested so deeply, or leaves so many elements open, that its parser would take time or
 * memory out of all proportion. Counts tags only, in one pass.
 */
export function isTooDeep(html: string): boolean {
  let [depth, open, reopened] = [0, 0, 0];
  for (const [, slash, name = '', closed] of html.matchAll(tag)) {
    if (voids.test(name) || closed === '/') continue;
    const step = slash === '/' ? -1 : 1;
    if (marks.test(name)) open = Math.max(0, open + step);
    else if (step > 0) reopened += open;
    if (!impliedEnd.test(name)) depth = Math.max(0, depth + step);
    if (depth > maxDepth || reopened > maxReopened) return true;
  }
  return false;
}

/** Elements whose inside is no text. */
const silent = /^(script|style|template|noscript)\b/i;
const line = /^(?:\/?(?:p|div|h[1-6]|li|blockquote|tr|table|ul|ol|pre)\b|br\b)/i;

/** The text of HTML that is not parsed, in one pass; a block is a paragraph. */
export function textOfHtml(html: string): string {
  const [first = '', ...pieces] = html.split('<');
  let text = first;
  let until: string | null = null;
  for (const piece of pieces) {
    if (until !== null) {
      if (!piece.toLowerCase().startsWith(until)) continue;
      until = null;
    } else {
      const name = silent.exec(piece)?.[1];
      if (name !== undefined) until = `/${name.toLowerCase()}`;
    }
    const end = piece.indexOf('>');
    const isTag = end >= 0 && /^[/!a-z]/i.test(piece);
    text += line.test(piece) ? '\n\n' : '';
    if (until === null) text += isTag ? piece.slice(end + 1) : `<${piece}`;
  }
  return text.trim();
}
