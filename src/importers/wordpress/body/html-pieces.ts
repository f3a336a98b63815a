import { escaped } from '../../text/html-source.ts';
import type { WxrAttachment } from '../export/attachments.ts';

/** A link on a line of its own, in place of what would be shown there. */
export function linkLine(url: string, text = url): string {
  return `\n\n<p><a href="${escaped(url)}">${escaped(text)}</a></p>\n\n`;
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

export function codeBlock(code: string, language: string | null): string {
  const name =
    language !== null && /^[\w+#.-]{1,30}$/.test(language)
      ? ` class="language-${language.toLowerCase()}"`
      : '';
  return `\n\n<pre><code${name}>${escaped(code.replace(/^\s*\n|\s+$/g, ''))}</code></pre>\n\n`;
}
