import type { Brought } from '../brought.ts';
import { decodeFeed } from './xml/decode-feed.ts';
import { readPrologue } from './xml/prologue.ts';

/** What RSS, Atom and JSON Feed begin with. WordPress's exports begin as RSS does: ask for those first. */
export function isFeed({ kind, head }: Brought): boolean {
  if (kind !== 'file') return false;
  const text = decodeFeed(head, null);
  if (/^[\s\uFEFF]*\{/.test(text)) return /"https?:\\?\/\\?\/jsonfeed\.org\\?\/version\\?\//.test(text);
  const { root } = readPrologue(text);
  return root !== null && /^(?:rss|(?:\w+:)?(?:rdf|feed|entry)|channel)$/.test(root);
}
