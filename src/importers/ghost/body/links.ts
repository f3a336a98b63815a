import { element } from '../../text/html-source.ts';

/** What Ghost's own script opens in the page: sign-up, account, search. It leads nowhere without it. */
const ghostOnly = /^(?:__GHOST_URL__)?\/?#\/(?:portal|share|search|subscribe|signup|signin|account)\b/;

/** Whether an address opens a window of Ghost's own. */
export function isGhostWindow(url: string): boolean {
  return ghostOnly.test(url.trim());
}

/** HTML as a link; only the inside where there is nowhere to lead. */
export function linked(inside: string, url: string | null): string {
  return url === null || url.trim() === '' || isGhostWindow(url)
    ? inside
    : element('a', inside, { href: url.trim() });
}
