import type { Brought } from '../brought.ts';
import { decodeFeed } from './xml/decode-feed.ts';
import { readPrologue } from './xml/prologue.ts';

/** Names that JSON Feed alone has; some feeds say its version without the address that belongs to it. */
const jsonNames = /"(?:home_page_url|feed_url|content_html|content_text|date_published)"\s*:/;
const jsonVersion = /"https?:\\?\/\\?\/jsonfeed\.org\\?\/version\\?\//;

/** What RSS, Atom and JSON Feed begin with. WordPress's exports begin as RSS does: ask for those first. */
export function isFeed({ kind, head }: Brought): boolean {
  if (kind !== 'file') return false;
  const text = decodeFeed(head, null);
  if (/^[\s\uFEFF]*\{/.test(text))
    return jsonVersion.test(text) || (jsonNames.test(text) && /"version"\s*:/.test(text));
  const { root } = readPrologue(text);
  return root !== null && /^(?:rss|(?:\w+:)?(?:rdf|feed|entry)|channel)$/.test(root);
}
