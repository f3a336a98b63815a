import type { Database } from '../db/client.ts';
import { newestChange } from '../db/change-log.ts';
import { readSitemapPart, readSitemapPlaces } from '../loaders/sitemap.ts';
import type { SitemapEntry, SitemapPlaces } from '../loaders/sitemap.ts';
import { loadSiteOrigin } from '../loaders/site.ts';
import type { PageAddress, PageAnswer, WebPage, WebScope } from './web-page.ts';
import { content, missing } from './web-page.ts';
import { SITEMAP_BYTES, writePages, writeSitemap, writeSitemapIndex } from './write-sitemap.ts';

/** Pages in one file, at most, by the protocol (sitemaps.org). */
const mostPages = 50_000;

/** Pages read at once, and in a file when there are several: together with its size it bounds the memory. */
const partPages = 10_000;

/** Bytes around the pages of a part, and more. */
const overhead = 1_000;

/** `/sitemap.xml`, and the parts `/sitemap-1.xml` … that it names when one file does not hold all pages. */
export function sitemapPage({ pathname }: PageAddress): WebPage | null {
  if (pathname === '/sitemap.xml') return { kind: 'sitemap', key: pathname, exists: null, read };
  const [, number] = /^\/sitemap-([1-9]\d{0,5})\.xml$/.exec(pathname) ?? [];
  if (number === undefined) return null;
  const index = Number(number) - 1;
  return {
    kind: 'sitemap',
    key: pathname,
    exists: async (scope) => index < partCount(await loadPlaces(scope)),
    read: async (scope) => {
      const places = await loadPlaces(scope);
      if (index >= partCount(places)) return missing;
      return asXml(writeSitemap([writePages(await loadOrigin(scope), await loadPart(scope, places, index))]));
    },
  };
}

async function read(scope: WebScope): Promise<PageAnswer> {
  const places = await loadPlaces(scope);
  const [origin, count] = [await loadOrigin(scope), partCount(places)];
  // The page of the site itself is one more.
  const whole = places.total < mostPages ? await loadWhole(scope, places, origin) : null;
  return asXml(whole ?? writeSitemapIndex(origin, count));
}

/** All pages in one file; null when that would be too large. */
async function loadWhole(scope: WebScope, places: SitemapPlaces, origin: string): Promise<string | null> {
  const parts: string[] = [];
  let left = SITEMAP_BYTES;
  for (let index = 0; index < partCount(places); index += 1) {
    const part = writePages(origin, await loadPart(scope, places, index));
    left -= Buffer.byteLength(part) + overhead;
    if (left < 0) return null;
    parts.push(part);
  }
  return writeSitemap(parts);
}

async function loadPart(scope: WebScope, { places }: SitemapPlaces, index: number): Promise<SitemapEntry[]> {
  const from = places[index];
  const entries = from === undefined ? [] : await readSitemapPart(scope, from, places[index + 1] ?? null);
  return index === 0 ? [{ path: '/', changed: null, languages: null }, ...entries] : entries;
}

/** An empty blog has one part: its own page. */
function partCount({ places }: SitemapPlaces): number {
  return Math.max(1, places.length);
}

async function loadOrigin(scope: WebScope): Promise<string> {
  return (await loadSiteOrigin(scope)).replace(/\/+$/, '');
}

function asXml(text: string): PageAnswer {
  return content('application/xml', text);
}

interface Known {
  readonly version: string;
  readonly places: Promise<SitemapPlaces>;
}

/** The places of the newest version: a crawler that fetches every part counts the pages once. */
const known = new WeakMap<Database, Known>();

async function loadPlaces(scope: WebScope): Promise<SitemapPlaces> {
  const change = await newestChange(scope.db);
  const version = JSON.stringify([scope.viewer, String(change?.version), change?.at]);
  const last = known.get(scope.db);
  if (last?.version === version) return last.places;
  const places = readSitemapPlaces(scope, partPages - 1);
  known.set(scope.db, { version, places });
  void places.catch(() => known.delete(scope.db));
  return places;
}
