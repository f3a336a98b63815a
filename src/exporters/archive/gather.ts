import {
  siteEntry,
  type AuthorEntry,
  type CategoryEntry,
  type RedirectEntry,
  type SeriesEntry,
  type SiteEntry,
  type TagEntry,
} from '../../domain/archive/entries.ts';
import type { ArchivedSource } from '../../domain/archive/manifest.ts';
import type { Site } from '../../generated/prisma/client.ts';
import type { ArchiveScope } from '../../loaders/archive/archive-scope.ts';
import { archivedImages, type ArchivedImage } from '../../loaders/archive/archived-images.ts';
import { archivedRedirects } from '../../loaders/archive/archived-redirects.ts';
import { archivedSeries } from '../../loaders/archive/archived-series.ts';
import { archivedSite, archivedSources } from '../../loaders/archive/archived-site.ts';
import { archivedAuthors, archivedCategories, archivedTags } from '../../loaders/archive/archived-terms.ts';
import { filled } from './filled.ts';
import { redirectEntryOf } from './redirect-entry.ts';
import { sourcesOf } from './sources.ts';
import { authorEntryOf, categoryEntryOf, seriesEntryOf, tagEntryOf } from './term-entries.ts';

/** The imports that a blog came from, and what they say the site is. */
export interface GatheredSources {
  readonly sources: readonly ArchivedSource[];
  readonly site: SiteEntry | null;
}

/** All of a blog but the texts, which are read one after the other. */
export interface GatheredBlog extends GatheredSources {
  readonly authors: readonly AuthorEntry[];
  readonly tags: readonly TagEntry[];
  readonly categories: readonly CategoryEntry[];
  readonly series: readonly SeriesEntry[];
  readonly redirects: readonly RedirectEntry[];
  readonly images: readonly ArchivedImage[];
}

export async function gatherSources(scope: ArchiveScope): Promise<GatheredSources> {
  const site = await archivedSite(scope);
  const sources = sourcesOf(await archivedSources(scope), site);
  return { sources, site: sources.length === 0 ? null : siteEntryOf(site) };
}

export async function gatherBlog(scope: ArchiveScope, origin: GatheredSources): Promise<GatheredBlog> {
  const names = origin.sources.map(({ name }) => name);
  return {
    ...origin,
    authors: (await archivedAuthors(scope)).map((author) => authorEntryOf(author, names, scope.sight)),
    tags: (await archivedTags(scope)).map((tag) => tagEntryOf(tag, names)),
    categories: (await archivedCategories(scope)).map((category) => categoryEntryOf(category, names)),
    series: (await archivedSeries(scope)).map(seriesEntryOf),
    redirects: (await archivedRedirects(scope)).flatMap((redirect) => redirectEntryOf(redirect) ?? []),
    images: await archivedImages(scope),
  };
}

function siteEntryOf(site: Site | null): SiteEntry | null {
  return site === null ? null : siteEntry.parse(filled({ ...site }));
}
