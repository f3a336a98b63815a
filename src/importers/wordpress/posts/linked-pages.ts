import { asWebUrl } from '../../fields/values.ts';
import { frameAddress } from '../../text/frame-address.ts';
import type { WxrItem } from '../export/wxr-item.ts';

/** Where themes and plugins, and Squarespace, keep the address that a post is about; see `wanted-meta.ts`. */
const kept = /^(?:passthrough_url|linked_list_url|_links_to|_format_(?:link_url|(?:video|audio)_embed))$/;

/** The addresses that a post is about beside its text: plain, or of a frame. */
export function linkedPages(item: WxrItem): string[] {
  const urls = item.meta.flatMap(([name, value]) => {
    if (!kept.test(name)) return [];
    return asWebUrl(frameAddress(value) ?? value) ?? [];
  });
  return [...new Set(urls)];
}
