import type { SitemapEntry } from '../loaders/sitemap.ts';
import { emptyElement, element, lines, textElement, xmlDeclaration } from './xml-text.ts';

/** Bytes of one file, at most, by the protocol (sitemaps.org); it means 50 MiB. */
export const SITEMAP_BYTES = 52_428_800;

/** From here on a file leaves out what it need not say. */
const roomyBytes = 30_000_000;

/** A longer address is none for the protocol. */
const longestUrl = 2_047;

const namespaces = {
  xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
};

/** A sitemap of pages that `writePages` wrote. */
export function writeSitemap(pages: readonly string[]): string {
  return `${xmlDeclaration}\n${element('urlset', `\n${lines(...pages)}\n`, namespaces)}\n`;
}

/**
 * Pages as they stand in a sitemap, with the other languages of each. Ten thousand pages never take more than
 * a sitemap may hold: once they are long, languages are left out.
 *
 * @param origin of the site's pages, without a slash at its end
 */
export function writePages(origin: string, entries: readonly SitemapEntry[]): string {
  let length = 0;
  const urls = entries.map((entry) => {
    const url = urlElement(origin, entry, length < roomyBytes);
    length += url.length;
    return url;
  });
  return lines(...urls);
}

/** The index of the parts, `/sitemap-1.xml` and so on. */
export function writeSitemapIndex(origin: string, count: number): string {
  const parts = Array.from({ length: count }, (_, index) =>
    element('sitemap', textElement('loc', encoded(origin, `/sitemap-${index + 1}.xml`))),
  );
  const { xmlns } = namespaces;
  return `${xmlDeclaration}\n${element('sitemapindex', `\n${parts.join('\n')}\n`, { xmlns })}\n`;
}

function urlElement(origin: string, { path, changed, languages }: SitemapEntry, inFull: boolean): string {
  const url = encoded(origin, path);
  if (url.length > longestUrl) return '';
  const inside = lines(
    textElement('loc', url),
    textElement('lastmod', changed?.toISOString() ?? null),
    ...(inFull ? (languages ?? []) : []).map(({ language, path: other }) =>
      emptyElement('xhtml:link', { rel: 'alternate', hreflang: language, href: encoded(origin, other) }),
    ),
  );
  return element('url', inside);
}

function encoded(origin: string, path: string): string {
  const url = `${origin}${path}`;
  return URL.canParse(url) ? new URL(url).href : url;
}
