import { feedDate } from '../../feeds/parse/feed-date.ts';

/** The dates of an item, as they are written. */
export interface WrittenDates {
  readonly date: string;
  readonly dateGmt: string;
  readonly modified: string;
  readonly modifiedGmt: string;
  readonly pubDate: string;
}

/** Milliseconds since 1970; null where nothing is said. */
export interface ItemDates {
  readonly publishedAt: number | null;
  readonly updatedAt: number | null;
}

const hour = 3_600_000;
/** Places are at most so far from Greenwich. */
const farthest = 14 * hour;

/**
 * When an item was published and changed. Drafts have no date in GMT ("0000-00-00 00:00:00"), exports of other
 * programs leave it out: then the date of the feed counts, which has a zone, as far as it can be the same moment;
 * else the local date, as if it were GMT. A change is told only where it came later.
 */
export function itemDates({ date, dateGmt, modified, modifiedGmt, pubDate }: WrittenDates): ItemDates {
  const [local, gmt] = [sqlDate(date), sqlDate(dateGmt)];
  const publishedAt = gmt ?? sameMoment(feedDate(pubDate)?.date?.getTime() ?? null, local) ?? local;
  const offset = publishedAt === null || local === null ? 0 : local - publishedAt;
  const localChange = sqlDate(modified);
  const updatedAt = sqlDate(modifiedGmt) ?? (localChange === null ? null : localChange - near(offset));
  return { publishedAt, updatedAt: updatedAt !== null && updatedAt > (publishedAt ?? 0) ? updatedAt : null };
}

/** PHP makes "30 Nov -0001" of no date. */
function sameMoment(moment: number | null, local: number | null): number | null {
  if (moment === null || new Date(moment).getUTCFullYear() < 1970) return null;
  return local === null || Math.abs(moment - local) <= farthest ? moment : null;
}

function near(offset: number): number {
  return Math.abs(offset) <= farthest ? offset : 0;
}

/** A date of MySQL's, read as GMT; null for what is no day. */
function sqlDate(text: string): number | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?/.exec(text);
  if (found === null) return null;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const time = Date.UTC(year, month - 1, day, hours, minutes, seconds);
  const isDay = new Date(time).getUTCDate() === day && month >= 1 && month <= 12;
  return year >= 1000 && isDay && hours < 24 ? time : null;
}
