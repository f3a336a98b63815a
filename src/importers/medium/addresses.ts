import { decoded } from '../text/decoded.ts';

/** Medium's numbers of posts, and the addresses that lead to them. */
const id = /(?:^|[-_/])([\da-f]{8,16})$/i;

/** The number at the end of a name or an address; null when there is none. */
export function postId(text: string): string | null {
  return id.exec(text.replace(/[?#].*$/s, '').replace(/\.html?$|\/+$/gi, ''))?.[1]?.toLowerCase() ?? null;
}

/** The address that a number alone gives. */
export function shortAddress(number: string): string {
  return `https://medium.com/p/${number}`;
}

/** Whether Medium itself is at an address, and not a blog with a name of its own. */
export function isMediumHost(address: string): boolean {
  return /(?:^|\.)medium\.com$/i.test(URL.parse(address)?.hostname ?? '');
}

/** The name of a member in the address of a profile or a post; null when it has none. */
export function memberIn(address: string): string | null {
  const url = URL.parse(address);
  const name = /^\/@([\w.-]{1,100})/.exec(url?.pathname ?? '')?.[1];
  const sub = /^([\w-]{1,100})\.medium\.com$/i.exec(url?.hostname ?? '')?.[1];
  const found = name ?? (sub === 'www' || sub === 'cdn' ? undefined : sub);
  return found?.toLowerCase() ?? null;
}

/** The name of a post in its address, or in that of its file: without date, mark of a draft and number. */
export function slugIn(text: string): string | null {
  const last =
    text
      .replace(/[?#].*$/s, '')
      .replace(/\.html?$|\/+$/gi, '')
      .split('/')
      .at(-1) ?? '';
  const name = decoded(last)
    .replace(/^draft_|^\d{4}-\d{2}-\d{2}_/i, '')
    .replace(/(?:^|[-_])[\da-f]{8,16}$/i, '')
    .replace(/^[-_]+|[-_]+$/g, '');
  return name === '' ? null : name.toLowerCase();
}
