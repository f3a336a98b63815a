import { siteHost } from '../../../domain/address.ts';
import type { WxrItem } from '../export/wxr-item.ts';
import { decoded } from '../../text/decoded.ts';

/** The slug of a post while it was in the trash. */
const trashed = /__trashed(?:-\d{1,5})?$/;

/**
 * Further addresses that led to a post: by its number, those that it had before its slug was changed
 * (`_wp_old_slug`), that of Blogger whose domain the blog took over, and its guid, which in old blogs is the address
 * it was first published at.
 */
export function oldAddresses(item: WxrItem, site: string): string[] {
  const { id, type, link, guid, slug } = item;
  const numbered = id === null ? [] : [`${site}/?${type === 'page' ? 'page_id' : 'p'}=${id}`];
  const renamed = item.meta
    .filter(([name, old]) => name === '_wp_old_slug' && !trashed.test(old))
    .flatMap(([, old]) => withSlug(link, slug, old) ?? []);
  const ofBlogger = item.meta
    .filter(([name]) => name === 'blogger_permalink')
    .flatMap(([, address]) => URL.parse(URL.parse(address, site)?.pathname ?? '', site) ?? [])
    .flatMap(({ pathname, href }) => (pathname === '/' ? [] : href));
  const first = isOn(site, guid) ? [guid] : [];
  return [...new Set([...numbered, ...renamed, ...ofBlogger, ...first])].filter(
    (address) => address !== link,
  );
}

/** The permalink with another slug in its last place; null when the slug is no part of it. */
function withSlug(link: string, slug: string, old: string): string | null {
  const segments = link.split('/');
  const at = segments.findLastIndex((segment) => segment !== '' && decoded(segment) === slug);
  // The host comes third: "https:", "", "host".
  return slug === '' || at < 3 ? null : segments.with(at, old).join('/');
}

/** Sites that were built elsewhere have guids of there. */
function isOn(site: string, address: string): boolean {
  const host = siteHost(address);
  return host !== null && host === siteHost(site);
}
