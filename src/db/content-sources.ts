import { Prisma } from '../generated/prisma/client.ts';
import type { Database } from './client.ts';
import { named, readRows } from './read-rows.ts';

/** The names of the imports that the stored content came from, sorted. */
export async function readContentSources(db: Database): Promise<readonly string[]> {
  const sql = Prisma.sql`SELECT DISTINCT "source" FROM "Origin" ORDER BY "source"`;
  const rows = await readRows<{ readonly source: string }>(db, named('contentSources', sql));
  return rows.map(({ source }) => source);
}
