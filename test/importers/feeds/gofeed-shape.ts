/** What we read of a feed in the shape of gofeed's expected JSON, so that the two can be compared. */
import { parseAtom } from '../../../src/importers/feeds/parse/atom.ts';
import { feedDate } from '../../../src/importers/feeds/parse/feed-date.ts';
import { addressAt } from '../../../src/importers/feeds/parse/links.ts';
import type {
  FeedDate,
  FeedItem,
  FeedLink,
  FeedPerson,
  FeedText,
  ParsedFeed,
} from '../../../src/importers/feeds/parse/parsed-feed.ts';
import { markupOf } from '../../../src/importers/feeds/parse/text-construct.ts';
import { absoluteMarkup } from '../../../src/importers/feeds/parse/absolute-markup.ts';
import {
  allNamed,
  elementsOf,
  named,
  textOf,
  type XmlElement,
} from '../../../src/importers/feeds/xml/element.ts';
import { extensionsOf, mappedExtensions, type Shape } from './gofeed-extensions.ts';

const shown = (text: FeedText | null): string | undefined =>
  text === null ? undefined : absoluteMarkup(text, null);
const instant = (date: FeedDate | null): string | undefined =>
  date?.date
    ?.toISOString()
    .replace(/\.000Z$/, 'Z')
    .replace(/(\.\d*?)0+Z$/, '$1Z');
const person = ({ name, email, url, avatar }: FeedPerson, address: string): Shape => ({
  name,
  email,
  [address]: url,
  avatar,
});

function said(element: XmlElement, name: string): string | undefined {
  const found = named(element, name);
  return found === null ? undefined : textOf(found);
}

function located(element: XmlElement, name: string): string | undefined {
  const found = named(element, name);
  return found === null ? undefined : addressAt(textOf(found), found.base);
}

/** Of `parser/atom`. */
export function atomShape(feed: ParsedFeed, root: XmlElement): Shape {
  const generator = named(root, 'atom:generator');
  return {
    ...atomCommon(feed, root),
    subtitle: shown(feed.description),
    generator: generator && {
      value: textOf(generator),
      uri: generator.attributes['uri'] ?? generator.attributes['url'],
      version: generator.attributes['version'],
    },
    icon: located(root, 'atom:icon'),
    logo: located(root, 'atom:logo'),
    language: feed.language,
    version: feed.version,
    entries: allNamed(root, 'atom:entry').map((entry, at) => entryShape(feed.items[at], entry)),
  };
}

function atomCommon(feed: ParsedFeed | FeedItem, element: XmlElement): Shape {
  return {
    id: feed.id,
    title: shown(feed.title),
    rights: shown(feed.copyright),
    updated: feed.updated?.text,
    updatedParsed: instant(feed.updated),
    links: feed.links.map(({ href, rel, type, title, length, hreflang }) => ({
      ...{ href, rel, type, title, length, hreflang },
    })),
    authors: feed.authors.map((one) => person(one, 'uri')),
    contributors: feed.contributors.map((one) => person(one, 'uri')),
    categories: feed.categories
      .filter(() => allNamed(element, 'atom:category').length > 0)
      .map((one) => ({ ...one })),
    extensions: extensionsOf(element, 'atom:'),
  };
}

function entryShape(item: FeedItem | undefined, entry: XmlElement): Shape {
  if (item === undefined) return {};
  const source = named(entry, 'atom:source');
  const content = named(entry, 'atom:content');
  return {
    ...atomCommon(item, entry),
    summary: shown(item.description),
    content: content && {
      value: shown(item.content),
      type: content.attributes['type'],
      src: content.attributes['src'],
    },
    published: item.published?.text,
    publishedParsed: instant(item.published),
    source: source && { ...atomShape(parseAtom(source), source), version: undefined, language: undefined },
  };
}

/** Of `parser/rss`. */
export function rssShape(feed: ParsedFeed, root: XmlElement): Shape {
  const channel = named(root, 'channel') ?? { ...root, children: [] };
  const cloud = named(channel, 'cloud');
  const either = (name: string): XmlElement | undefined =>
    [...allNamed(channel, name), ...allNamed(root, name)].find((one) => elementsOf(one).length > 0);
  const own = (name: string): string | undefined => shown(markupOf(named(channel, name)));
  return {
    ...rssCommon(feed, channel),
    ...Object.fromEntries(
      ['copyright', 'generator', 'rating', 'ttl'].map((name) => [name, own(name)] as const),
    ),
    language: said(channel, 'language'),
    docs: located(channel, 'docs'),
    managingEditor: own('managingeditor'),
    webMaster: own('webmaster'),
    lastBuildDate: said(channel, 'lastbuilddate'),
    lastBuildDateParsed: instant(feedDate(said(channel, 'lastbuilddate') ?? '')),
    skipDays: allIn(named(channel, 'skipdays'), 'day'),
    skipHours: allIn(named(channel, 'skiphours'), 'hour'),
    cloud: cloud && {
      ...cloud.attributes,
      registerProcedure: cloud.attributes['registerprocedure'],
      registerprocedure: undefined,
    },
    image: fieldsOf(either('image'), ['url', 'title', 'link', 'description', 'width', 'height']),
    textInput: fieldsOf(either('textinput'), ['title', 'link', 'description', 'name']),
    version: feed.version,
    items: rssItems(root).map((element, at) => rssItemShape(feed.items[at], element)),
  };
}

function rssItems(root: XmlElement): XmlElement[] {
  const channel = named(root, 'channel');
  return [...(channel ? allNamed(channel, 'item') : []), ...allNamed(root, 'item')];
}

