import { ownText } from './wxr-item.ts';

/** An id as maps of all items keep it: a number takes no memory of its own, a text 24 bytes and more. */
export type ShortId = number | string;

export function shortId(id: string): ShortId {
  return /^[1-9]\d{0,8}$/.test(id) ? Number(id) : ownText(id);
}
