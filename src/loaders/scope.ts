import type { Database } from '../db/client.ts';
import type { Viewer } from '../domain/visibility.ts';

/**
 * What a read needs to know: where, for whom, and under which addresses. One object a request (or a feed,
 * or a page): it is also the key under which loaders keep what they have read, so never reuse one.
 */
export interface ReadScope {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly urls: SiteUrls;
}

/** Origins, without a slash at the end. */
export interface SiteUrls {
  /** Of the site's pages, as the settings say; null: as the site itself says, else `media`. */
  readonly site: string | null;
  /** Of this API, which serves images under /media. */
  readonly media: string;
}
