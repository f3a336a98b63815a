import { slugify } from '../../domain/slug.ts';
import type { FeedItem, FeedText } from './parse/parsed-feed.ts';
import { decoded } from '../text/decoded.ts';

/** Slugs of posts that are stored: of this import by key, and all that are taken. */
export interface KnownSlugs {
  readonly known: ReadonlyMap<string, string>;
  readonly taken: ReadonlySet<string>;
}

/** Of a text that has no title. */
const mostWords = 8;

/**
 * Gives each item a slug: the one it has, else the last part of its address, else its title, else its first
 * words; one that nothing else has, stored or not, though the feed shows only some of the posts.
 */
export function slugGiver({ known, taken }: KnownSlugs): (key: string, item: FeedItem) => string {
  const used = new Set(taken);
  return (key, item) => {
    const stored = known.get(key);
    if (stored !== undefined) return stored;
    const wanted = slugify(nameOf(item) ?? firstWords(item) ?? key);
    let slug = wanted;
    for (let count = 2; used.has(slug); count += 1) slug = `${wanted}-${count}`;
    used.add(slug);
    return slug;
  };
}

/** Where the query tells posts apart ("watch?v=…"), the path says nothing of them. */
function nameOf({ link, title }: FeedItem): string | null {
  const part = lastPart(link);
  return (hasQuery(link) ? null : part) ?? words(title) ?? part;
}

/** A query beside what counts visits. */
function hasQuery(link: string | null): boolean {
  const names = [...(URL.parse(link ?? '')?.searchParams.keys() ?? [])];
  return names.some(
    (name) => !/^(?:(?:utm|mc|at)_.*|ref|source|rss|src|cmp|fbclid|gclid|share|via)$/i.test(name),
  );
}

function lastPart(link: string | null): string | null {
  const url = URL.parse(link ?? '');
  const path = url?.host ? url.pathname : '';
  const segment =
    path
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? '';
  const name = decoded(segment).replace(/\.(?:html?|php|aspx?|jsp|md)$/i, '');
  return /\p{L}/u.test(name) && !/^(?:index|default|post|item|article|view|p)$/i.test(name) ? name : null;
}

function firstWords({ content, description }: FeedItem): string | null {
  return (
    words(content ?? description)
      ?.split(/\s+/, mostWords)
      .join(' ') ?? null
  );
}

function words(written: FeedText | null): string | null {
  const text = (written?.value ?? '')
    .slice(0, 2000)
    .replace(/<[^<>]{0,1000}>/g, ' ')
    .replace(/&[#\w]{1,20};/g, ' ')
    .trim();
  return text === '' ? null : text;
}
