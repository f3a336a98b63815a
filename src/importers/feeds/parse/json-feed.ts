import { feedDate } from './feed-date.ts';
import { addressAt, plainLink } from './links.ts';
import type {
  FeedEnclosure,
  FeedImage,
  FeedItem,
  FeedLink,
  FeedPerson,
  FeedText,
  ParsedFeed,
} from './parsed-feed.ts';
import { distinctPeople } from './person.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Reads a JSON Feed, 1.0 or 1.1 (jsonfeed.org), from what JSON made of it. Null when it is none. */
export function parseJsonFeed(value: unknown): ParsedFeed | null {
  if (!isFields(value) || (!Array.isArray(value['items']) && text(value, 'version') === null)) return null;
  const base = text(value, 'feed_url') ?? text(value, 'home_page_url');
  const links = linksOf([text(value, 'home_page_url'), text(value, 'feed_url')], null);
  const items = listOf(value['items']).map((item) => parseItem(item, base));
  return {
    format: 'json',
    version: (text(value, 'version') ?? '').replace(/^.*\/version\//, ''),
    id: text(value, 'feed_url'),
    title: plain(text(value, 'title'), base),
    description: plain(text(value, 'description'), base),
    links,
    link: text(value, 'home_page_url'),
    feedLink: text(value, 'feed_url'),
    nextLink: text(value, 'next_url'),
    language: text(value, 'language'),
    published: null,
    updated: null,
    authors: peopleOf(value, base),
    contributors: [],
    categories: [],
    image: imageAt(text(value, 'icon') ?? text(value, 'favicon'), base),
    copyright: null,
    generator: null,
    items,
  };
}

function parseItem(item: Fields, base: string | null): FeedItem {
  const html = text(item, 'content_html');
  const url = text(item, 'url');
  const enclosures = listOf(item['attachments']).flatMap((one) => enclosureOf(one, base));
  const link = url ?? text(item, 'external_url');
  return {
    id: idOf(item['id']),
    title: plain(text(item, 'title'), base),
    description: plain(text(item, 'summary'), base),
    content:
      html === null
        ? plain(text(item, 'content_text'), base)
        : { kind: 'html', value: html, base: url ?? base },
    links: linksOf([url, text(item, 'external_url')], base),
    link: link === null ? null : addressAt(link, base),
    language: text(item, 'language'),
    published: feedDate(text(item, 'date_published')),
    updated: feedDate(text(item, 'date_modified')),
    authors: peopleOf(item, base),
    contributors: [],
    categories: tagsOf(item['tags']),
    image: imageAt(text(item, 'image') ?? text(item, 'banner_image'), base) ?? attachedImage(enclosures),
    enclosures,
    copyright: null,
    source: null,
    comments: null,
    duration: durationOf(item['attachments']),
    line: null,
    complete: true,
  };
}

/** The id is a string; some feeds have numbers (jsonfeed.org: coerce them). */
function idOf(id: unknown): string | null {
  if (typeof id === 'number' && Number.isFinite(id)) return String(id);
  return typeof id === 'string' && id.trim() !== '' ? id.trim() : null;
}

/** `authors`, and 1.0's `author`. */
function peopleOf(fields: Fields, base: string | null): FeedPerson[] {
  const people = [...listOf(fields['authors']), ...listOf([fields['author']])].map((one): FeedPerson => {
    const [url, avatar] = [text(one, 'url'), text(one, 'avatar')];
    const mail = url?.startsWith('mailto:') ? url.slice('mailto:'.length) : null;
    return {
      name: text(one, 'name'),
      email: mail,
      url: url === null || mail !== null ? null : addressAt(url, base),
      avatar: avatar === null ? null : addressAt(avatar, base),
    };
  });
  return distinctPeople(people);
}

function enclosureOf(attachment: Fields, base: string | null): FeedEnclosure[] {
  const url = text(attachment, 'url');
  const size = attachment['size_in_bytes'];
  if (url === null) return [];
  return [
    {
      url: addressAt(url, base),
      type: text(attachment, 'mime_type'),
      length: typeof size === 'number' ? String(size) : null,
      title: text(attachment, 'title'),
    },
  ];
}

function durationOf(attachments: unknown): string | null {
  const seconds = listOf(attachments).map((one) => one['duration_in_seconds']);
  const found = seconds.find((value): value is number => typeof value === 'number' && value > 0);
  return found === undefined ? null : String(found);
}

function tagsOf(tags: unknown): FeedItem['categories'] {
  const words = Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === 'string') : [];
  return words.flatMap((word) => {
    const term = word.trim();
    return term === '' ? [] : [{ term, label: null, scheme: null }];
  });
}

function imageAt(url: string | null, base: string | null): FeedImage | null {
  if (url === null) return null;
  return { url: addressAt(url, base), title: null, width: null, height: null, inText: false };
}

function attachedImage(enclosures: readonly FeedEnclosure[]): FeedImage | null {
  return imageAt(enclosures.find(({ type }) => type?.startsWith('image/'))?.url ?? null, null);
}

function linksOf(addresses: readonly (string | null)[], base: string | null): FeedLink[] {
  return addresses.flatMap((address) => (address === null ? [] : [plainLink(addressAt(address, base))]));
}

function plain(value: string | null, base: string | null): FeedText | null {
  return value === null ? null : { kind: 'text', value, base };
}

function text(fields: Fields, name: string): string | null {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
