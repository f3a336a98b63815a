import type { Fields } from '../fields/fields.ts';

/** Marks that are understood as they are, wherever a body is rendered. */
const known =
  /<!--\s{0,20}(?:more\b[^>]{0,100}|truncate\s{0,20}|excerpt\s{0,20})-->|\{\/\*\s{0,20}(?:truncate|more)\s{0,20}\*\/\}/i;

/** Nikola's and Pelican's marks, and Middleman's, which is text. */
const others = /<!--\s{0,20}(?:TEASER_END\b[^>]{0,100}|PELICAN_END_SUMMARY\s{0,20})-->|^READMORE[ \t]*$/m;

/**
 * Puts `<!--more-->` where a separator of the post's or the site's own (`excerpt_separator`, Jekyll) cuts the
 * excerpt. A separator that is known as it is stays.
 */
export function markExcerpt(body: string, fields: Fields, ofSite: string | null): string {
  const own = fields.get('excerptSeparator');
  const separator = typeof own === 'string' ? own : ofSite;
  if (known.test(body)) return body;
  if (separator === null || separator.trim() === '') return body.replace(others, '<!--more-->');
  if (known.test(separator)) return body;
  const at = body.indexOf(separator);
  return at < 0 ? body : `${body.slice(0, at)}\n<!--more-->\n${body.slice(at + separator.length)}`;
}
