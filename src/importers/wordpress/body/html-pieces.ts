import { escaped } from '../../text/html-source.ts';
import type { BodyContext } from './body-context.ts';
import type { WxrAttachment } from '../export/attachments.ts';

/** A link on a line of its own, in place of what would be shown there. */
export function linkLine(url: string, text = url): string {
  return `\n\n<p><a href="${escaped(url)}">${escaped(text)}</a></p>\n\n`;
}

/** Addresses that stand in a paragraph, or on a line, by themselves: WordPress shows what is there. */
const alone = /(<p(?:\s[^<>]*)?>\s*|^[ \t]*)(https?:\/\/[^\s<>"]+)(?=\s*<\/p>|[ \t]*$)/gim;

/** HTML whose addresses that stand by themselves are links; code and links are left as they are. */
export function withLinkedAddresses(html: string): string {
  if (!html.includes('http') || /<(?:pre|code|script|style|textarea)\b/i.test(html)) return html;
  return html.replace(alone, (all, before: string, url: string, at: number) => {
    if (/<a\s[^<>]*>\s*$/i.test(html.slice(Math.max(0, at - 2000), at))) return all;
    const address = escaped(url.replaceAll('&amp;', '&'));
    return `${before}<a href="${address}">${address}</a>`;
  });
}

/** An image of the blog, with what is known of it. */
export function attachmentFigure({ url, alt, caption, width, height }: WxrAttachment): string {
  const size = width !== null && height !== null ? ` width="${width}" height="${height}"` : '';
  const image = `<img src="${escaped(url)}" alt="${escaped(alt ?? '')}"${size} />`;
  const words = caption === null ? '' : `<figcaption>${caption}</figcaption>`;
  return `<figure>${image}${words}</figure>`;
}

/** What the blog holds as a file: an image as such, anything else as a link. */
export function attachmentPiece(attachment: WxrAttachment): string {
  if (
    /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|heic)(?:[?#]|$)/i.test(attachment.url) ||
    attachment.width !== null
  )
    return `\n\n${attachmentFigure(attachment)}\n\n`;
  return linkLine(attachment.url, attachment.title || attachment.url);
}

/** The files of a gallery, each by itself. */
export function attachmentPieces(ids: readonly string[], { attachment, onMissing }: BodyContext): string {
  const shown = ids.slice(0, 1000).map(attachment);
  if (shown.length === 0 || shown.includes(undefined)) onMissing('picture');
  return shown.flatMap((one) => (one === undefined ? [] : attachmentPiece(one))).join('');
}

export function codeBlock(code: string, language: string | null): string {
  const name =
    language !== null && /^[\w+#.-]{1,30}$/.test(language)
      ? ` class="language-${language.toLowerCase()}"`
      : '';
  return `\n\n<pre><code${name}>${escaped(code.replace(/^\s*\n|\s+$/g, ''))}</code></pre>\n\n`;
}

/** A tag with another value of an attribute. */
export function withAttribute(tag: string, name: string, value: string): string {
  const written = ` ${name}="${escaped(value)}"`;
  const known = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`, 'i');
  return known.test(tag)
    ? tag.replace(known, () => written)
    : tag.replace(/^<[a-z]+/i, (begin) => begin + written);
}
