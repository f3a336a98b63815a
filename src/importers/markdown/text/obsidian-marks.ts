import { outsideCode } from '../../text/outside-code.ts';
import { withEdits, type Edit } from '../../text/with-edits.ts';

const anyMark = /\[\[|%%|\|\s*\d+(?:x\d+)?\]\(/;
/** `![[a.png]]`, `![[a.png|300]]`, `![[a.png|Its caption]]`. */
const embed =
  /!\[\[([^[\]|#\n]{1,300}\.(?:avif|bmp|gif|jpe?g|png|svg|webp))(?:#[^[\]|\n]{0,100})?(?:\\?\|([^[\]\n]{0,300}))?\]\]/gi;
/** The width behind the bar in `![A cup|300](cup.png)`. */
const sized = /!\[([^[\]|\n]{0,300})\\?\|\s*\d+(?:x\d+)?\s*\]\(/g;
/** `%% for me %%`, and whole lines between lines of `%%`. */
const comment = /(?<![\w%])%%(?=[ \t\n])(?:[^%]|%(?!%)){0,5000}?(?<=[ \t\n])%%(?![\w%])/g;
/** `%%for me%%`, which elsewhere may be a format. */
const tightComment = /(?<![\w%])%%(?=[^\s%])[^%\n]{1,1000}%%(?![\w%])/g;
/** The name of a block at its end, for links to it: `^a1b2`. */
const blockName = /[ \t]\^[a-z\d][a-z\d-]{2,40}[ \t]*$/gim;

/**
 * What Obsidian writes beside Markdown, as Markdown: embedded images; comments and names of blocks go. Its links
 * (`[[A note]]`) are resolved with all others. Code stays as it is, and so does the number of lines.
 */
export function plainObsidian(markdown: string): string {
  if (!anyMark.test(markdown)) return markdown;
  const isVault = markdown.includes('[[');
  const visible = outsideCode(markdown);
  return withEdits(markdown, [
    ...edits(visible, embed, ([, file = '', said = '']) => imageOf(file, said)),
    ...edits(visible, sized, ([, alt = '']) => `![${alt.trim()}](`),
    ...edits(visible, comment, ([whole]) => whole.replace(/[^\n]/g, '')),
    ...(isVault ? [tightComment, blockName].flatMap((mark) => edits(visible, mark, () => '')) : []),
  ]);
}

function edits(visible: string, mark: RegExp, insert: (match: RegExpExecArray) => string): Edit[] {
  return Array.from(visible.matchAll(mark), (match) => ({
    at: match.index,
    remove: match[0].length,
    insert: insert(match),
  }));
}

/** Behind a bar may be the image's width or where it goes: `300`, `300x200`, `right|300`. */
function imageOf(file: string, said: string): string {
  const alt = said
    .split('|')
    .map((part) => part.trim())
    .filter((part) => !/^(?:\d+(?:x\d+)?|left|right|cent(?:er|re)|inline)$/i.test(part))
    .join('|');
  return `![${alt.replace(/[[\]]/g, '\\$&')}](<${file.trim().replace(/[<>]/g, encodeURIComponent)}>)`;
}
