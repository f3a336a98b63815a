import type { ResourceKindName } from '../../domain/blog-record.ts';
import { releaseDate } from '../../domain/publication.ts';
import { eventPlaces } from '../../domain/seo/event-places.ts';
import type { OpenGraphType } from '../../domain/seo/open-graph.ts';
import type { PageBasics, PageFacts } from '../../domain/seo/page-facts.ts';
import type { ResourceFacts } from '../../domain/seo/resource-things.ts';
import { resourceThings } from '../../domain/seo/resource-things.ts';
import { filmAmong } from '../../domain/seo/video-link.ts';
import { readLinks } from '../../domain/site-content.ts';
import type { Resource } from '../../generated/prisma/client.ts';
import { speakersByResource } from '../authors.ts';
import { load } from '../loader.ts';
import type { ReadScope } from '../scope.ts';
import { loadWrittenUrl } from '../site.ts';
import { tagsByResource } from '../tags.ts';
import { loadBreadcrumb } from './breadcrumbs.ts';
import { loadAgents, loadPageImages } from './page-parts.ts';
import { loadPlainBasics, plainPage, siteFeed } from './plain-page.ts';
import type { SeoSource } from './seo-source.ts';
import { seoSource } from './seo-source.ts';
import { isWebAddress } from './site-facts.ts';

const openGraphTypes: Readonly<Record<ResourceKindName, OpenGraphType>> = {
  WEBINAR: 'website',
  VIDEO: 'video.other',
  EBOOK: 'book',
  REPORT: 'article',
  DEMO: 'website',
  CUSTOMER_STORY: 'article',
  EVENT: 'website',
};

/** What search engines and cards are told of a resource. */
export function resourceSeo(scope: ReadScope, resource: Resource): SeoSource {
  const { kind, title, path, language, description } = resource;
  return seoSource({
    type: openGraphTypes[kind],
    basics: () => loadPlainBasics(scope, { title, path, language, texts: [description] }),
    page: (basics) => loadPage(scope, resource, basics),
    things: async (page) => resourceThings(page, await loadFacts(scope, resource)),
  });
}

async function loadPage(scope: ReadScope, resource: Resource, basics: PageBasics): Promise<PageFacts> {
  const { id, title, path, kind, startsAt, imageId, imageAlt } = resource;
  const [speakers, tags, breadcrumb] = await Promise.all([
    load(scope, speakersByResource, id),
    load(scope, tagsByResource, id),
    loadBreadcrumb(scope, { name: title, path }),
  ]);
  const [images, authors] = await Promise.all([
    loadPageImages(scope, imageId, imageAlt),
    loadAgents(scope, speakers),
  ]);
  return {
    ...basics,
    ...plainPage,
    images,
    authors,
    tags: tags.map(({ name }) => name),
    publishedAt: releaseDate(kind, startsAt),
    breadcrumb,
    feeds: [siteFeed(basics)],
  };
}

async function loadFacts(scope: ReadScope, resource: Resource): Promise<ResourceFacts> {
  const { title, kind, eventKind, startsAt, endsAt, durationMinutes, metadata } = resource;
  const addresses = [resource.url, ...readLinks(resource.links).map(({ url }) => url)];
  const [link = null, ...links] = await Promise.all(addresses.map((url) => loadWrittenUrl(scope, url)));
  return {
    title,
    kind,
    eventKind,
    link: isWebAddress(link) ? link : null,
    film: filmAmong([link, ...links].filter(isWebAddress)),
    startsAt,
    endsAt,
    durationMinutes,
    places: eventPlaces(metadata),
  };
}
