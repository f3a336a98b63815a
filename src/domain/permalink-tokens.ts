import { slugify } from './slug.ts';

/** What a permalink may be made of. Dates are read in UTC. */
export interface PermalinkFields {
  readonly slug: string;
  readonly title?: string | null | undefined;
  /** Name of the file without its extension (and, with Jekyll, without its date). */
  readonly filename?: string | null | undefined;
  readonly date?: Date | null | undefined;
  /** Names or tree paths ("engineering/databases"); `:category` is the first, `:categories` all. */
  readonly categories?: readonly string[] | undefined;
  /** Folder of the file below the content folder, with "/". */
  readonly section?: string | null | undefined;
  readonly language?: string | null | undefined;
  /** Whole path of the file without its extension. */
  readonly path?: string | null | undefined;
  /** Anything else a pattern may name: `{ series: 'atlas' }` for `:series`. */
  readonly others?: Readonly<Record<string, string | null | undefined>> | undefined;
}

/** A token's value for one page; null when the page has none. */
export type Token = (fields: PermalinkFields) => string | null;
/** A token whose value is one segment, made of the text that `read` finds. */
export const textToken =
  (read: (fields: PermalinkFields) => string | null | undefined): Token =>
  (fields) => {
    const value = read(fields);
    return value == null || value.trim() === '' ? null : slugify(value);
  };
const ofPath =
  (read: (fields: PermalinkFields) => string | null | undefined): Token =>
  (fields) =>
    segments(read(fields)).join('/') || null;
const ofDate =
  (read: (date: Date) => string | number): Token =>
  ({ date }) =>
    date == null ? null : String(read(date));
const named =
  (form: Intl.DateTimeFormatOptions): ((date: Date) => string) =>
  (date) =>
    new Intl.DateTimeFormat('en', { ...form, timeZone: 'UTC' }).format(date).toLowerCase();
const two = (value: number): string => String(value).padStart(2, '0');

const slug: Token = ({ slug: value }) => value;
const filename = textToken(({ filename: value, slug: other }) => value ?? other);
const section: Token = ofPath((fields) => fields.section);
const category: Token = ofPath((fields) => fields.categories?.[0]);
const categories: Token = ofPath((fields) => fields.categories?.join('/'));
const language: Token = ({ language: value }) => value ?? null;

/** Tokens of Hugo (gohugo.io/configuration/permalinks), Jekyll and Hexo (hexo.io/docs/permalinks). */
export const permalinkTokens: ReadonlyMap<string, Token> = new Map<string, Token>([
  ['slug', slug],
  ['slugorfilename', slug],
  ['slugorcontentbasename', slug],
  ['title', textToken(({ title, slug: other }) => title ?? other)],
  ['post_title', textToken(({ title, slug: other }) => title ?? other)],
  ['filename', filename],
  ['contentbasename', filename],
  ['name', filename],
  ['path', ofPath((fields) => fields.path)],
  ['section', (fields) => segments(fields.section)[0] ?? null],
  ['sections', section],
  ['category', category],
  ['categories', categories],
  ['slugified_categories', categories],
  ['language', language],
  ['lang', language],
  ['year', ofDate((date) => date.getUTCFullYear())],
  ['short_year', ofDate((date) => two(date.getUTCFullYear() % 100))],
  ['month', ofDate((date) => two(date.getUTCMonth() + 1))],
  ['i_month', ofDate((date) => date.getUTCMonth() + 1)],
  ['monthname', ofDate(named({ month: 'long' }))],
  ['long_month', ofDate(named({ month: 'long' }))],
  ['short_month', ofDate(named({ month: 'short' }))],
  ['day', ofDate((date) => two(date.getUTCDate()))],
  ['i_day', ofDate((date) => date.getUTCDate())],
  ['weekday', ofDate((date) => date.getUTCDay())],
  ['weekdayname', ofDate(named({ weekday: 'long' }))],
  ['short_day', ofDate(named({ weekday: 'short' }))],
  ['long_day', ofDate(named({ weekday: 'long' }))],
  ['yearday', ofDate(dayOfYear)],
  ['y_day', ofDate((date) => String(dayOfYear(date)).padStart(3, '0'))],
  ['week', ofDate((date) => two(isoWeek(date)))],
  ['hour', ofDate((date) => two(date.getUTCHours()))],
  ['minute', ofDate((date) => two(date.getUTCMinutes()))],
  ['second', ofDate((date) => two(date.getUTCSeconds()))],
  ['output_ext', () => '.html'],
]);

function segments(path: string | null | undefined): string[] {
  return (path ?? '')
    .split('/')
    .filter((part) => part.trim() !== '')
    .map(slugify);
}

function dayOfYear(date: Date): number {
  const start = Date.UTC(date.getUTCFullYear(), 0, 1);
  return Math.floor((date.getTime() - start) / 86_400_000) + 1;
}

/** ISO 8601: a week belongs to the year of its Thursday. */
function isoWeek(date: Date): number {
  const weekday = (date.getUTCDay() + 6) % 7;
  const thursday = new Date(date.getTime() + (3 - weekday) * 86_400_000);
  return Math.ceil(dayOfYear(thursday) / 7);
}
