import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { InputError } from '../blog-reader.ts';
import { feedOfPage, isPage } from './fetch/discover-feed.ts';
import { fetchBounded, type FetchOptions } from './fetch/fetch-bounded.ts';
import { shownAddress } from './fetch/shown-address.ts';
import { parseFeed, type FeedReading } from './parse/parse-feed.ts';
import { decodeFeed } from './xml/decode-feed.ts';

/** A feed, and what tells next time whether it changed. */
export interface LoadedFeed extends FeedReading {
  /** What messages call it. */
  readonly label: string;
  /** Where it was found; null for a file. */
  readonly url: string | null;
  readonly contentHash: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

const mostFileBytes = 100_000_000;

/** Reads a feed from a file. */
export async function loadFeedFile(path: string): Promise<LoadedFeed> {
  const bytes = await fileBytes(path);
  const label = basename(path);
  const text = decodeFeed(bytes, null);
  if (isPage(text)) throw new InputError(`${label} is a page, not a feed. Import the feed that it names.`);
  return {
    ...parsed(text, label),
    label,
    url: null,
    etag: null,
    lastModified: null,
    contentHash: hashOf(bytes),
  };
}

async function fileBytes(path: string): Promise<Buffer> {
  // Nobody may be writing into a pipe: it is not waited for.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => {
    throw new InputError(`There is no file ${path} that can be read. Check the path.`);
  });
  try {
    const found = await file.stat();
    if (!found.isFile()) throw new InputError(`${path} is no file. Check the path.`);
    const { size } = found;
    if (size > mostFileBytes)
      throw new InputError(`${path} is larger than 100 MB, which no feed is. Check the path.`);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/**
 * Reads a feed from an address; of a page, the feed that it names. What tells whether a feed changed says nothing
 * of the page before it, so of a feed that a page named it is not kept.
 */
export async function loadFeedUrl(address: string, options: FetchOptions): Promise<LoadedFeed | 'unchanged'> {
  const found = await fetchFeed(address, options);
  if (found === 'unchanged' || !isPage(found.text)) return found === 'unchanged' ? found : loaded(found);
  const feed = feedOfPage(found.text, found.url);
  if (feed === null)
    throw new InputError(
      `${shownAddress(address)} is a page that names no feed. Name the address of the feed itself.`,
    );
  const second = await fetchFeed(feed, { ...options, etag: null, lastModified: null });
  if (second === 'unchanged') return second;
  if (isPage(second.text))
    throw new InputError(
      `${shownAddress(feed)} is a page too, not a feed. Name the address of the feed itself.`,
    );
  return { ...loaded(second), etag: null, lastModified: null };
}

async function fetchFeed(address: string, options: FetchOptions) {
  const fetched = await fetchBounded(address, options);
  if (fetched === 'unchanged') return fetched;
  const charset = /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(fetched.contentType)?.[1] ?? null;
  return { ...fetched, text: decodeFeed(fetched.bytes, charset) };
}

function loaded(found: Exclude<Awaited<ReturnType<typeof fetchFeed>>, 'unchanged'>): LoadedFeed {
  const { url, etag, lastModified, bytes, text } = found;
  const label = shownAddress(url);
  return { ...parsed(text, label), label, url, etag, lastModified, contentHash: hashOf(bytes) };
}

function parsed(text: string, label: string): FeedReading {
  const reading = parseFeed(text);
  if (reading === null)
    throw new InputError(`${label} is neither RSS, Atom nor a JSON Feed. Check what it holds.`);
  return reading;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
