import { permalinkTokens, textToken } from './permalink-tokens.ts';
import type { PermalinkFields, Token } from './permalink-tokens.ts';

/** Jekyll's styles that are named rather than written (jekyllrb.com/docs/permalinks). */
const styles: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title.html',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title.html',
  weekdate: '/:categories/:year/W:week/:short_day/:title.html',
  none: '/:categories/:title.html',
};

/**
 * The site path that a permalink pattern gives a page, normalised: "/blog/:category/:slug",
 * "/:year/:month/:day/:title/", or a Jekyll style by name ("pretty"). A token without a value takes its
 * segment with it; in a segment of several ("`:year-:slug`") only itself and the dash that joined it.
 * A name that is no token is kept as written. `:slug` and `:language` go in as they are.
 */
export function expandPermalink(pattern: string, fields: PermalinkFields): string {
  const written = Object.hasOwn(styles, pattern) ? (styles[pattern] ?? pattern) : pattern;
  return normalisePath(
    written
      .split('/')
      .map((segment) => expandSegment(segment, fields))
      .join('/'),
  );
}

function expandSegment(segment: string, fields: PermalinkFields): string {
  let missing = 0;
  let found = 0;
  const expanded = segment.replace(/:([a-z_]+)(?:\[[\d:]*\])?/gi, (whole, name: string) => {
    const key = name.toLowerCase();
    const token = permalinkTokens.get(key) ?? other(key, fields);
    if (token === null) return whole;
    const value = token(fields);
    if (value === null) missing += 1;
    else found += 1;
    return value ?? '';
  });
  if (missing === 0) return expanded;
  return found === 0 ? '' : expanded.replace(/-{2,}/g, '-').replace(/^-|-$/g, '');
}

function other(key: string, fields: PermalinkFields): Token | null {
  const { others } = fields;
  return others && Object.hasOwn(others, key) ? textToken(() => others[key]) : null;
}

/**
 * The one spelling of a site path, under which it is stored and looked up: begins with one "/", ends
 * without one (but for "/" itself), no query, no fragment, no "." or "..", no "index.html" at the end,
 * Unicode as NFC rather than percent-encoded. Case is kept. A percent sign that stands for a delimiter
 * ("%2F", "%3F") or for itself ("%25") stays encoded, so normalising twice changes nothing.
 */
export function normalisePath(path: string): string {
  const kept: string[] = [];
  for (const written of path
    .replace(/[?#].*$/s, '')
    .replaceAll('\\', '/')
    .split('/')) {
    const segment = decode(written);
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  while (/^index\.html?$/i.test(kept.at(-1) ?? '')) kept.pop();
  return `/${kept.join('/')}`;
}

/** One segment, percent-decoded where that is safe, without control characters. */
function decode(segment: string): string {
  const decoded = segment
    .replace(/%[\da-f]{2}/gi, (sequence) => sequence.toUpperCase())
    .split(/(%25|%5C)/)
    .map((piece) => (piece === '%25' || piece === '%5C' ? piece : decodePiece(piece)))
    .join('');
  return decoded
    .toWellFormed()
    .normalize('NFC')
    .replace(/\p{Cc}+/gu, '')
    .trim();
}

function decodePiece(piece: string): string {
  try {
    // Leaves the URL's delimiters encoded (ECMA-262, decodeURI).
    return decodeURI(piece);
  } catch {
    return piece;
  }
}
