import { asWebUrl } from '../fields/values.ts';

/** What Ghost 4 and later writes in place of the site's own address. */
const placeholder = /__GHOST_URL__(\/?)/g;

/**
 * A text with the site's address where Ghost stored a placeholder.
 *
 * @param site without a slash at its end; null when the export does not say it: addresses become paths
 */
export function withSiteUrls(text: string, site: string | null): string {
  return text.replace(placeholder, (_, slash: string) => (site === null ? '/' : site + slash));
}

/** An absolute http(s) URL, with "https:" put before "//host"; null for anything else. */
export function webUrl(value: unknown): string | null {
  return typeof value === 'string' ? asWebUrl(value) : null;
}

/**
 * The address of an image or a file: absolute, or a path of the site. Null for anything else.
 *
 * @param site as for `withSiteUrls`
 */
export function fileUrl(value: unknown, site: string | null): string | null {
  if (typeof value !== 'string') return null;
  const text = withSiteUrls(value.trim(), site);
  if (/^\/(?!\/)/.test(text)) return site === null ? text : site + text;
  return webUrl(text);
}
