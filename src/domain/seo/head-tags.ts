import type { HeadTag } from './head-tag.ts';
import { jsonLdTag, linkTag, namedMeta, propertyMeta, titleTag } from './head-tag.ts';
import type { OpenGraph, OpenGraphType, TwitterCard } from './open-graph.ts';
import { openGraphOf, twitterCardOf } from './open-graph.ts';
import type { FeedPlace, PageFacts } from './page-facts.ts';
import { isSamePage } from './page-texts.ts';

/**
 * Everything that a page tells search engines, cards and feed readers, as tags for its <head>. Not among
 * them, for they are the front end's own: charset, viewport, icons, stylesheets.
 */
export function headTagsOf(page: PageFacts, type: OpenGraphType, jsonLd: string): HeadTag[] {
  return [
    titleTag(page.title),
    ...namedMeta('description', page.description),
    ...linkTag('canonical', page.canonicalUrl),
    ...namedMeta('robots', page.noIndex ? 'noindex' : 'max-image-preview:large'),
    ...page.authors.flatMap(({ name }) => namedMeta('author', name)),
    ...languageTags(page),
    ...linkTag('prev', page.previousUrl),
    ...linkTag('next', page.nextUrl),
    // RFC 5829: the page that takes the place of this one. The canonical address stays: the texts differ.
    ...linkTag('successor-version', page.successorUrl),
    ...openGraphTags(openGraphOf(page, type)),
    ...twitterTags(twitterCardOf(page)),
    ...page.feeds.flatMap(feedTags),
    jsonLdTag(jsonLd),
  ];
}

/**
 * hreflang wants every version on every version. Search engines disregard it on a page that is not to be
 * found or that names another address as the right one, so it is left out there.
 */
function languageTags({ languages, site, noIndex, url, canonicalUrl }: PageFacts): HeadTag[] {
  if (languages.length < 2 || noIndex || !isSamePage(url, canonicalUrl)) return [];
  const forOthers = languages.find(({ language }) => language === site.language);
  return [
    ...languages.flatMap((version) => linkTag('alternate', version.url, { hreflang: version.language })),
    ...linkTag('alternate', forOthers?.url ?? null, { hreflang: 'x-default' }),
  ];
}

function openGraphTags(graph: OpenGraph): HeadTag[] {
  const { images, alternateLocales, authors, tags } = graph;
  return [
    ...propertyMeta('og:type', graph.type),
    ...propertyMeta('og:title', graph.title),
    ...propertyMeta('og:description', graph.description),
    ...propertyMeta('og:url', graph.url),
    ...propertyMeta('og:site_name', graph.siteName),
    ...propertyMeta('og:locale', graph.locale),
    ...alternateLocales.flatMap((locale) => propertyMeta('og:locale:alternate', locale)),
    ...images.flatMap((image) => [
      ...propertyMeta('og:image', image.url),
      ...propertyMeta('og:image:width', image.width),
      ...propertyMeta('og:image:height', image.height),
      ...propertyMeta('og:image:alt', image.alt),
    ]),
    ...propertyMeta('article:published_time', graph.publishedTime?.toISOString() ?? null),
    ...propertyMeta('article:modified_time', graph.modifiedTime?.toISOString() ?? null),
    ...authors.flatMap((url) => propertyMeta('article:author', url)),
    ...propertyMeta('article:section', graph.section),
    ...tags.flatMap((tag) => propertyMeta('article:tag', tag)),
  ];
}

function twitterTags({ card, title, description, image, site, creator }: TwitterCard): HeadTag[] {
  return [
    ...namedMeta('twitter:card', card.toLowerCase()),
    ...namedMeta('twitter:site', site),
    ...namedMeta('twitter:creator', creator),
    ...namedMeta('twitter:title', title),
    ...namedMeta('twitter:description', description),
    ...namedMeta('twitter:image', image?.url ?? null),
    ...namedMeta('twitter:image:alt', image?.alt ?? null),
  ];
}

/** Where the feeds of a page stand, below its own address, and their types. */
const feedFiles = [
  ['feed.xml', 'application/rss+xml'],
  ['atom.xml', 'application/atom+xml'],
  ['feed.json', 'application/feed+json'],
] as const;

function feedTags({ title, pageUrl }: FeedPlace): HeadTag[] {
  return feedFiles.flatMap(([file, type]) =>
    linkTag('alternate', `${pageUrl.replace(/\/+$/, '')}/${file}`, { type, title }),
  );
}
