import { named } from '../db/read-rows.ts';
import { absoluteUrl } from '../domain/address.ts';
import type { Site } from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { defineLoader, load } from './loader.ts';
import { read } from './read.ts';
import type { ReadScope } from './scope.ts';

/** What a site is before anybody has said anything about it. */
const untold: Site = {
  id: 1,
  name: 'Blog',
  url: null,
  tagline: null,
  description: null,
  defaultLanguage: 'en',
  languages: [],
  menus: {},
  announcements: [],
  callsToAction: [],
  permalinks: {},
  urls: {},
};

const site = defineLoader<'site', Site>(async (keys, scope) => {
  const sql = Prisma.sql`select w.* from "Site" w order by w."id" limit 1`;
  const [row = untold] = await read<Site>(scope, named('site', sql));
  return keys.map(() => row);
});

/** The site; there is one. */
export function loadSite(scope: ReadScope): Promise<Site> {
  return load(scope, site, 'site');
}

/** The origin of the site's pages: as the settings say, else as the site says, else this API's own. */
export async function loadSiteOrigin(scope: ReadScope): Promise<string> {
  return scope.urls.site ?? (await loadSite(scope)).url ?? scope.urls.media;
}

/** The absolute address of a page of the site. */
export async function loadPageUrl(scope: ReadScope, path: string): Promise<string> {
  return `${(await loadSiteOrigin(scope)).replace(/\/+$/, '')}${path}`;
}

/** An address that the blog's authors wrote, absolute: a site path gets the site in front; null when it is none. */
export async function loadWrittenUrl(scope: ReadScope, address: string | null): Promise<string | null> {
  return address === null ? null : absoluteUrl(await loadSiteOrigin(scope), address);
}
