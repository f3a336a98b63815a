import { contentVersion } from '../db/change-log.ts';
import type { Database } from '../db/client.ts';
import type { Settings } from '../env.ts';
import { readVersion } from './version.ts';

const tryThis = '{ posts(first: 3) { totalCount nodes { title path } } }';

/** Says where the graph is, what it holds, and what to try. */
export async function serveBanner(
  db: Database,
  settings: Settings,
  url: string,
  watched: string | null,
): Promise<string> {
  const place = db.kind === 'embedded' ? `the embedded database in ${settings.dataDir}` : 'PostgreSQL';
  const version = await contentVersion(db);
  const empty = 'Nothing is stored yet: colophon import <folder>, or serve with --sample.';
  return [
    `Colophon ${readVersion()} serves content version ${version} from ${place}.`,
    ...(version === 0n ? [empty] : []),
    ...(watched === null ? [] : [`Watching ${watched}: save a file, run the query again.`]),
    '',
    `  GraphiQL   ${url}/graphql`,
    `  feed       ${url}/feed.xml`,
    `  try        curl -s ${url}/graphql -H 'content-type: application/json' \\`,
    `               -d '${JSON.stringify({ query: tryThis })}'`,
    '  stop       Ctrl-C',
    '',
  ].join('\n');
}
