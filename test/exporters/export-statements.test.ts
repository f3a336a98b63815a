/** What an export asks the database: a few statements a page, none a thing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '../../src/db/client.ts';
import type { ExportFormat } from '../../src/exporters/export-request.ts';
import { countStatements, testDatabase } from '../support/database.ts';
import { post, seed } from '../support/seed.ts';
import { emptyFolder, exportTo } from './export-and-import.ts';

const [small, large] = [await seeded(20), await seeded(120)];

/** A blog whose every post has a tag, a redirect and a link of its own. */
async function seeded(count: number): Promise<Database> {
  const db = await testDatabase();
  const posts = Array.from({ length: count }, (_, index) =>
    post(`p-${index}`, {
      tags: [`t-${index}`],
      aliases: [`/old/${index}`],
      markdown: `On [another](/blog/p-${index + 1}).`,
      wanted: index % 3 === 0 ? 'draft' : 'published',
    }),
  );
  await seed(db, { posts });
  return db;
}

/** Name of a statement -> how many more of it the larger blog took. */
async function grown(t: Parameters<typeof emptyFolder>[0], format: ExportFormat) {
  const folder = await emptyFolder(t);
  const more = new Map<string, number>();
  for (const [db, sign] of [
    [small, -1],
    [large, 1],
  ] as const) {
    const { statements } = await countStatements(db, () => exportTo(folder, db, { format }));
    for (const sql of statements) {
      const name = /^\/\* (\w+)/.exec(sql)?.[1] ?? sql;
      more.set(name, (more.get(name) ?? 0) + sign);
    }
  }
  return Object.fromEntries([...more].filter(([, count]) => count !== 0));
}

for (const format of ['markdown', 'json'] as const) {
  test(`${format}: a hundred more posts are five more statements, and one for where they go`, async (t) => {
    assert.deepEqual(await grown(t, format), { archivedPostOutlines: 1, archivedPosts: 5 });
  });
}

test('jsonl: a page of twenty takes the same few statements in a blog of any size', async (t) => {
  const { posts, tags, redirectByPath, site, postById, ...others } = await grown(t, 'jsonl');
  // Lists are read for their ids, a hundred at a time.
  assert.deepEqual({ posts, tags, redirectByPath }, { posts: 1, tags: 1, redirectByPath: 1 });
  assert.ok(site! <= 12 && postById! <= 7, JSON.stringify({ site, postById }));
  assert.deepEqual(new Set(Object.values(others)), new Set([5]));
  assert.ok(Object.keys(others).length < 20, Object.keys(others).join());
});
