import { attributeOf, type XmlElement } from '../xml/element.ts';
import type { FeedEnclosure, FeedLink } from './parsed-feed.ts';

/** An address of a feed, absolute where the feed says from where. */
export function addressAt(address: string, base: string | null): string {
  const written = address.trim();
  if (base === null || /^[a-z][a-z\d+.-]*:/i.test(written)) return written;
  return URL.parse(written, base)?.href ?? written;
}

/** Atom's link, wherever it stands. */
export function atomLink(element: XmlElement): FeedLink {
  const { attributes } = element;
  return {
    href: addressAt(attributes['href'] ?? '', element.base),
    rel: attributeOf(element, 'rel')?.toLowerCase() ?? 'alternate',
    type: attributes['type'] ?? null,
    title: attributes['title'] ?? null,
    length: attributes['length'] ?? null,
    hreflang: attributes['hreflang'] ?? null,
  };
}

/** A link of RSS, which is only an address. */
export function plainLink(href: string): FeedLink {
  return { href, rel: 'alternate', type: null, title: null, length: null, hreflang: null };
}

/** The page among the links: HTML before anything else. */
export function pageAmong(links: readonly FeedLink[]): string | null {
  const pages = links.filter(({ rel, href }) => rel === 'alternate' && href !== '');
  const html = pages.find(({ type }) => type === null || /html/i.test(type));
  return (html ?? pages[0])?.href ?? null;
}

export function linkOf(links: readonly FeedLink[], rel: string): string | null {
  return links.find((link) => link.rel === rel && link.href !== '')?.href ?? null;
}

export function enclosuresAmong(links: readonly FeedLink[]): FeedEnclosure[] {
  return links
    .filter(({ rel, href }) => rel === 'enclosure' && href !== '')
    .map(({ href, type, length, title }) => ({ url: href, type, length, title }));
}
