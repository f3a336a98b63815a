import { allNamed, elementsOf, named, textOf, type XmlElement } from '../xml/element.ts';
import { atomPeople } from './atom-people.ts';
import { channelImage, coverOf } from './cover-image.ts';
import { feedDate } from './feed-date.ts';
import { linkOf } from './links.ts';
import type { ParsedFeed } from './parsed-feed.ts';
import { distinctPeople, personNamed } from './person.ts';
import { parseRssItem } from './rss-item.ts';
import { firstText, rssCategories, rssLinks, rssPage, somePeople } from './rss-parts.ts';
import { markupOf } from './text-construct.ts';

/**
 * Reads an RSS feed from its root: 0.9x and 2.0 (`rss`), 0.9 and 1.0 (`rdf:RDF`, whose items stand beside the
 * channel). What the format's own elements do not say, Dublin Core's, iTunes' and Atom's do.
 */
export function parseRss(root: XmlElement): ParsedFeed {
  const channel =
    named(root, 'channel') ?? named(root, 'rss:channel') ?? (root.name === 'channel' ? root : null);
  const place: XmlElement = channel ?? { ...root, children: [] };
  const items = [...allNamed(place, 'item'), ...(place === root ? [] : allNamed(root, 'item'))];
  const links = rssLinks(place);
  return {
    format: 'rss',
    version: versionOf(root),
    id: place.attributes['rdf:about'] ?? null,
    title: firstText(place, ['title', 'dc:title', 'atom:title']),
    description: firstText(place, ['description', 'tagline', 'dc:description', 'itunes:summary']),
    links,
    link: rssPage(place, links),
    feedLink: linkOf(links, 'self'),
    nextLink: linkOf(links, 'next') ?? linkOf(links, 'prev-archive'),
    language: textOf(named(place, 'language')) || textOf(named(place, 'dc:language')) || place.language,
    ...datesOf(place),
    ...peopleOf(place),
    categories: rssCategories(place),
    image: imageOf(root, place),
    copyright: firstText(place, ['copyright', 'dc:rights']),
    generator: firstText(place, ['generator'])?.value ?? null,
    items: items.map(parseRssItem),
  };
}

function versionOf(root: XmlElement): string {
  if (root.name !== 'rdf:rdf') return root.attributes['version']?.trim() ?? '';
  const uris = [root.attributes['xmlns'] ?? '', ...elementsOf(root).map(({ uri }) => uri)];
  return uris.some((uri) => /rss\/1\.0/i.test(uri)) ? '1.0' : '0.9';
}

function datesOf(channel: XmlElement): Pick<ParsedFeed, 'published' | 'updated'> {
  const date = (name: string) => feedDate(textOf(named(channel, name)));
  return {
    published: date('pubdate'),
    updated: date('lastbuilddate') ?? date('dcterms:modified') ?? date('dc:date') ?? date('atom:updated'),
  };
}

/** Who writes is named by `managingEditor`, and by `webMaster` only where nobody else is. */
function peopleOf(channel: XmlElement): Pick<ParsedFeed, 'authors' | 'contributors'> {
  const said = (name: string) =>
    distinctPeople(allNamed(channel, name).map((one) => personNamed(textOf(one))));
  const authors = somePeople([
    () => said('managingeditor'),
    () => said('webmaster'),
    () => said('dc:author'),
    () => said('dc:creator'),
    () => said('itunes:author'),
    () => atomPeople(channel, 'atom:author'),
    () => said('googleplay:author'),
  ]);
  return { authors, contributors: said('dc:contributor') };
}

function imageOf(root: XmlElement, channel: XmlElement): ParsedFeed['image'] {
  const own = channelImage(named(channel, 'image')) ?? channelImage(named(root, 'image'));
  return own ?? coverOf(channel, [], [markupOf(named(channel, 'description'))]);
}
