import type { Json } from '../../domain/blog-record.ts';
import type { ForeignBlog, ForeignImage, ForeignPost, ForeignTerm } from '../foreign/foreign-blog.ts';
import { languageTag } from '../markdown/fields/language-tag.ts';
import type { ProblemList } from '../problem-list.ts';
import { FeedAuthors, plainName } from './item-authors.ts';
import { slugGiver, type KnownSlugs } from './item-slug.ts';
import { bodyOf, excerptOf } from './item-texts.ts';
import { titleMarkup } from './title-markup.ts';
import { addressAt } from './parse/links.ts';
import type { FeedImage, FeedItem, ParsedFeed } from './parse/parsed-feed.ts';
import { readItems, type KeyedItem } from './read-items.ts';

export interface FeedBlogOptions {
  readonly source: string;
  /** What messages call the feed. */
  readonly label: string;
  /** Where it was found; null for a file. */
  readonly url: string | null;
  readonly slugs: KnownSlugs;
  readonly problems: ProblemList;
}

const mostTags = 50;

/** A feed as posts of others: each with the address of the original, which stays the one that counts. */
export function feedBlog(feed: ParsedFeed, options: FeedBlogOptions): ForeignBlog {
  const home = feed.link ?? feed.feedLink ?? options.url;
  const authors = new FeedAuthors(feed, options.source);
  const tags = new Map<string, ForeignTerm>();
  const slugOf = slugGiver(options.slugs);
  const posts = readItems(feed.items, options.label, options.problems).map((keyed): ForeignPost => ({
    ...postOf(keyed, feed, home, options),
    slug: slugOf(keyed.key, keyed.item),
    authors: authors.of(keyed.item),
    tags: tagsOf(keyed.item, tags),
  }));
  return {
    source: options.source,
    site: {
      name: plainName(feed.title?.value ?? '') || options.source,
      url: httpAddress(home, options.url),
      tagline: null,
      description: feed.description?.value ?? null,
      language: languageTag(feed.language ?? ''),
    },
    staysElsewhere: true,
    authors: authors.all(),
    tags: [...tags.values()],
    categories: [],
    series: [],
    posts,
    redirects: [],
    skipped: [],
  };
}

function postOf(
  { key, item }: KeyedItem,
  feed: ParsedFeed,
  home: string | null,
  options: FeedBlogOptions,
): ForeignPost {
  const link = httpAddress(item.link, home);
  tellOddDate(item, options);
  const publishedAt = item.published?.date ?? item.updated?.date ?? null;
  const updatedAt = item.updated?.date ?? null;
  return {
    key,
    place: { file: options.label, line: item.line },
    title: item.title === null ? '' : titleMarkup(item.title),
    subtitle: null,
    slug: null,
    url: link,
    oldUrls: [],
    language: languageTag(item.language ?? feed.language ?? ''),
    body: () => bodyOf(item, link ?? home),
    excerpt: excerptOf(item),
    description: null,
    wanted: 'published',
    publishedAt,
    updatedAt: updatedAt !== null && publishedAt !== null && updatedAt > publishedAt ? updatedAt : null,
    authors: [],
    tags: [],
    categories: [],
    series: [],
    cover: coverOf(item.image, link ?? home),
    canonicalUrl: link,
    seoTitle: null,
    seoDescription: null,
    shareImage: null,
    noIndex: false,
    translationKey: null,
    metadata: metadataOf(item),
  };
}

function tellOddDate({ published, updated, line }: FeedItem, { label, problems }: FeedBlogOptions): void {
  const odd = [published, updated].find((one) => one?.date === null);
  if (odd)
    problems.warn(label, line, {
      what: `the date ${JSON.stringify(odd.text)} was not understood`,
      why: 'It is written in no way that feeds are known to use.',
      todo: 'The post went in without it.',
    });
}

/** Labels before terms; what is an address is a kind of the system's, not a subject. */
function tagsOf({ categories }: FeedItem, all: Map<string, ForeignTerm>): string[] {
  const names = categories
    .map(({ label, term }) => plainName(label ?? term))
    .filter((name) => name !== '' && name.length <= 100 && !/^https?:\/\//i.test(name));
  return [...new Set(names.slice(0, mostTags).map((name) => tagOf(name, all)))];
}

function tagOf(name: string, all: Map<string, ForeignTerm>): string {
  const key = name.toLowerCase();
  if (!all.has(key)) all.set(key, { key, name, slug: null, description: null });
  return key;
}

/** The first image of the text is seen there already. */
function coverOf(image: FeedImage | null, base: string | null): ForeignImage | null {
  const url = image === null || image.inText ? null : httpAddress(image.url, base);
  if (image === null || url === null) return null;
  return { url, alt: image.title, caption: null, width: image.width, height: image.height };
}

/** What no field of a post holds: recordings, who else had a part, where it was taken from and is spoken of. */
function metadataOf(item: FeedItem): Record<string, Json> {
  const enclosures = item.enclosures
    .filter(({ url }) => /^https?:\/\//i.test(url))
    .map(({ url, type, length, title }) => ({
      url,
      type,
      length: length === null ? null : Number(length) || null,
      title,
    }));
  const contributors = item.contributors
    .map(({ name }) => plainName(name ?? ''))
    .filter((name) => name !== '');
  const source = item.source && { title: item.source.title, link: item.source.link };
  const said = Object.entries({
    guid: item.id,
    enclosures: enclosures.length > 0 ? enclosures : null,
    duration: item.duration,
    comments: item.comments,
    contributors: contributors.length > 0 ? contributors : null,
    source,
  });
  return Object.fromEntries(said.filter(([, value]) => value !== null));
}

function httpAddress(address: string | null, base: string | null): string | null {
  const absolute = address === null ? '' : addressAt(address, base);
  return /^https?:\/\//i.test(absolute) && absolute.length <= 2000 && URL.canParse(absolute)
    ? absolute
    : null;
}
