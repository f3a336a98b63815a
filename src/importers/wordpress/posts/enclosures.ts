import { asWebUrl } from '../../fields/values.ts';
import type { WxrItem } from '../export/wxr-item.ts';

/** A recording that goes with a post. */
export interface Enclosure {
  readonly url: string;
  readonly type: string | null;
  /** Bytes. */
  readonly length: number | null;
}

const most = 20;

/** WordPress keeps each as lines: address, bytes, MIME type; plugins add lines of their own. */
export function enclosuresOf(item: WxrItem): Enclosure[] {
  const found = new Map<string, Enclosure>();
  for (const [name, value] of item.meta) {
    if (name !== 'enclosure' || found.size >= most) continue;
    const [address = '', bytes = '', type = ''] = value.split(/\r?\n/).map((line) => line.trim());
    const url = asWebUrl(address);
    if (url === null || found.has(url)) continue;
    found.set(url, {
      url,
      type: /^[\w.+-]{1,50}\/[\w.+-]{1,80}$/.test(type) ? type : null,
      length: /^[1-9]\d{0,11}$/.test(bytes) ? Number(bytes) : null,
    });
  }
  return [...found.values()];
}
