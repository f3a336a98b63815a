import { asWebUrl } from '../../fields/values.ts';
import type { ForeignImage } from '../../foreign/foreign-blog.ts';
import type { WxrAttachment } from '../export/attachments.ts';
import { metaValue, type WxrItem } from '../export/wxr-item.ts';

/** Of films, recordings and papers a page shows no picture. */
const noImage = /\.(?:mp4|m4v|mov|webm|ogv|avi|wmv|mp3|m4a|ogg|wav|flac|pdf|docx?|zip)(?:[?#]|$)/i;

/** The featured image of a post, of the library or, as "Featured Image from URL" keeps it, of any address. */
export function coverOf(item: WxrItem, find: (id: string) => WxrAttachment | undefined): ForeignImage | null {
  const elsewhere = asWebUrl(metaValue(item, 'fifu_image_url') ?? undefined);
  if (elsewhere !== null) {
    const alt = metaValue(item, 'fifu_image_alt');
    return { url: elsewhere, alt, caption: null, width: null, height: null };
  }
  const id = metaValue(item, '_thumbnail_id');
  const attachment = id === null ? undefined : find(id);
  if (!attachment || noImage.test(attachment.url)) return null;
  const { url, alt, caption, width, height } = attachment;
  return { url, alt, caption, width, height };
}

/** Whether the export does not hold the featured image that a post names. */
export function lacksCover(item: WxrItem, find: (id: string) => WxrAttachment | undefined): boolean {
  const id = metaValue(item, '_thumbnail_id') ?? '';
  return /^[1-9]\d*$/.test(id) && find(id) === undefined && metaValue(item, 'fifu_image_url') === null;
}
