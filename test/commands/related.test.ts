import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDatabase } from '../../src/db/client.ts';
import { colophon, envOf } from '../support/colophon.ts';
import { post, seed } from '../support/seed.ts';
import { testPlace } from '../support/test-place.ts';

test('related finds nothing to do when nothing changed; --rebuild makes all lists anew', async (t) => {
  const place = await testPlace();
  const env = envOf(t, place);
  const db = await openDatabase({ acquireTimeoutMs: 30_000, ...place.options });
  await seed(db, {
    posts: ['one', 'two', 'three'].map((slug) =>
      post(slug, { tags: ['radio'], markdown: 'Of radio and radio makers.' }),
    ),
  });
  // Lost behind the change log's back, which is what a rebuild is for.
  await db.prisma.relatedList.deleteMany();
  await db.close();

  const usual = await colophon(['related'], env);
  assert.equal(usual.code, 0, usual.err);
  assert.equal(usual.out, 'Related posts are up to date.\n');
  const rebuilt = await colophon(['related', '--rebuild'], env);
  assert.equal(rebuilt.code, 0, rebuilt.err);
  assert.equal(rebuilt.out, 'Related posts are up to date; 3 lists changed.\n');

  const after = await openDatabase({ acquireTimeoutMs: 30_000, ...place.options });
  const count = await after.prisma.relatedList.count();
  await after.close();
  assert.equal(count, 3);
});
