import { loadEncodedUrl } from './page-urls.ts';
import type { PageAddress, PageAnswer, WebPage, WebScope } from './web-page.ts';
import { content } from './web-page.ts';

/** `/robots.txt` (RFC 9309): all may be read, and where the sitemap is; or nothing, when a setting says so. */
export function robotsPage({ pathname }: PageAddress): WebPage | null {
  return pathname === '/robots.txt' ? { kind: 'robots', key: pathname, exists: null, read } : null;
}

async function read(scope: WebScope): Promise<PageAnswer> {
  const lines = scope.indexing
    ? ['User-agent: *', 'Allow: /', '', `Sitemap: ${await loadEncodedUrl(scope, '/sitemap.xml')}`]
    : ['User-agent: *', 'Disallow: /'];
  return content('text/plain', `${lines.join('\n')}\n`);
}
