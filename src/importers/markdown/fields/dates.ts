import type { Json } from '../../../domain/blog-record.ts';
import { monthOf } from './month-names.ts';

/** Zones by name, in minutes east of UTC: those of RFC 5322 and the European ones. */
const zones: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ z: 0, utc: 0, gmt: 0, ut: 0, wet: 0, bst: 60, cet: 60, west: 60, cest: 120, eet: 120, eest: 180 },
    ...{ est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420, jst: 540 },
  }),
);

const dayForms: readonly { readonly pattern: RegExp; readonly read: (match: string[]) => Day | null }[] = [
  // 2012-02-03, 2012/2/3, 2012.02.03, 2012年2月3日, 2012-02
  {
    pattern: /^(\d{4})\s?[-/.年]\s?(\d{1,2})(?:\s?[-/.月]\s?(\d{1,2}))?日?/,
    read: ([, year, month, day]) => dayOf(year, Number(month), day ?? '1'),
  },
  {
    pattern: /^(\d{4})(\d{2})(\d{2})(?!\d)/,
    read: ([, year, month, day]) => dayOf(year, Number(month), day),
  },
  // 3 February 2012, Fri, 03 Feb 2012, 3. Februar 2012, 3 de febrero de 2012
  {
    pattern:
      /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:de\s+|of\s+)?(\p{L}{3,12})\.?,?[\s-]+(?:de\s+)?(\d{4})/u,
    read: ([, day, month, year]) => dayOf(year, monthOf(month ?? ''), day),
  },
  // February 3, 2012, Feb 3rd 2012, Friday, February 3, 2012, Fri Feb 03 2012 (a Date of JavaScript's, as text)
  {
    pattern: /^(?:\p{L}{2,12}(?:\.?,|\.)?\s+)?(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/u,
    read: ([, month, day, year]) => dayOf(year, monthOf(month ?? ''), day),
  },
  {
    pattern: /^(\p{L}{3,12})\.?,?\s+(\d{4})/u,
    read: ([, month, year]) => dayOf(year, monthOf(month ?? ''), '1'),
  },
  {
    pattern: /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})/,
    read: ([, a, mark, b, year]) => numeric(a, b, mark, year),
  },
  { pattern: /^(\d{4})(?!\d)/, read: ([, year]) => dayOf(year, 1, '1') },
];

/** "Wed Jan 05 2022 10:00:00 GMT+0000 (Coordinated Universal Time)" has 62; no date has many more. */
const maxCharacters = 90;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * A date in any spelling that blogs use: ISO 8601 with or without zone or leading zeroes, "Feb 3, 2012",
 * "03 Feb 2012 10:00 GMT", "Fri Feb 03 2012 10:00:00 GMT+0100 (CET)", "3. Februar 2012",
 * "2/3/2012" (American, unless only the other order is a date),
 * "3.2.2012", "2012年2月3日", a year or a month alone, Unix time in seconds or milliseconds.
 * Without a zone it is UTC, without a time midnight. Null when it is no date.
 */
export function parseDate(value: Json | undefined): Date | null {
  if (typeof value === 'number' && value > 99_999_999) return checked(value < 1e11 ? value * 1000 : value);
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).trim();
  if (text.length > maxCharacters) return null;
  for (const { pattern, read } of dayForms) {
    const match = pattern.exec(text);
    if (!match) continue;
    const day = read(match);
    const time = timeOf(text.slice(match[0].length));
    return day && time !== null ? checked(utc(day) + time) : null;
  }
  return null;
}

function checked(milliseconds: number): Date | null {
  const date = new Date(milliseconds);
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date : null;
}

function utc({ year, month, day }: Day): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

function dayOf(year = '', month: number | null, day = ''): Day | null {
  const found = { year: Number(year), month: month ?? 0, day: Number(day) };
  if (found.month < 1 || found.month > 12 || found.day < 1) return null;
  const last = new Date(0);
  last.setUTCFullYear(found.year, found.month, 0);
  return found.day <= last.getUTCDate() ? found : null;
}

/** "3.2.2012" has the day first; of "2/3/2012" the month comes first, unless it cannot. */
function numeric(first = '', second = '', mark = '/', year = ''): Day | null {
  const dayFirst = dayOf(year, Number(second), first);
  return mark === '/' ? (dayOf(year, Number(first), second) ?? dayFirst) : dayFirst;
}

const timeForm =
  /^(?:[T\s,]|at\b)*(\d{1,2})(?::(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*([ap]\.?m\.?)?\s*([a-z]{1,5}|(?:GMT|UTC)?[+-]\d{1,2}(?::?\d{2})?)?\s*(?:\([\p{L}\w\s.+:-]*\))?$/iu;

/** Milliseconds from the day's midnight in UTC; null when what follows the day is no time. */
function timeOf(text: string): number | null {
  if (/^[\s,.;]*$/.test(text)) return 0;
  const match = timeForm.exec(text);
  const zone = zoneOf(match?.[6] ?? '');
  if (!match || zone === null || (match[2] === undefined && match[5] === undefined)) return null;
  const clock = clockOf(match);
  return clock === null ? null : clock - zone * 60_000;
}

/** Milliseconds from midnight, on a clock of 24 or of 12 hours. */
function clockOf([, hours = '', minutes = '0', seconds = '0', fraction = '0', half]: string[]):
  number | null {
  const hour = half ? (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hours);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 60) return null;
  const whole = (hour * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000;
  return whole + Math.trunc(Number(`0.${fraction}`) * 1000);
}

/** Minutes east of UTC. */
function zoneOf(text: string): number | null {
  if (text === '') return 0;
  const [, sign, hours, minutes = '0'] = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(text) ?? [];
  if (sign === undefined) return zones.get(text.toLowerCase()) ?? null;
  const offset = Number(hours) * 60 + Number(minutes);
  return offset <= 15 * 60 ? (sign === '-' ? -offset : offset) : null;
}
