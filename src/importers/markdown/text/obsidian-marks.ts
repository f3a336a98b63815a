import { outsideCode } from '../../text/outside-code.ts';

const anyMark = /\[\[|%%/;
/** `![[a.png]]`, `![[a.png|300]]`, `![[a.png|Its caption]]`. */
const embed =
  /!\[\[([^[\]|#\n]{1,300}\.(?:avif|bmp|gif|jpe?g|png|svg|webp))(?:#[^[\]|\n]{0,100})?(?:\\?\|([^[\]\n]{0,300}))?\]\]/gi;
/** `%% for me %%`, and whole lines between lines of `%%`. */
const comment = /(?<![\w%])%%(?=[ \t\n])(?:[^%]|%(?!%)){0,5000}?(?<=[ \t\n])%%(?![\w%])/g;
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
  const found = [
    ...Array.from(visible.matchAll(embed), (match) => ({
      match,
      text: imageOf(match[1] ?? '', match[2] ?? ''),
    })),
    ...Array.from(visible.matchAll(comment), (match) => ({ match, text: match[0].replace(/[^\n]/g, '') })),
    ...(isVault ? Array.from(visible.matchAll(blockName), (match) => ({ match, text: '' })) : []),
  ].sort((a, b) => a.match.index - b.match.index);
  let text = '';
  let done = 0;
  for (const { match, text: replacement } of found) {
    if (match.index < done) continue;
    text += markdown.slice(done, match.index) + replacement;
    done = match.index + match[0].length;
  }
  return text + markdown.slice(done);
}

/** A number behind the bar is the image's width, as in `300` or `300x200`. */
function imageOf(file: string, said: string): string {
  const alt = /^\s*\d+(?:x\d+)?\s*$/.test(said) ? '' : said.trim();
  return `![${alt.replace(/[[\]]/g, '\\$&')}](<${file.trim().replace(/[<>]/g, encodeURIComponent)}>)`;
}
