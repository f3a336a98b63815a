import { basename } from 'node:path';
import { slugify } from '../../domain/slug.ts';
import type { ForeignSite } from '../foreign/foreign-blog.ts';

/** When Ghost, or somebody else, wrote a file: "2021-03-24-01-15-52", "20210324". */
const date = /[\s._-]*\d{4}-?\d{2}-?\d{2}(?:[\s._T-]*\d{2}[.-]?\d{2}[.-]?\d{2})?/g;

/**
 * A name for the import that the next export of the same blog will have too: the host of its site, else the
 * site's name, which Ghost also calls the file by, else the file's name without a date.
 */
export function sourceName(site: ForeignSite | null, input: string): string {
  const host = URL.parse(site?.url ?? '')?.host;
  if (host !== undefined && host !== '') return host;
  if (site) return slugify(site.name);
  const stem = basename(input)
    .replace(/\.(?:json|zip)$/i, '')
    .replace(date, '')
    .replace(/\.?ghost$/i, '');
  return stem === '' ? 'ghost' : slugify(stem);
}
