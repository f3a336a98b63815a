import type { PageBasics } from '../../domain/seo/page-facts.ts';
import { homeTitle, pageDescription } from '../../domain/seo/page-texts.ts';
import { siteThings } from '../../domain/seo/page-things.ts';
import type { ReadScope } from '../scope.ts';
import { plainPage, siteFeed } from './plain-page.ts';
import type { SeoSource } from './seo-source.ts';
import { seoSource } from './seo-source.ts';
import { loadSiteFacts } from './site-facts.ts';

/** What search engines and cards are told of the site's home. */
export function siteSeo(scope: ReadScope): SeoSource {
  return seoSource({
    type: 'website',
    basics: () => loadBasics(scope),
    page: (basics) => Promise.resolve({ ...basics, ...plainPage, breadcrumb: [], feeds: [siteFeed(basics)] }),
    things: siteThings,
  });
}

async function loadBasics(scope: ReadScope): Promise<PageBasics> {
  const site = await loadSiteFacts(scope);
  const { name, url, tagline, description, language } = site;
  return {
    site,
    url,
    canonicalUrl: url,
    title: homeTitle(name, tagline),
    cardTitle: name,
    description: pageDescription([description], [tagline], language),
    language,
    noIndex: false,
  };
}
