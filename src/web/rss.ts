import { modified } from './feed.ts';
import type { Feed, FeedImage, FeedItem } from './feed.ts';
import { element, emptyElement, escapeXml, lines, textElement, xmlDeclaration } from './xml-text.ts';

const namespaces = {
  version: '2.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

/**
 * A feed as RSS 2.0 (rssboard.org/rss-specification). Titles are plain text, descriptions are HTML, as the
 * Best Practices Profile reads the specification; the whole text stands in `content:encoded`. An author of
 * RSS has an e-mail address, ours have none: names are `dc:creator`.
 */
export function writeRss(feed: Feed): string {
  const channel = lines(
    element('title', escapeXml(feed.title)),
    textElement('link', feed.pageUrl),
    element('description', escapeXml(feed.description ?? feed.title)),
    textElement('language', feed.language),
    textElement('lastBuildDate', feed.updated?.toUTCString() ?? null),
    '<generator>Colophon</generator>',
    '<docs>https://www.rssboard.org/rss-specification</docs>',
    emptyElement('atom:link', { rel: 'self', type: 'application/rss+xml', href: feed.selfUrl }),
    ...feed.others.map(({ type, url }) => emptyElement('atom:link', { rel: 'alternate', type, href: url })),
    ...feed.items.map(item),
  );
  return `${lines(xmlDeclaration, element('rss', `\n${element('channel', `\n${channel}\n`)}\n`, namespaces))}\n`;
}

function item(post: FeedItem): string {
  const inside = lines(
    textElement('title', post.title),
    textElement('link', post.url),
    textElement('guid', post.id, { isPermaLink: 'false' }),
    textElement('pubDate', post.published?.toUTCString() ?? null),
    ...post.authors.map(({ name }) => textElement('dc:creator', name)),
    ...post.categories.map(({ name }) => textElement('category', name)),
    textElement('description', post.summary === null ? null : escapeXml(post.summary)),
    textElement('content:encoded', post.html),
    enclosure(post.image),
    textElement('atom:updated', modified(post)),
  );
  return element('item', `\n${inside}\n`);
}

/** All three attributes must be there; a length that is not known is 0 by the Best Practices Profile. */
function enclosure(image: FeedImage | null): string {
  if (image?.type == null) return '';
  return emptyElement('enclosure', { url: image.url, length: image.length ?? 0, type: image.type });
}
