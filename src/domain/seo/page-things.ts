import { agentThing, publisherThing } from './agent-things.ts';
import type { AddressedCrumb } from './breadcrumb.ts';
import type { JsonLdNode } from './json-ld.ts';
import { reference, thing } from './json-ld.ts';
import type { AgentFacts, PageFacts, SiteFacts } from './page-facts.ts';

/** The way from the home to a page: BreadcrumbList. */
export function breadcrumbThing(url: string, crumbs: readonly AddressedCrumb[]): JsonLdNode {
  const items = crumbs.map((crumb, index) =>
    thing('ListItem', {
      position: index + 1,
      name: crumb.name,
      item: thing('WebPage', { '@id': crumb.url }),
    }),
  );
  return thing('BreadcrumbList', { '@id': `${url}#breadcrumb`, itemListElement: items });
}

/** The site, as what its pages are part of. */
function websiteReference({ name, url }: SiteFacts): JsonLdNode {
  return thing('WebSite', { '@id': `${url}#website`, name, url });
}

/** The blog, as what its posts are part of. */
export function blogReference({ name, url }: SiteFacts): JsonLdNode {
  return thing('Blog', { '@id': `${url}#blog`, name, url });
}

/** The home: WebSite and Blog. No SearchAction: which page of a front end searches is not known here. */
export function siteThings({ site, description }: PageFacts): JsonLdNode[] {
  const { name, url, tagline, language } = site;
  const publisher = publisherThing(site);
  const shared = { name, url, description, inLanguage: language };
  return [
    thing('WebSite', { '@id': `${url}#website`, ...shared, alternativeHeadline: tagline, publisher }),
    thing('Blog', {
      '@id': `${url}#blog`,
      ...shared,
      isPartOf: reference(`${url}#website`),
      publisher: reference(`${url}#publisher`),
    }),
  ];
}

/** The page of a tag or category: CollectionPage about a DefinedTerm. */
export function termThings(page: PageFacts, term: string): JsonLdNode[] {
  const { url, description } = page;
  const about = thing('DefinedTerm', { '@id': `${url}#term`, name: term, description, url });
  return [webPage('CollectionPage', page, term, { about }), breadcrumbThing(url, page.breadcrumb)];
}

/** The page of an author: ProfilePage of a Person or Organization. */
export function profileThings(page: PageFacts, agent: AgentFacts, postCount: number): JsonLdNode[] {
  const wrote = thing('InteractionCounter', {
    interactionType: thing('WriteAction', {}),
    userInteractionCount: postCount,
  });
  const mainEntity = agentThing(agent, { description: page.description, agentInteractionStatistic: wrote });
  const profile = webPage('ProfilePage', page, agent.name, { mainEntity });
  return [profile, breadcrumbThing(page.url, page.breadcrumb)];
}

function webPage(type: string, page: PageFacts, name: string, others: Readonly<Record<string, JsonLdNode>>) {
  const { url, description, language, site } = page;
  return thing(type, {
    '@id': url,
    url,
    name,
    description,
    inLanguage: language,
    isPartOf: websiteReference(site),
    breadcrumb: reference(`${url}#breadcrumb`),
    ...others,
  });
}
