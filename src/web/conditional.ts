/** The preconditions of a request (RFC 9110, section 13), for GET and HEAD. */
export interface Preconditions {
  readonly ifNoneMatch: string | null;
  readonly ifModifiedSince: string | null;
}

/** What a representation is known by. */
export interface Validators {
  /** Strong, with its quotes. */
  readonly etag: string;
  /** Null before anything was written. */
  readonly lastModified: Date | null;
}

/**
 * Whether a client has the representation already. 'if it exists': it has whatever is served now, should
 * there be something.
 */
export type Match = 'yes' | 'no' | 'if it exists';

/** `If-None-Match` decides alone when it is there (section 13.2.2). */
export function matchPreconditions(
  { ifNoneMatch, ifModifiedSince }: Preconditions,
  { etag, lastModified }: Validators,
): Match {
  if (ifNoneMatch !== null) {
    if (ifNoneMatch.trim() === '*') return 'if it exists';
    return entityTags(ifNoneMatch).includes(etag) ? 'yes' : 'no';
  }
  const since = ifModifiedSince === null ? null : httpDate(ifModifiedSince);
  if (since === null || lastModified === null) return 'no';
  return Math.floor(lastModified.getTime() / 1_000) * 1_000 <= since ? 'if it exists' : 'no';
}

/** The tags of a list; for this comparison a weak one is as good (section 8.8.3.2). */
function entityTags(list: string): string[] {
  return Array.from(list.matchAll(/(?:W\/)?("[^"]*")/g), ([, tag = '']) => tag);
}

const imfDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const oldDate =
  /^(?:[A-Z][a-z]+day, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4})$/;

/** Milliseconds of an HTTP date; null for anything else, which counts as absent. */
function httpDate(text: string): number | null {
  const written = text.trim();
  if (!imfDate.test(written) && !oldDate.test(written)) return null;
  const time = Date.parse(written.endsWith('GMT') ? written : `${written} GMT`);
  return Number.isNaN(time) ? null : time;
}
