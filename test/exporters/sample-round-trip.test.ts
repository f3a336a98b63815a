/** The sample blog, out and in again: the same graph, and the same bytes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleFolder } from '../../src/commands/sample-blog.ts';
import { testDatabase } from '../support/database.ts';
import { exported, filesIn, importWhole } from './export-and-import.ts';
import { graphOf } from './graph-of.ts';

test('the sample blog comes back as it was', async (t) => {
  const original = await testDatabase(t);
  await importWhole(original, sampleFolder);
  const folder = await exported(t, original);
  const copy = await testDatabase(t);
  await importWhole(copy, folder);
  const graph = await graphOf(copy, 'owner');
  // 34 posts, 26 tags, 10 categories, 10 resources, 6 authors, 3 series with 9 parts, and more.
  assert.ok(Object.keys(graph).length > 100);
  assert.deepEqual(graph, await graphOf(original, 'owner'));
  assert.deepEqual(await graphOf(copy, 'public'), await graphOf(original, 'public'));
  assert.deepEqual(await filesIn(await exported(t, copy)), await filesIn(folder));
  // That JSON comes back too is shown by a blog that is smaller and odder.
  const json = { format: 'json' } as const;
  assert.deepEqual(
    await filesIn(await exported(t, copy, json)),
    await filesIn(await exported(t, original, json)),
  );
});
