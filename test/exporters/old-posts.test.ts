/** Posts that were stored by a version which kept less of them than an export says. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { ImageFileRecord } from '../../src/domain/blog-record.ts';
import { testDatabase } from '../support/database.ts';
import { post, resource, seed } from '../support/seed.ts';
import { exported, filesIn, importWhole } from './export-and-import.ts';
import { graphOf } from './graph-of.ts';

// Of the bytes that `seed` gives for every file.
const sha256 = createHash('sha256')
  .update(new Uint8Array([1, 2, 3]))
  .digest('hex');
const image: ImageFileRecord = {
  file: 'a b.png',
  sha256,
  mimeType: 'image/png',
  byteSize: 3,
  width: 4,
  height: 4,
};

test('are exported as whole as what was made of them allows', async (t) => {
  const old = await testDatabase(t);
  await seed(old, {
    posts: [
      post('shown', {
        markdown: 'One ![a](a%20b.png) two ![b](https://x.example/b.png).',
        images: { 'a b.png': image },
      }),
      post('summed-up', { summary: 'A *summary* with 2 < 3 and [a link](/x).', markdown: 'Another text.' }),
      post('neither', { markdown: 'Its beginning.' }),
    ],
    resources: [resource('talk', { markdown: 'About **it**.\n\n- one\n- two' })],
  });
  await old.pool.query('update "PostBody" set "images" = null, "summary" = null');
  await old.pool.query('update "Resource" set "markdown" = null');
  const folder = await exported(t, old);
  const copy = await testDatabase(t);
  await importWhole(copy, folder);
  assert.deepEqual(await graphOf(copy, 'owner'), await graphOf(old, 'owner'));
  const files = await filesIn(folder);
  assert.deepEqual(await filesIn(await exported(t, copy)), files);
  assert.match(files['posts/summed-up.md'] ?? '', /^summary: "A summary with 2 \\\\< 3 and a link\\\\\."$/m);
  assert.doesNotMatch(files['posts/neither.md'] ?? '', /^summary:/m);
  assert.ok(
    Object.keys(files).some((name) => name.endsWith('posts/shown/a b.png')),
    Object.keys(files).join(),
  );
});
