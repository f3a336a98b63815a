import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { parseMarkdown } from '../../../domain/body-tree.ts';

const writer = unified().use(rehypeStringify).freeze();

/** Longer than anybody writes in Markdown. */
const maxCharacters = 1 << 20;
/** What Markdown is rendered to, or the block editor writes. */
const rendered = /<!-- wp:|<(?:p|h[1-6]|[uo]l|pre|blockquote)>/i;
const signs =
  /^(?:```|~~~|#{1,6} \S|[*+-] \S|> \S|\| ?:?-{3})|\]\(https?:\/\/[^\s()]{1,2000}\)|\*\*[^\s*][^*\n]{0,500}\*\*/im;

/**
 * The content of a post that a plugin marks as written in Markdown. Most plugins store what they rendered, and
 * of that nothing is changed; some, and programs that make a WXR file of another blog, leave the Markdown in it.
 */
export function markdownContent(content: string): string {
  if (content.length > maxCharacters || rendered.test(content) || !signs.test(outsideTags(content)))
    return content;
  return writer.stringify(parseMarkdown(content.replace(/\r\n?/g, '\n')));
}

/** Signs in addresses and in code that is rendered say nothing. */
function outsideTags(content: string): string {
  return content
    .split(/<\/(?:pre|code)>/i)
    .map((part) => part.replace(/<(?:pre|code)\b[^]*$/i, '').replace(/<[a-z][^<>]{0,2000}>/gi, ''))
    .join(' ');
}
