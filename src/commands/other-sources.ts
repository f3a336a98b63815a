import type { Database } from '../db/client.ts';
import { readContentSources } from '../db/content-sources.ts';
import { sampleSource } from './sample-blog.ts';

/**
 * Says what else the database serves beside what was just imported: whoever tried the sample first would
 * wonder where its posts come from.
 *
 * @returns lines; none when there is nothing else
 */
export async function otherSourcesNote(
  db: Database,
  imported: readonly string[],
  dataDir: string,
): Promise<string[]> {
  const others = (await readContentSources(db)).filter((name) => !imported.includes(name));
  if (others.length === 0) return [];
  const sample = others.includes(sampleSource) && db.kind === 'embedded';
  const todo = sample
    ? ` One is the sample blog; to be rid of it, stop what serves it, delete ${dataDir} and import again.`
    : '';
  return [`The database also holds the content of: ${others.join(', ')}.${todo}`];
}
