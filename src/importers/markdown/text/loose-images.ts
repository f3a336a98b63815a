import { outsideCode } from '../../text/outside-code.ts';
import { withEdits } from '../../text/with-edits.ts';

const image = /!\[(?:[^[\]\n]|\\[[\]]){0,300}\]\(/g;
/** `a cup.png` up to a title or the end: Python-Markdown reads addresses with blanks. */
const spaced =
  /([^()<>\n"'\s][^()<>\n"']{0,300}?\s[^()<>\n"']{0,300}?\.(?:avif|gif|jpe?g|png|svg|webp))(?=[ \t]*\)|[ \t]+["'])/iy;
/** `cup.png =300x200`: its size, as Zenn, HackMD and plugins of markdown-it write it. */
const sized = /[^()<>\s"']{1,1000}([ \t]+=\d{0,5}%?x?\d{0,5}%?[ \t]*)(?=\))/y;

/** Images whose address CommonMark does not read, in a way that it does. Code stays, and so does the number of lines. */
export function plainImages(markdown: string): string {
  if (!markdown.includes('![')) return markdown;
  const visible = outsideCode(markdown);
  const edits = Array.from(visible.matchAll(image), ({ 0: whole, index }) => {
    const at = index + whole.length;
    sized.lastIndex = at;
    const size = sized.exec(visible)?.[1];
    if (size !== undefined) return { at: sized.lastIndex - size.length, remove: size.length, insert: '' };
    spaced.lastIndex = at;
    const path = spaced.exec(visible)?.[1];
    return path === undefined
      ? { at, remove: 0, insert: '' }
      : { at, remove: path.length, insert: `<${path}>` };
  });
  return withEdits(markdown, edits);
}
