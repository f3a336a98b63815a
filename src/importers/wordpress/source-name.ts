import { basename } from 'node:path';
import { slugify } from '../../domain/slug.ts';

/** How WordPress calls its exports: "site.WordPress.2026-01-31.xml", "site.wordpress.2026-01-31.000.xml". */
const ending = /(?:\.wordpress)?[._-]*(?:\d{4}-?\d{2}-?\d{2})?(?:[._-]\d{1,4})?\.(?:xml|wxr)(?:\.gz)?$/i;

/**
 * A name for the import that the next export of the same blog will have too: the host of its site, else the
 * name of the file without its date.
 */
export function sourceName(site: string, file: string): string {
  const host = URL.parse(site)?.host ?? '';
  if (host !== '') return host;
  const stem = basename(file).replace(ending, '');
  return stem === '' ? 'wordpress' : slugify(stem);
}
