import { createHash } from 'node:crypto';
import type { ProblemList } from '../problem-list.ts';
import type { FeedItem } from './parse/parsed-feed.ts';

/** An item and what it is known by. */
export interface KeyedItem {
  readonly key: string;
  readonly item: FeedItem;
}

const mostItems = 20_000;

/** Of one text: as much as a file in Markdown may have. */
const mostCharacters = 5_000_000;

/**
 * The items that go in, each once: by its id, else by its address, else by what it says. One that the file
 * breaks off in does not go in: it would stay cut.
 */
export function readItems(items: readonly FeedItem[], label: string, problems: ProblemList): KeyedItem[] {
  const found = new Map<string, FeedItem>();
  for (const item of items.slice(0, mostItems)) {
    const fault = faultOf(item);
    if (fault === null) found.set(keyOf(item), found.get(keyOf(item)) ?? item);
    else problems.error(label, item.line, { what: 'an item did not go in', ...fault });
  }
  if (items.length > mostItems)
    problems.warn(label, null, {
      what: `only the first ${mostItems} items went in`,
      why: `The feed holds ${items.length}.`,
      todo: 'Split it into several feeds, and import each under the same --source.',
    });
  return [...found].map(([key, item]) => ({ key, item }));
}

function faultOf({ complete, content, description }: FeedItem): { why: string; todo: string } | null {
  if (!complete)
    return {
      why: 'The feed breaks off within it.',
      todo: 'Get the feed again, and import it once more.',
    };
  if ([content, description].some((text) => (text?.value.length ?? 0) > mostCharacters))
    return {
      why: `Its text has more than ${mostCharacters} characters.`,
      todo: 'No post is that long: check what it holds.',
    };
  return null;
}

function keyOf({ id, link, title, published, content, description }: FeedItem): string {
  const named = (id ?? link ?? '').replace(/\s+/g, ' ').trim();
  if (named !== '' && named.length <= 900) return named;
  const said = named || JSON.stringify([title?.value, published?.text, (content ?? description)?.value]);
  return `item/${createHash('sha256').update(said).digest('hex')}`;
}
