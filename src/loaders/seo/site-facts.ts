import { absoluteUrl } from '../../domain/address.ts';
import type { SiteFacts } from '../../domain/seo/page-facts.ts';
import { readMenus } from '../../domain/site-content.ts';
import type { ReadScope } from '../scope.ts';
import { loadPageUrl, loadSite } from '../site.ts';

/** The site as its pages tell of it. */
export async function loadSiteFacts(scope: ReadScope): Promise<SiteFacts> {
  const { name, tagline, description, defaultLanguage, menus } = await loadSite(scope);
  const url = await loadHref(scope, '/');
  const social = readMenus(menus).filter((menu) => menu.name.toLowerCase() === 'social');
  const profiles = social.flatMap(({ items }) => items.map((item) => item.url)).filter(isWebAddress);
  return { name, url, tagline, description, language: defaultLanguage, profiles };
}

/** The absolute address of a page, percent-encoded, as attributes and JSON-LD have it. */
export async function loadHref(scope: ReadScope, path: string): Promise<string> {
  const url = await loadPageUrl(scope, path);
  return absoluteUrl('', url) ?? url;
}

export function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url) && URL.canParse(url);
}
