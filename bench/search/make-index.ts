import { makeSearchDocuments } from '../../src/actions/make-search-documents.ts';
import { addSearchWords } from '../../src/actions/refresh-search-words.ts';
import { storeSearchDocuments } from '../../src/actions/store-search-documents.ts';
import { writeContent } from '../../src/db/change-log.ts';
import { openDatabase } from '../../src/db/client.ts';
import { migrate } from '../../src/db/migrate.ts';
import { syntheticPosts } from './synthetic-posts.ts';

const batchSize = 250;

/** Fills a new database with the search rows of made-up posts. The index is built when all are in. */
export async function makeIndex(dataDir: string, count: number): Promise<void> {
  const db = await openDatabase({ databaseUrl: null, dataDir, writeTimeoutMs: 3_600_000 });
  await migrate(db);
  const { rows } = await db.pool.query<{ name: string; sql: string }>(
    `select indexname as name, indexdef as sql from pg_indexes
     where tablename in ('SearchDocument', 'SearchWord') and indexdef like '%gin%'`,
  );
  for (const { name } of rows) await db.pool.query(`drop index "${name}"`);
  const next = syntheticPosts(1);
  const start = performance.now();
  for (let done = 0; done < count; done += batchSize) {
    await writeContent(db, new Date(), async (tx) => {
      const documents = await makeSearchDocuments(tx, Array.from({ length: batchSize }, next));
      await storeSearchDocuments(tx, documents);
      const words = new Set(documents.flatMap(({ vocabulary }) => [...vocabulary]));
      await addSearchWords(tx, words, new Set(documents.map(({ source }) => source.language)));
    });
    if (done % 10_000 === 0)
      console.log(`${done} posts, ${Math.round((performance.now() - start) / 1000)} s`);
  }
  await db.pool.query(`set maintenance_work_mem = '256MB'`);
  for (const { sql } of rows) await db.pool.query(sql);
  // One at a time: several statements in one query are one transaction, in which VACUUM does not run.
  for (const table of ['SearchDocument', 'SearchSequence', 'SearchWord']) {
    await db.pool.query(`vacuum analyze "${table}"`);
  }
  console.log(`indexed, ${Math.round((performance.now() - start) / 1000)} s`);
  await db.close();
}