function rssCommon(feed: ParsedFeed | FeedItem, element: XmlElement): Shape {
  const links = rssAddresses(element);
  return {
    title: shown(markupOf(named(element, 'title'))),
    description: shown(markupOf(named(element, 'description'))),
    link: links.at(-1),
    links,
    pubDate: said(element, 'pubdate'),
    pubDateParsed: said(element, 'pubdate') === undefined ? undefined : instant(feed.published),
    categories: allNamed(element, 'category').map((one) => ({
      value: shown(markupOf(one)),
      domain: one.attributes['domain'],
    })),
    ...mappedExtensions(element),
    extensions: extensionsOf(element, ''),
  };
}

function rssAddresses(element: XmlElement): string[] {
  return allNamed(element, 'link').map((link) =>
    addressAt(link.attributes['href'] ?? textOf(link), link.base),
  );
}

function rssItemShape(item: FeedItem | undefined, element: XmlElement): Shape {
  if (item === undefined) return {};
  const guid = named(element, 'guid');
  const source = named(element, 'source');
  return {
    ...rssCommon(item, element),
    content:
      element.children.length > 0 && named(element, 'content:encoded') ? shown(item.content) : undefined,
    author: shown(markupOf(named(element, 'author'))),
    comments: item.comments,
    enclosure: item.enclosures.map(enclosure).at(-1),
    enclosures: item.enclosures.map(enclosure),
    guid: guid && { value: shown(markupOf(guid)), isPermalink: guid.attributes['ispermalink'] ?? 'true' },
    source: source && { title: textOf(source), url: source.attributes['url'] },
    custom: customOf(element),
  };
}

const enclosure = ({ url, type, length }: FeedItem['enclosures'][number]): Shape => ({ url, type, length });

function fieldsOf(element: XmlElement | undefined, names: readonly string[]): Shape | undefined {
  if (element === undefined) return undefined;
  return Object.fromEntries(
    names.map((name) => {
      const found = named(element, name);
      const text = shown(markupOf(found));
      return [
        name,
        text !== undefined && ['url', 'link'].includes(name) ? addressAt(text, found?.base ?? null) : text,
      ];
    }),
  );
}

function allIn(element: XmlElement | null, name: string): string[] {
  return element === null ? [] : allNamed(element, name).map((one) => textOf(one));
}

const itemNames = new Set(
  'title description link pubdate category author comments enclosure guid source'.split(' '),
);

function customOf(element: XmlElement): Shape {
  const own = elementsOf(element).filter(({ name }) => !name.includes(':') && !itemNames.has(name));
  return Object.fromEntries(own.map((one) => [one.name, textOf(one)]));
}

/** Of `translator` and `extensions`: one shape for all formats, with gofeed's own fallbacks between fields. */
export function universalShape(feed: ParsedFeed, root: XmlElement | null): Shape {
  const channel = root && (named(root, 'channel') ?? root);
  const items = root === null ? [] : feed.format === 'rss' ? rssItems(root) : allNamed(root, 'atom:entry');
  // A JSON Feed has no dates of its own.
  const first = feed.format === 'json' ? feed.items[0] : undefined;
  return {
    ...universalCommon(feed, channel),
    ...universalDates(feed.published ?? first?.published, feed.updated ?? first?.updated),
    author: feed.version === '1.1' ? undefined : firstPerson(feed),
    feedType: feed.format,
    feedVersion: feed.version,
    feedLink: feed.feedLink,
    language: feed.language,
    copyright: shown(feed.copyright),
    generator: generatorText(feed, root),
    items: feed.items.map((item, at) => universalItem(feed, item, items[at] ?? null)),
  };
}

function firstPerson({ authors }: ParsedFeed | FeedItem): Shape | undefined {
  return authors[0] && person(authors[0], 'url');
}

function universalDates(published: FeedDate | null = null, updated: FeedDate | null = null): Shape {
  return {
    published: published?.text,
    publishedParsed: instant(published),
    updated: updated?.text,
    updatedParsed: instant(updated),
  };
}

function generatorText(feed: ParsedFeed, root: XmlElement | null): string | null {
  const { attributes = {} } = (root && named(root, 'atom:generator')) ?? {};
  const version = attributes['version'] === undefined ? undefined : `v${attributes['version']}`;
  const parts = [feed.generator, version, attributes['uri'] ?? attributes['url']];
  return parts.filter((part) => part !== undefined).join(' ');
}

function universalCommon(feed: ParsedFeed | FeedItem, element: XmlElement | null): Shape {
  const authors = feed.authors.map((one) => person(one, 'url'));
  const isXml = element !== null;
  return {
    title: shown(feed.title),
    description: shown(feed.description),
    link: feed.link,
    links: addresses(feed.links),
    authors,
    categories: feed.categories.map(({ label, term }) => label ?? term),
    image: feed.image && { url: feed.image.url, title: isXml ? feed.image.title : undefined },
    ...(isXml && !element.name.startsWith('atom:') ? mappedExtensions(element) : {}),
    extensions: isXml ? extensionsOf(element, element.name.startsWith('atom:') ? 'atom:' : '') : undefined,
  };
}

function addresses(links: readonly FeedLink[]): string[] {
  return links.filter(({ rel }) => rel === 'alternate' || rel === 'self').map(({ href }) => href);
}

function universalItem(feed: ParsedFeed, item: FeedItem, element: XmlElement | null): Shape {
  return {
    ...universalCommon(item, element),
    ...universalDates(item.published ?? (feed.format === 'atom' ? item.updated : null), item.updated),
    author: feed.version === '1.1' ? undefined : firstPerson(item),
    content: shown(item.content),
    guid: item.id,
    enclosure: undefined,
    enclosures: item.enclosures.map(enclosure),
    custom: feed.format === 'rss' && element ? customOf(element) : undefined,
  };
}
