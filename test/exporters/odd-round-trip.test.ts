/** A blog of everything that is rare, out and in again: the same graph, the same rows, and the same bytes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '../../src/db/client.ts';
import { dump } from '../actions/dump.ts';
import { testDatabase } from '../support/database.ts';
import { exported, filesIn, importWhole } from './export-and-import.ts';
import { graphOf } from './graph-of.ts';
import { seedOddBlog } from './odd-blog.ts';

const original = await testDatabase();
await seedOddBlog(original);
// What no import brought is exported too.
await original.pool.query(`delete from "Origin" where "key" = 'unlisted'`);
const graphs = { owner: await graphOf(original, 'owner'), public: await graphOf(original, 'public') };

/** The rows of all content. The log tells how they came about; hashes and states only speed up the next import. */
async function content(db: Database): Promise<Record<string, readonly string[]>> {
  const tables = await dump(db);
  for (const name of ['Change', 'Origin', 'RelatedState', 'FeedState']) Reflect.deleteProperty(tables, name);
  return tables;
}

/** Without what is hidden. */
function seen(graph: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(graph).filter(([, node]) => node !== null));
}

for (const format of ['markdown', 'json'] as const) {
  test(`in ${format}`, async (t) => {
    const folder = await exported(t, original, { format });
    const copy = await testDatabase(t);
    await importWhole(copy, folder);
    assert.deepEqual(await content(copy), await content(original));
    assert.deepEqual(await graphOf(copy, 'owner'), graphs.owner);
    assert.deepEqual(await graphOf(copy, 'public'), graphs.public);
    assert.deepEqual(await filesIn(await exported(t, copy, { format })), await filesIn(folder));
  });
}

test('what the public sees comes back as that, and nothing hidden is in it', async (t) => {
  const folder = await exported(t, original, { publicOnly: true });
  const files = await filesIn(folder);
  assert.doesNotMatch(JSON.stringify(files), /draft|waiting|hidden|pronouns|metadata/i);
  const copy = await testDatabase(t);
  await importWhole(copy, folder);
  assert.deepEqual(seen(await graphOf(copy, 'public')), seen(graphs.public));
  assert.deepEqual(await filesIn(await exported(t, copy, { publicOnly: true })), files);
});
