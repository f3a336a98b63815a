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

/** Whether a text names the site's own address without saying it. */
export function hasPlaceholder(text: string): boolean {
  return text.includes('__GHOST_URL__');
}
