import { safeAddress } from '../links/safe-address.ts';
import { outsideTemplateCode } from '../links/template-code.ts';
import { writtenLinks } from '../links/written-links.ts';
import { outsideCode } from '../text/outside-code.ts';
import { withEdits } from '../text/with-edits.ts';
import { DistinctLabels } from './distinct-labels.ts';
import type { ForeignBody } from './foreign-blog.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import type { RewriteAddress } from './html/rewrite-tree.ts';
import { plainDialect } from './markdown-dialect.ts';
import { textToMarkdown } from './text-to-markdown.ts';

/** A body, or the pieces of one, as one Markdown text whose links and images lead where `rewrite` says. */
export function foreignMarkdown(body: ForeignBody | readonly ForeignBody[], rewrite: RewriteAddress): string {
  if ('format' in body) return pieceOf(body, rewrite, '').trim();
  const labels = new DistinctLabels();
  return body
    .map((piece, index) => labels.of(pieceOf(piece, rewrite, index === 0 ? '' : `${index + 1}-`).trim()))
    .filter((text) => text !== '')
    .join('\n\n');
}

function pieceOf(
  { format, text, dialect }: ForeignBody,
  rewrite: RewriteAddress,
  notePrefix: string,
): string {
  switch (format) {
    case 'html':
      return htmlToMarkdown(text, { rewrite, notePrefix });
    case 'markdown':
      return withAddresses(markdownOf(text.replace(/\r\n?/g, '\n'), dialect), rewrite);
    case 'text':
      return textToMarkdown(text);
  }
}

function markdownOf(text: string, dialect: ForeignBody['dialect']): string {
  return dialect ? plainDialect(text, dialect) : text;
}

const image = /!\[[^\]\n]{0,1000}$/;
const source = /\bsrc\s{0,5}=\s{0,5}(["'])([^"'<>\n]{1,2000})\1/gi;

/** Markdown with other addresses where it has some; code stays as it is. */
function withAddresses(text: string, rewrite: RewriteAddress): string {
  const visible = outsideTemplateCode(outsideCode(text));
  const links = writtenLinks(visible)
    .filter(({ form }) => form === 'address')
    .map(({ at, length, address }) => {
      const isImage = image.test(visible.slice(Math.max(0, at - 1010), at).replace(/\]\(\s*<?$/, ''));
      return { at, length, address, to: rewrite(address, isImage ? 'image' : 'link') };
    });
  const sources = [...visible.matchAll(source)].map((match) => {
    const [whole, , address = ''] = match;
    const at = match.index + whole.length - address.length - 1;
    return { at, length: address.length, address, to: rewrite(address.trim(), 'image') };
  });
  const edits = [...links, ...sources]
    .filter(({ to, address }) => to !== address)
    .map(({ at, length, to }) => ({ at, remove: length, insert: safeAddress(to) }));
  return withEdits(text, edits);
}
