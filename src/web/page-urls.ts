import { absoluteUrl } from '../domain/address.ts';
import type { PageBase } from '../domain/absolute-html.ts';
import type { ReadScope } from '../loaders/scope.ts';
import { loadPageUrl, loadSiteOrigin } from '../loaders/site.ts';

/** The absolute address of a page of the site, percent-encoded. */
export async function loadEncodedUrl(scope: ReadScope, path: string): Promise<string> {
  const url = await loadPageUrl(scope, path);
  return URL.canParse(url) ? new URL(url).href : url;
}

/** Where the addresses in the body of a page lead from. */
export async function loadPageBase(scope: ReadScope, path: string): Promise<PageBase> {
  const [site, page] = await Promise.all([loadSiteOrigin(scope), loadEncodedUrl(scope, path)]);
  return { site: site.replace(/\/+$/, ''), media: scope.urls.media.replace(/\/+$/, ''), page };
}

/** What names this site among all others, whatever the protocol: "example.com" or "example.com/blog". */
export async function loadSiteName(scope: ReadScope): Promise<string> {
  const origin = absoluteUrl(await loadSiteOrigin(scope), '/') ?? '';
  return origin.replace(/^[a-z]+:\/\//, '').replace(/\/+$/, '');
}
