import type { Feed, FeedItem } from './feed.ts';
import { element, emptyElement, escapeXml, lines, textElement, xmlDeclaration } from './xml-text.ts';

/** What an empty feed was last changed at: RFC 4287 wants a time, and no item gives one. */
const never = new Date(0);

/** A feed as Atom (RFC 4287). */
export function writeAtom(feed: Feed): string {
  const inside = lines(
    textElement('id', feed.id),
    element('title', escapeXml(feed.title)),
    textElement('subtitle', feed.description),
    element('updated', (feed.updated ?? never).toISOString()),
    // Stands for the authors of every entry that names none (section 4.1.1).
    element('author', textElement('name', feed.siteName) + textElement('uri', feed.siteUrl)),
    emptyElement('link', { rel: 'self', type: 'application/atom+xml', href: feed.selfUrl }),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: feed.pageUrl }),
    ...feed.others.map(({ type, url }) => emptyElement('link', { rel: 'alternate', type, href: url })),
    '<generator>Colophon</generator>',
    ...feed.items.map(entry),
  );
  const attributes = { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language };
  return `${lines(xmlDeclaration, element('feed', `\n${inside}\n`, attributes))}\n`;
}

function entry(post: FeedItem): string {
  const { image } = post;
  const inside = lines(
    textElement('id', post.id),
    element('title', escapeXml(post.title)),
    element('updated', post.updated.toISOString()),
    textElement('published', post.published?.toISOString() ?? null),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: post.url }),
    image &&
      emptyElement('link', { rel: 'enclosure', type: image.type, length: image.length, href: image.url }),
    ...post.authors.map(({ name, url }) =>
      element('author', textElement('name', name) + textElement('uri', url)),
    ),
    ...post.categories.map(({ term, name }) => emptyElement('category', { term, label: name })),
    textElement('summary', post.summary),
    post.html === null ? null : element('content', escapeXml(post.html), { type: 'html' }),
  );
  return element('entry', `\n${inside}\n`, { 'xml:lang': post.language });
}
