import type { ArchivedSource } from '../../domain/archive/manifest.ts';
import type { Site } from '../../generated/prisma/client.ts';
import type { ArchivedSourceRow } from '../../loaders/archive/archived-site.ts';
import { ownSource } from './origin.ts';

/** The imports of a blog, by name. If none says what the site is, the first one does. */
export function sourcesOf(rows: readonly ArchivedSourceRow[], site: Site | null): ArchivedSource[] {
  const told = new Map<string, boolean>();
  for (const { source, site: says } of rows) {
    const name = source ?? ownSource;
    told.set(name, says || (told.get(name) ?? false));
  }
  const names = [...told.keys()].sort();
  const [first] = names;
  if (site !== null && first !== undefined && ![...told.values()].includes(true)) told.set(first, true);
  return names.map((name) => sourceOf(name, told.get(name) ?? false, site));
}

function sourceOf(name: string, saysSite: boolean, site: Site | null): ArchivedSource {
  const usual = saysSite ? (site?.url ?? null) : null;
  const urls: unknown = site?.urls;
  const known: unknown = typeof urls === 'object' && urls !== null ? Reflect.get(urls, name) : undefined;
  const url = typeof known === 'string' || known === null ? known : usual;
  return { name, ...(saysSite ? { site: true } : {}), ...(url === usual ? {} : { url }) };
}
