import type { ForeignAuthor } from '../foreign/foreign-blog.ts';
import type { FeedItem, FeedPerson, ParsedFeed } from './parse/parsed-feed.ts';

/**
 * Collects who wrote the items: who the item names, else the feed it was taken from, else the feed itself; where
 * nobody is named, the feed is the author, as an organisation. Mail addresses are nobody's name, and not kept.
 */
export class FeedAuthors {
  readonly #feed: ParsedFeed;
  readonly #site: string;
  readonly #found = new Map<string, ForeignAuthor>();

  /** @param site what the feed is called where it has no title */
  constructor(feed: ParsedFeed, site: string) {
    this.#feed = feed;
    this.#site = plainName(feed.title?.value ?? '') || site;
  }

  /** Keys of the authors of an item. */
  of({ authors, source }: FeedItem): string[] {
    for (const people of [authors, source?.authors ?? [], this.#feed.authors]) {
      const keys = people.flatMap((person) => this.#take(person));
      if (keys.length > 0) return [...new Set(keys)];
    }
    return [this.#add(this.#site, 'ORGANISATION', this.#feed.link, null)];
  }

  all(): ForeignAuthor[] {
    return [...this.#found.values()];
  }

  #take({ name, url, avatar }: FeedPerson): string[] {
    const plain = plainName(name ?? '');
    if (plain === '') return [];
    const isFeed = plain.toLowerCase() === this.#site.toLowerCase();
    return [this.#add(plain, isFeed ? 'ORGANISATION' : null, url, avatar)];
  }

  #add(name: string, kind: ForeignAuthor['kind'], url: string | null, avatar: string | null): string {
    const key = name.toLowerCase();
    const before = this.#found.get(key);
    this.#found.set(key, {
      key,
      name: before?.name ?? name,
      slug: null,
      kind: before?.kind ?? kind,
      bio: null,
      url: before?.url ?? url,
      avatar: before?.avatar ?? avatar,
      links: [],
    });
    return key;
  }
}

/** A name without markup, and without a mail address that stands in it. */
export function plainName(written: string): string {
  return written
    .slice(0, 500)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&amp;/g, '&')
    .split(/\s+/)
    .filter((word) => !isMailAddress(word))
    .join(' ')
    .trim();
}

function isMailAddress(word: string): boolean {
  const at = word.indexOf('@');
  return at > 0 && word.includes('.', at + 2);
}
