import { withoutBadEscapes } from '../../text/json-escapes.ts';
import { parseXml, type XmlFaults } from '../xml/parse-xml.ts';
import { parseAtom } from './atom.ts';
import { parseJsonFeed } from './json-feed.ts';
import type { ParsedFeed } from './parsed-feed.ts';
import { parseRss } from './rss.ts';

export interface FeedReading {
  readonly feed: ParsedFeed;
  /** What was wrong with its XML and could be mended. */
  readonly faults: XmlFaults | null;
  /** Why the rest of it was not read. */
  readonly stopped: string | null;
}

/** Reads a feed of any format. Null when it is none. */
export function parseFeed(text: string): FeedReading | null {
  const start = text.slice(0, 1000).trimStart();
  if (start.startsWith('{')) return parseJson(text);
  if (!start.startsWith('<')) return null;
  const { root, ...told } = parseXml(text);
  if (root === null) return null;
  if (root.name === 'atom:feed' || root.name === 'atom:entry') return { feed: parseAtom(root), ...told };
  const isRss = ['rss', 'rdf:rdf', 'channel', 'rdf'].includes(root.name);
  return isRss ? { feed: parseRss(root), ...told } : null;
}

function parseJson(text: string): FeedReading | null {
  try {
    const feed = parseJsonFeed(JSON.parse(withoutBadEscapes(text)));
    return feed === null ? null : { feed, faults: null, stopped: null };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
