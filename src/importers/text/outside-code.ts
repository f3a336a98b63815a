/** Boxes in boxes, beyond what anybody writes. */
const maxNested = 20;
/** Fences of MyST whose body is text (see domain/markup/myst.ts). */
const textFence =
  /^[\s>]*(?:`{3,}|~{3,})[ \t]*\{(?:note|tip|hint|important|warning|caution|danger|attention|error|seealso|admonition|dropdown|figure|image|margin|sidebar|card|grid(?:-item(?:-card)?)?|tab-(?:set|item))\}/i;

/**
 * Blanks out what is code in a Markdown text, fenced, inline or within `<!-- comments -->`, keeping
 * lengths and lines, so that a position found in the result is one in the text.
 */
export function outsideCode(markdown: string): string {
  let fence: string | null = null;
  const textFences: string[] = [];
  const lines = markdown.split('\n').map((line) => {
    const [, mark = ''] = /^ {0,3}(?:> ?|[-*+] {1,3})*(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence !== null) {
      if (mark.startsWith(fence) && /^[\s>]*[`~]+\s*$/.test(line)) fence = null;
      return ' '.repeat(line.length);
    }
    if (mark === '' || (mark.startsWith('`') && line.slice(line.indexOf(mark) + mark.length).includes('`')))
      return line;
    const isText = textFence.test(line);
    if (isText) textFences.push(mark);
    if (textFences.length > maxNested) textFences.shift();
    if (isText || closes(line, mark, textFences)) return line.replace(/[`~]/g, ' ');
    fence = mark;
    return ' '.repeat(line.length);
  });
  return blankComments(blankInlineCode(lines.join('\n')));
}

function closes(line: string, mark: string, opened: string[]): boolean {
  const index = opened.findLastIndex((fence) => mark.startsWith(fence));
  if (index < 0 || !/^[\s>]*[`~]+\s*$/.test(line)) return false;
  opened.length = index;
  return true;
}

/** CommonMark's code spans: a run of backticks, up to the next run as long, within a paragraph. */
function blankInlineCode(text: string): string {
  if (!text.includes('`')) return text;
  return text
    .split('\n\n')
    .map((paragraph) => {
      const runs = [...paragraph.matchAll(/`+/g)];
      let out = '';
      let from = 0;
      for (let at = 0; at < runs.length; at += 1) {
        const opening = runs[at];
        const length = opening?.[0].length;
        const end = runs.slice(at + 1, at + 200).findIndex((run) => run[0].length === length);
        const closing = end < 0 ? undefined : runs[at + 1 + end];
        if (!opening || !closing) continue;
        out += paragraph.slice(from, opening.index) + blank(paragraph.slice(opening.index, closing.index));
        from = closing.index;
        out += ' '.repeat(closing[0].length);
        from += closing[0].length;
        at += end + 1;
      }
      return out + paragraph.slice(from);
    })
    .join('\n\n');
}

function blankComments(text: string): string {
  let out = '';
  let from = 0;
  for (;;) {
    const start = text.indexOf('<!--', from);
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4);
    if (end < 0) return out + text.slice(from);
    out += text.slice(from, start) + blank(text.slice(start, end + 3));
    from = end + 3;
  }
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
