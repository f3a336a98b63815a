import { isSitePath, siteHost } from './address.ts';
import { normalisePath } from './permalink.ts';

/**
 * The site path that a link leads to, normalised; null when it leads elsewhere, or is relative. An absolute
 * address is of the site when its host is the site's, with or without "www." and whatever its scheme; where
 * the site itself stands below a path, that comes off.
 *
 * @param siteUrl where the site stands, such as https://example.com; null when nobody says
 */
export function linkPath(address: string, siteUrl: string | null): string | null {
  const base = siteUrl !== null && URL.canParse(siteUrl) ? new URL(siteUrl) : null;
  if (isSitePath(address)) return withoutBase(normalisePath(address), base);
  if (base === null || !/^(?:https?:)?\/\//i.test(address) || !URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  return siteHost(url.href) === siteHost(base.href) ? withoutBase(normalisePath(url.pathname), base) : null;
}

function withoutBase(path: string, base: URL | null): string {
  const prefix = base === null ? '/' : normalisePath(base.pathname);
  if (prefix === '/') return path;
  return path === prefix ? '/' : path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
}
