/**
 * How well search finds what people look for in three real blogs at once: queries.ts. The floors are what
 * was measured, failures included; raise them when search gets better. `bench/search-quality.ts` says the
 * same of the whole blogs.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../support/database.ts';
import { queries } from './queries.ts';
import { blogsAreHere, figuresOf, importBlogs, missOf, score } from './searched-blogs.ts';

const skip = blogsAreHere ? false : 'there is no ../shared/corpora here';

test('finds what people look for', { skip }, async (t) => {
  const db = await testDatabase(t);
  const paths = await importBlogs(db, 'part');
  const scores = [];
  for (const wanted of Object.values(queries).flat()) scores.push(await score(db, paths, wanted));
  for (const miss of scores.map(missOf)) if (miss !== null) t.diagnostic(miss);
  const { all, shouldBeFirst, first, five } = figuresOf(scores);
  t.diagnostic(`first: ${first} of the ${shouldBeFirst} that should be; among five: ${five} of ${all}`);
  assert.deepEqual(
    scores.flatMap(({ excluded }) => excluded),
    [],
  );
  assert.ok(first >= 44);
  assert.ok(five >= 81);
});
