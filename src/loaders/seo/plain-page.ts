import type { FeedPlace, PageBasics } from '../../domain/seo/page-facts.ts';
import { oneLine, pageDescription, pageTitle } from '../../domain/seo/page-texts.ts';
import type { ReadScope } from '../scope.ts';
import { loadHref, loadSiteFacts } from './site-facts.ts';

/** A page that says nothing to search engines but what it shows. */
interface PlainPage {
  readonly title: string;
  readonly path: string;
  /** The first of these that says something describes it. */
  readonly texts: readonly (string | null)[];
  /** BCP 47; absent: the site's. */
  readonly language?: string;
}

/** The basics of a page that has no words of its own for search engines. */
export async function loadPlainBasics(
  scope: ReadScope,
  { title, path, texts, language }: PlainPage,
): Promise<PageBasics> {
  const [site, url] = await Promise.all([loadSiteFacts(scope), loadHref(scope, path)]);
  return {
    site,
    url,
    canonicalUrl: url,
    title: pageTitle(title, site.name),
    cardTitle: oneLine(title),
    description: pageDescription([], texts, language ?? site.language),
    language: language ?? site.language,
    noIndex: false,
  };
}

/** A page that nothing else hangs on. */
export const plainPage = {
  images: [],
  authors: [],
  tags: [],
  section: null,
  publishedAt: null,
  updatedAt: null,
  languages: [],
  series: [],
  previousUrl: null,
  nextUrl: null,
  successorUrl: null,
} as const;

/** The feed of the whole site. */
export function siteFeed({ site }: PageBasics): FeedPlace {
  return { title: site.name, pageUrl: site.url };
}

/** The feed of a page that has one of its own, under the title that it has itself, and the site's. */
export function feedsOf(basics: PageBasics): FeedPlace[] {
  return [{ title: `${basics.cardTitle} · ${basics.site.name}`, pageUrl: basics.url }, siteFeed(basics)];
}
