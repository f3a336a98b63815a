import { allNamed, attributeOf, named, textOf, type XmlElement } from '../xml/element.ts';
import { atomVersion } from '../xml/namespaces.ts';
import { atomPeople } from './atom-people.ts';
import { coverOf } from './cover-image.ts';
import { feedDate } from './feed-date.ts';
import { addressAt, atomLink, enclosuresAmong, linkOf, pageAmong } from './links.ts';
import { mediaText } from './media-text.ts';
import type { FeedCategory, FeedImage, FeedItem, FeedLink, FeedPerson, ParsedFeed } from './parsed-feed.ts';
import { distinctPeople, personNamed } from './person.ts';
import { atomText } from './text-construct.ts';

/** Reads an Atom feed, 0.3 or 1.0 (RFC 4287), from its root: a feed, or one entry alone. */
export function parseAtom(root: XmlElement): ParsedFeed {
  const links = allNamed(root, 'atom:link').map(atomLink);
  const entries = root.name === 'atom:entry' ? [root] : allNamed(root, 'atom:entry');
  return {
    format: 'atom',
    version: atomVersion(root.uri) ?? root.attributes['version'] ?? '',
    id: addressText(root, 'atom:id'),
    title: atomText(named(root, 'atom:title')),
    description: atomText(named(root, 'atom:subtitle') ?? named(root, 'atom:tagline')),
    links,
    link: pageAmong(links),
    feedLink: linkOf(links, 'self'),
    nextLink: linkOf(links, 'next') ?? linkOf(links, 'prev-archive'),
    language: root.language,
    published: null,
    updated: dateOf(root, 'atom:updated', 'atom:modified'),
    authors: atomPeople(root, 'atom:author'),
    contributors: atomPeople(root, 'atom:contributor'),
    categories: atomCategories(root),
    image: imageNamed(root, 'atom:logo') ?? imageNamed(root, 'atom:icon'),
    copyright: atomText(named(root, 'atom:rights') ?? named(root, 'atom:copyright')),
    generator: textOf(named(root, 'atom:generator')) || null,
    items: entries.map(parseEntry),
  };
}

function parseEntry(entry: XmlElement): FeedItem {
  const links = allNamed(entry, 'atom:link').map(atomLink);
  const enclosures = enclosuresAmong(links);
  const content = atomText(named(entry, 'atom:content'));
  const description = atomText(named(entry, 'atom:summary')) ?? mediaText(entry);
  return {
    id: addressText(entry, 'atom:id'),
    title: atomText(named(entry, 'atom:title')),
    description,
    content,
    links,
    link: pageAmong(links) ?? contentAddress(entry),
    language: entry.language,
    published: dateOf(entry, 'atom:published', 'atom:issued', 'atom:created'),
    updated: dateOf(entry, 'atom:updated', 'atom:modified'),
    authors: entryAuthors(entry),
    contributors: atomPeople(entry, 'atom:contributor'),
    categories: atomCategories(entry),
    image: coverOf(entry, enclosures, [content, description]),
    enclosures,
    copyright: atomText(named(entry, 'atom:rights')),
    source: sourceOf(entry),
    comments: linkOf(links, 'replies'),
    duration: textOf(named(entry, 'itunes:duration')) || null,
    line: entry.line,
    complete: entry.complete,
  };
}

function entryAuthors(entry: XmlElement): FeedPerson[] {
  const own = atomPeople(entry, 'atom:author');
  if (own.length > 0) return own;
  return distinctPeople(allNamed(entry, 'dc:creator').map((creator) => personNamed(textOf(creator))));
}

function sourceOf(entry: XmlElement): FeedItem['source'] {
  const source = named(entry, 'atom:source');
  if (source === null) return null;
  const links: FeedLink[] = allNamed(source, 'atom:link').map(atomLink);
  return {
    title: atomText(named(source, 'atom:title'))?.value ?? null,
    link: pageAmong(links),
    authors: atomPeople(source, 'atom:author'),
  };
}

/** A text that lies elsewhere. */
function contentAddress(entry: XmlElement): string | null {
  const content = named(entry, 'atom:content');
  const address = content?.attributes['src']?.trim() ?? '';
  return content === null || address === '' ? null : addressAt(address, content.base);
}

function atomCategories(element: XmlElement): FeedCategory[] {
  const own = allNamed(element, 'atom:category').map((category) => ({
    term: attributeOf(category, 'term') ?? '',
    label: attributeOf(category, 'label'),
    scheme: attributeOf(category, 'scheme'),
  }));
  const subjects = allNamed(element, 'dc:subject').map((subject) => ({
    term: textOf(subject),
    label: null,
    scheme: null,
  }));
  return [...own, ...subjects].filter(
    ({ term, label, scheme }) => `${term}${label ?? ''}${scheme ?? ''}` !== '',
  );
}

function imageNamed(root: XmlElement, name: string): FeedImage | null {
  const url = addressText(root, name);
  return url === null ? null : { url, title: null, width: null, height: null, inText: false };
}

function addressText(element: XmlElement, name: string): string | null {
  const found = named(element, name);
  const text = textOf(found);
  return found === null || text === '' ? null : addressAt(text, found.base);
}

function dateOf(element: XmlElement, ...names: string[]) {
  for (const name of names) {
    const date = feedDate(textOf(named(element, name)));
    if (date !== null) return date;
  }
  return null;
}
