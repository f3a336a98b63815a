/** The page of an article in one document, and what it takes. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, test } from 'node:test';
import { askWell } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { author, post, resource, seed, series } from '../support/seed.ts';

const document = await readFile(new URL('../../bench/queries/article-page.graphql', import.meta.url), 'utf8');
const db = await testDatabase();

before(async () => {
  await seed(db, {
    authors: [author('ada', { name: 'Ada', role: 'Engineer', bio: 'Counts.' })],
    posts: [
      post('one', {
        tags: ['sql', 'ts'],
        authors: ['ada'],
        categories: ['eng/db'],
        markdown: '# A\n\n## B\n\nText.',
      }),
      post('two', {
        tags: ['sql', 'ts'],
        authors: ['ada', 'bob'],
        categories: ['eng'],
        publishedAt: new Date('2026-02-01'),
      }),
      post('three', { tags: ['sql'], authors: ['bob'], publishedAt: new Date('2026-03-01') }),
    ],
    series: [series('saga', ['one', 'two', null])],
    resources: [
      resource('talk', { tags: ['sql'] }),
      resource('film', { tags: ['ts', 'sql'], kind: 'VIDEO' }),
    ],
  });
});

test('says everything', async () => {
  const { data, statements } = await askWell(db, document, { slug: 'two' });
  console.log(JSON.stringify(data, null, 1), statements);
  assert.ok(data);
});
