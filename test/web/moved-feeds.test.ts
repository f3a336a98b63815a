import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRssFeed } from 'feedsmith';
import { testDatabase } from '../support/database.ts';
import { category, post, seed, series, tag } from '../support/seed.ts';
import { webOf } from '../support/web.ts';

const db = await testDatabase();
const { get } = webOf(db);

const guids = async (path: string) =>
  parseRssFeed((await get(path)).text).items!.map(({ guid }) => guid!.value);

test('the id of an item outlives its slug and its path, and is another on another site', async () => {
  await seed(db, { posts: [post('a', { tags: ['sql'] })] });
  const before = await guids('/feed.xml');
  await seed(db, { posts: [post('a', { slug: 'b', path: '/2026/b', tags: ['sql'] })] });
  assert.deepEqual(await guids('/feed.xml'), before);
  assert.deepEqual(await guids('/tags/sql/feed.xml'), before);
  const elsewhere = webOf(db, {}, { site: 'https://other.example', media: 'https://api.example' });
  const { text } = await elsewhere.get('/feed.xml');
  assert.notEqual(parseRssFeed(text).items![0]!.guid!.value, before[0]);
  const secure = webOf(db, {}, { site: 'http://blog.example', media: 'https://api.example' });
  assert.equal(parseRssFeed((await secure.get('/feed.xml')).text).items![0]!.guid!.value, before[0]);
});

test('feeds of what moved lead on; at a path that is gone they are gone', async () => {
  const posts = (given: object) => [
    post('a', { tags: ['sql'], authors: ['ada'], categories: ['eng'], ...given }),
  ];
  await seed(db, { posts: posts({}), series: [series('saga', ['a'])] });
  await seed(db, {
    posts: posts({}),
    tags: [tag('sql', { path: '/topics/sql' })],
    categories: [category('eng', { path: '/sections/eng' })],
    series: [series('saga', ['a'], { path: '/sagas/saga' })],
  });
  for (const [from, to] of [
    ['/tags/sql', '/topics/sql'],
    ['/topics/eng', '/sections/eng'],
    ['/series/saga', '/sagas/saga'],
  ]) {
    for (const file of ['feed.xml', 'atom.xml', 'feed.json']) {
      const { status, headers } = await get(`${from}/${file}?limit=3`);
      assert.deepEqual([status, headers.get('location')], [301, `${to}/${file}?limit=3`]);
      assert.equal((await get(`${to}/${file}`)).status, 200);
    }
  }
  // What `resolve(path)` says is gone, is gone; a tag that nothing has any more was never there.
  await seed(db, { posts: [post('c')] });
  const gone = await get('/blog/a/feed.xml');
  assert.deepEqual([gone.status, gone.text], [410, '{"error":"This was removed."}']);
  for (const path of ['/topics/sql', '/authors/ada']) {
    assert.equal((await get(`${path}/feed.xml`)).status, 404, path);
  }
});
