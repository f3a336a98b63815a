import { parseDate } from '../../markdown/fields/dates.ts';
import type { FeedDate } from './parsed-feed.ts';

/** Zones by name beyond those of RFC 5322, as offsets. Of several meanings, the one that feeds have. */
const zones: Readonly<Record<string, string>> = {
  ...{ akst: '-0900', akdt: '-0800', hst: '-1000', ast: '-0400', adt: '-0300', nst: '-0330', ndt: '-0230' },
  ...{ art: '-0300', brt: '-0300', brst: '-0200', clt: '-0400', msk: '+0300', msd: '+0400', trt: '+0300' },
  ...{ met: '+0100', mest: '+0200', mez: '+0100', mesz: '+0200', sast: '+0200', gst: '+0400', pkt: '+0500' },
  ...{ ist: '+0530', npt: '+0545', ict: '+0700', wib: '+0700', sgt: '+0800', hkt: '+0800', awst: '+0800' },
  ...{
    kst: '+0900',
    acst: '+0930',
    acdt: '+1030',
    aest: '+1000',
    aedt: '+1100',
    nzst: '+1200',
    nzdt: '+1300',
  },
};

/** What feeds write, and what it is in the spelling that `parseDate` reads. */
const spellings: readonly (readonly [RegExp, string | ((...groups: string[]) => string)])[] = [
  // Thu Jan  1 19:48:21 GMT 2004 (C's asctime, Unix's date)
  [
    /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\s+(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?)\s*([a-z]{1,5}|[+-]\d{4})?\s+(\d{4})$/i,
    '$2 $1 $5 $3 $4',
  ],
  // 01 Jan 04, 01-Jan-04 (RFC 822, RFC 850)
  [
    /^((?:[a-z]{3,9},?\s+)?\d{1,2}[\s-]+[a-z]{3,9}[\s-]+)(\d{2})(?=\s|$)/i,
    (_, day = '', year = '') => day + century(year),
  ],
  // 2004-001 (ISO 8601's day of the year)
  [/^(\d{4})-?(\d{3})(?=T|\s|$)/, (_, year = '', day = '') => dayOfYear(Number(year), Number(day))],
  // 20040101T194821
  [
    /^(\d{4}-?\d{2}-?\d{2})T(\d{2})(\d{2})(\d{2})?(?=\D|$)/i,
    (_, day = '', h = '', m = '', s = '') => `${day}T${h}:${m}:${s || '00'}`,
  ],
  // 19:48:21 GMT+0100, UTC-5
  [/\b(?:GMT|UTC)\s?(?=[+-]\d)/i, ''],
  [/:\s+(?=\d)/g, ':'],
  [/(?<=\d\s?)([a-z]{3,4})$/i, (_, name = '') => zones[name.toLowerCase()] ?? name],
];

/**
 * A date as feeds write them: RFC 822 and 2822 with all that goes wrong in them, RFC 3339, ISO 8601 in its
 * parts, C's asctime, and what blogs write by hand. Null when there is nothing.
 */
export function feedDate(written: string | null): FeedDate | null {
  const text = (written ?? '').trim();
  if (text === '') return null;
  if (text.length > 100) return { text: text.slice(0, 100), date: null };
  return { text, date: parseDate(text) ?? parseDate(usualSpelling(text)) };
}

function usualSpelling(text: string): string {
  let usual = text.replace(/\s+/g, ' ');
  for (const [pattern, spelling] of spellings) {
    usual =
      typeof spelling === 'string' ? usual.replace(pattern, spelling) : usual.replace(pattern, spelling);
  }
  return usual.trim();
}

/** RFC 2822, 4.3. */
function century(year: string): string {
  return `${Number(year) < 50 ? '20' : '19'}${year}`;
}

function dayOfYear(year: number, day: number): string {
  return new Date(Date.UTC(year, 0, day)).toISOString().slice(0, 10);
}
