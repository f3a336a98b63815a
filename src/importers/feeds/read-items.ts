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
  let others = 0;
  for (const item of items.slice(0, mostItems)) {
    const fault = faultOf(item);
    if (fault !== null) {
      problems.error(label, item.line, { what: 'an item did not go in', ...fault });
      continue;
    }
    const key = keyOf(item);
    const twin = found.get(key);
    if (twin === undefined) found.set(key, item);
    else if (isOther(item, twin)) others += 1;
  }
  if (others > 0)
    problems.warn(label, null, {
      what: others === 1 ? 'an item was left out' : `${others} items were left out`,
      why: 'Their ids are those of other items: by its id a post is known the next time.',
      todo: 'Give each item an id (guid) of its own in the feed.',
    });
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

/** Not the same item once more. */
function isOther(item: FeedItem, twin: FeedItem): boolean {
  return item.link !== twin.link && item.title?.value !== twin.title?.value;
}

function keyOf({ id, link, title, published, content, description }: FeedItem): string {
  const named = (id ?? link ?? '').replace(/\s+/g, ' ').trim();
  if (named !== '' && named.length <= 900) return named;
  const said = named || JSON.stringify([title?.value, published?.text, (content ?? description)?.value]);
  return `item/${createHash('sha256').update(said).digest('hex')}`;
}
