import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../support/database.ts';
import { post, seed } from '../support/seed.ts';

test('a large import leaves the database knowing how large its tables are, a small one spares the work', async (t) => {
  const db = await testDatabase(t);
  const known = async (table: string): Promise<number> => {
    const { rows } = await db.pool.query<{ reltuples: number }>(
      'select reltuples from pg_class where oid = $1::regclass',
      [`"${table}"`],
    );
    return rows[0]!.reltuples;
  };
  const posts = Array.from({ length: 130 }, (_, index) => post(`p${index}`, { tags: ['a', 'b'] }));
  await seed(db, { posts: posts.slice(0, 3) });
  assert.equal(await known('Post'), -1);
  await seed(db, { posts });
  assert.deepEqual([await known('Post'), await known('PostTag')], [130, 260]);
  await seed(db, { posts: posts.slice(0, 40) });
  assert.equal(await known('Post'), 130);
});
