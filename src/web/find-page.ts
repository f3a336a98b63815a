import { feedPage } from './feed-page.ts';
import { llmsPage } from './llms.ts';
import { filePage } from './file-page.ts';
import { robotsPage } from './robots.ts';
import { sitemapPage } from './sitemap.ts';
import type { PageAddress, WebPage } from './web-page.ts';

/** Every sort of page, in the order in which they are asked whether an address is theirs. */
const sorts: readonly ((address: PageAddress) => WebPage | null)[] = [
  feedPage,
  filePage,
  sitemapPage,
  robotsPage,
  llmsPage,
];

/**
 * The page of an address; null when none of this room's pages can stand there.
 *
 * @throws DomainError BAD_USER_INPUT when its query is wrong
 */
export function findPage(address: PageAddress): WebPage | null {
  for (const sort of sorts) {
    const page = sort(address);
    if (page !== null) return page;
  }
  return null;
}
