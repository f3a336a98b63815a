import { fillSearch } from '../../src/actions/fill-search.ts';
import type { Database } from '../../src/db/client.ts';

const tables = ['SearchDocument', 'SearchSequence', 'SearchWord'];

/** Every row of the search index, sorted. */
export async function indexRows(db: Database): Promise<string[]> {
  const rows: string[] = [];
  for (const table of tables) {
    const found = await db.pool.query<{ row: string }>(
      `select to_jsonb(t)::text as row from "${table}" t order by 1`,
    );
    rows.push(...found.rows.map(({ row }) => `${table} ${row}`));
  }
  return rows;
}

/** The rows of an index made anew from what is stored. */
export async function rebuiltRows(db: Database): Promise<string[]> {
  for (const table of tables.toReversed()) await db.pool.query(`delete from "${table}"`);
  await fillSearch(db, new Date(0), true);
  return indexRows(db);
}
