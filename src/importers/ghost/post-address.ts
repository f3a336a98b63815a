import { textOf, type JsonMap } from '../fields/json-values.ts';

/** Where posts stood, as the settings of Ghost 0.x and 1 say it; later ones have no such setting. */
export interface PostAddresses {
  /** "/:slug/", "/:year/:month/:day/:slug/". */
  readonly pattern: string;
  /** IANA's name of the zone that dates in addresses are of. */
  readonly zone: string;
}

/** What a pattern names beside the date. */
export interface AddressNames {
  readonly slug: string;
  readonly id: string;
  readonly author: string | null;
  readonly tag: string | null;
}

const usual: PostAddresses = { pattern: '/:slug/', zone: 'UTC' };

export function postAddresses(settings: readonly JsonMap[]): PostAddresses {
  const value = (name: string): string | null => textOf(settings.find(({ key }) => key === name)?.['value']);
  const pattern = value('permalinks');
  const zone = value('active_timezone') ?? value('activeTimezone') ?? value('timezone');
  return {
    pattern:
      pattern !== null && /^\/[\w:/-]{1,200}$/.test(pattern) && pattern.includes(':slug')
        ? pattern
        : usual.pattern,
    zone: zone !== null && isZone(zone) ? zone : usual.zone,
  };
}

/** The path of a post on the old site; what is not known of it leaves its plain path, which is that of pages. */
export function postPath({ pattern, zone }: PostAddresses, names: AddressNames, date: Date | null): string {
  const parts: Readonly<Record<string, string | null>> = {
    ...datesOf(date, zone),
    slug: names.slug,
    id: names.id,
    author: names.author,
    primary_author: names.author,
    // What Ghost puts where a post has no tag.
    primary_tag: names.tag ?? 'all',
  };
  const valueOf = (name: string): string => (Object.hasOwn(parts, name) ? (parts[name] ?? '') : '');
  const isKnown = [...pattern.matchAll(/:(\w+)/g)].every(([, name = '']) => valueOf(name) !== '');
  return isKnown ? pattern.replace(/:(\w+)/g, (_, name: string) => valueOf(name)) : `/${names.slug}/`;
}

function datesOf(date: Date | null, zone: string): Readonly<Record<string, string>> {
  if (date === null) return {};
  const format = new Intl.DateTimeFormat('en', {
    ...{ timeZone: zone, calendar: 'gregory', numberingSystem: 'latn' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
  });
  return Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format();
    return true;
  } catch {
    return false;
  }
}
