import { withAttribute } from '../body/html-pieces.ts';
import type { WxrAttachment } from '../export/attachments.ts';

type Find = (id: string) => WxrAttachment | undefined;

const tags = /<(?:a|img)\s[^<>]{1,4000}>/gi;
/** The editors write which attachment an image is, and which one's page a link leads to. */
const imageId = /\bwp-image-(\d{1,20})\b/;
const pageId =
  /\brel\s*=\s*["'][^"']*\bwp-att-(\d{1,20})\b|\bhref\s*=\s*["'][^"'?]*\?attachment_id=(\d{1,20})/i;
const dataId = /\bdata-(?:attachment-)?id\s*=\s*["']?(\d{1,20})/i;
/** The block editor says nothing of the kind: its link stands right around the image. */
const around = /(<a\s[^<>]{1,4000}>)(\s{0,20}<img\s[^<>]{1,4000}>)/gi;
/** A smaller copy says its size in its name. */
const copySize = /-(\d{1,5})x(\d{1,5})\.\w{2,5}$/;
const sizeInName = /-\d{1,5}x\d{1,5}(?=\.\w{2,5}$)/;

/**
 * HTML in which links to the pages of attachments lead to the files themselves, and images have the words and
 * the size that the blog knows of them, where they say nothing.
 */
export function withAttachments(html: string, find: Find): string {
  return html
    .replace(around, (_all, link: string, image: string) => linkAround(link, image, find) + image)
    .replace(tags, (tag) => (/^<a/i.test(tag) ? linkOf(tag, find) : imageOf(tag, find)));
}

function linkOf(tag: string, find: Find): string {
  const found = pageId.exec(tag);
  const attachment = found ? find(found[1] ?? found[2] ?? '') : undefined;
  return attachment ? withAttribute(tag, 'href', attachment.url) : tag;
}

function linkAround(link: string, image: string, find: Find): string {
  const id = pageId.exec(link)?.[1];
  // An export of posts alone holds no attachments: of their pages, nothing is left; the file has its name.
  if (id !== undefined && !find(id) && imageId.exec(image)?.[1] === id)
    return withAttribute(link, 'href', wholeOf(valueOf(image, 'src')));
  const attachment = attachmentOf(image, find);
  const [href, page] = [valueOf(link, 'href'), attachment?.page ?? ''].map((address) =>
    address.replace(/^https?:|\/$/g, ''),
  );
  return attachment && page !== '' && href === page ? withAttribute(link, 'href', attachment.url) : link;
}

/** WordPress keeps the file that smaller copies were made of; WordPress.com makes them by what is asked. */
function wholeOf(src: string): string {
  return src
    .replaceAll('&amp;', '&')
    .replace(/\?[wh]=\d[^#]*$/, '')
    .replace(sizeInName, '');
}

function attachmentOf(image: string, find: Find): WxrAttachment | undefined {
  const id = imageId.exec(image)?.[1] ?? dataId.exec(image)?.[1];
  return id === undefined ? undefined : find(id);
}

function imageOf(tag: string, find: Find): string {
  const attachment = attachmentOf(tag, find);
  if (!attachment) return tag;
  const described =
    valueOf(tag, 'alt') === '' && attachment.alt !== null ? withAttribute(tag, 'alt', attachment.alt) : tag;
  if (/\b(?:width|height)\s*=/i.test(described)) return described;
  const size = sizeOf(valueOf(tag, 'src'), attachment);
  if (size === null) return described;
  return withAttribute(withAttribute(described, 'width', size[0]), 'height', size[1]);
}

function sizeOf(src: string, { url, width, height }: WxrAttachment): readonly [string, string] | null {
  const [, copyWidth, copyHeight] = copySize.exec(src) ?? [];
  if (copyWidth !== undefined && copyHeight !== undefined) return [copyWidth, copyHeight];
  const isWhole =
    width !== null && height !== null && src.replace(/^https?:/, '') === url.replace(/^https?:/, '');
  return isWhole ? [String(width), String(height)] : null;
}

function valueOf(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag);
  return (found?.[1] ?? found?.[2] ?? '').trim();
}
