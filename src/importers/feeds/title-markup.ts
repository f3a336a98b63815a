import type { FeedText } from './parse/parsed-feed.ts';
import { asMarkup } from './item-texts.ts';

const tag = /<(\/?)([a-z][a-z\d]{0,9})\b[^<>]*>/gi;
/** What may stand in a title to format it. */
const formatting = new Set(
  (
    'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong ' +
    'sub sup tt u var'
  ).split(' '),
);
const empty = new Set(['br', 'img', 'wbr']);
const block = /^<(p|div|h[1-6])\b[^<>]*>.*<\/\1>$/is;

/**
 * A title as HTML. RSS does not say whether a title is text or HTML, so "The <div> element" and "A <em>new</em>
 * one" look alike: what formats it and is closed, or is around all of it, is HTML; any other tag is text.
 */
export function titleMarkup(title: FeedText): string {
  const markup = asMarkup(title).trim();
  if (title.kind === 'text' || !markup.includes('<')) return markup;
  const around = block.exec(markup)?.[1]?.toLowerCase();
  const counts = new Map<string, number>();
  for (const [, slash = '', name = ''] of markup.matchAll(tag)) {
    const key = slash + name.toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return markup.replace(/<!--.*?-->/gs, '').replace(tag, (written, _, name: string) => {
    const key = name.toLowerCase();
    const isPaired = counts.get(key) === counts.get(`/${key}`);
    const isMarkup = empty.has(key) || (isPaired && (formatting.has(key) || key === around));
    return isMarkup ? written : written.replace('<', '&lt;');
  });
}
