import { allNamed, attributeOf, named, textOf, type XmlElement } from '../xml/element.ts';
import { atomPeople } from './atom-people.ts';
import { coverOf } from './cover-image.ts';
import { feedDate } from './feed-date.ts';
import { addressAt, enclosuresAmong } from './links.ts';
import { mediaText } from './media-text.ts';
import type { FeedDate, FeedEnclosure, FeedItem, FeedPerson, FeedText } from './parsed-feed.ts';
import { distinctPeople, personNamed } from './person.ts';
import { firstText, rssCategories, rssLinks, rssPage, somePeople } from './rss-parts.ts';
import { atomText } from './text-construct.ts';

/** Reads an item of RSS, any version. */
export function parseRssItem(item: XmlElement): FeedItem {
  const links = rssLinks(item);
  const enclosures = [...ownEnclosures(item), ...enclosuresAmong(links)];
  const { content, description } = textsOf(item);
  return {
    id: textOf(named(item, 'guid')) || null,
    title: firstText(item, ['title', 'dc:title', 'media:title', 'itunes:title']),
    description,
    content,
    links,
    link: rssPage(item, links) ?? permanentGuid(item),
    language: textOf(named(item, 'dc:language')) || item.language,
    published: firstDate(item, ['pubdate', 'dc:date', 'dcterms:issued', 'dcterms:created', 'atom:published']),
    updated: firstDate(item, ['atom:updated', 'dcterms:modified', 'dc:date']),
    authors: authorsOf(item),
    contributors: peopleNamed(item, 'dc:contributor'),
    categories: rssCategories(item),
    image: coverOf(item, enclosures, [content, description]),
    enclosures,
    copyright: firstText(item, ['dc:rights']),
    source: sourceOf(item),
    comments: addressText(item, 'comments'),
    duration: textOf(named(item, 'itunes:duration')) || null,
    line: item.line,
    complete: item.complete,
  };
}

function textsOf(item: XmlElement): { content: FeedText | null; description: FeedText | null } {
  const own = firstText(item, ['content:encoded', 'xhtml:body', 'fullitem']);
  return {
    content: own ?? atomText(named(item, 'atom:content')),
    description:
      firstText(item, ['description', 'dc:description']) ??
      atomText(named(item, 'atom:summary')) ??
      firstText(item, ['itunes:summary']) ??
      mediaText(item),
  };
}

/** Who is said to have written it, in the place that says so most exactly. */
function authorsOf(item: XmlElement): FeedPerson[] {
  return somePeople([
    () => peopleNamed(item, 'author'),
    () => peopleNamed(item, 'dc:author'),
    () => peopleNamed(item, 'dc:creator'),
    () => atomPeople(item, 'atom:author'),
    () => peopleNamed(item, 'itunes:author'),
    () => peopleNamed(item, 'googleplay:author'),
  ]);
}

function peopleNamed(item: XmlElement, name: string): FeedPerson[] {
  return distinctPeople(allNamed(item, name).map((one) => personNamed(textOf(one))));
}

function ownEnclosures(item: XmlElement): FeedEnclosure[] {
  return allNamed(item, 'enclosure').flatMap((element) => {
    const { url = '', type = null, length = null } = element.attributes;
    return url.trim() === '' ? [] : [{ url: addressAt(url, element.base), type, length, title: null }];
  });
}

/** A guid is an address unless it says that it is none; RDF names what it speaks of by its address. */
function permanentGuid(item: XmlElement): string | null {
  const guid = named(item, 'guid');
  const address = textOf(guid) || (item.attributes['rdf:about']?.trim() ?? '');
  const isAddress =
    /^https?:\/\//i.test(address) && guid?.attributes['ispermalink']?.toLowerCase() !== 'false';
  return isAddress ? address : null;
}

function sourceOf(item: XmlElement): FeedItem['source'] {
  const source = named(item, 'source');
  if (source === null) return null;
  return { title: textOf(source) || null, link: attributeOf(source, 'url'), authors: [] };
}

function firstDate(item: XmlElement, names: readonly string[]): FeedDate | null {
  for (const name of names) {
    const date = feedDate(textOf(named(item, name)));
    if (date !== null) return date;
  }
  return null;
}

function addressText(item: XmlElement, name: string): string | null {
  const found = named(item, name);
  const text = textOf(found);
  return found === null || text === '' ? null : addressAt(text, found.base);
}
