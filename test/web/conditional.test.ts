/** ETag, Last-Modified, 304, HEAD and refusals: of every page, in one statement. */
import assert from 'node:assert/strict';
import { before, suite, test } from 'node:test';
import { matchPreconditions } from '../../src/web/conditional.ts';
import { testDatabase } from '../support/database.ts';
import { post, seed, seedTime } from '../support/seed.ts';
import { webOf } from '../support/web.ts';

const db = await testDatabase();
const { get } = webOf(db);
before(() => seed(db, { posts: [post('one', { tags: ['sql'] })] }));

const fixed = [
  '/feed.xml',
  '/atom.xml',
  '/feed.json',
  '/sitemap.xml',
  '/robots.txt',
  '/llms.txt',
  '/llms-full.txt',
];
const found = [
  '/tags/sql/feed.xml',
  '/sitemap-1.xml',
  '/posts/one.md',
  '/posts/one.html',
  '/posts/one.json',
  '/tags/sql.md',
];
const lastModified = seedTime.toUTCString();

for (const path of [...fixed, ...found]) {
  test(`${path} is not sent to who has it`, async () => {
    const whole = await get(path);
    assert.equal(whole.status, 200);
    const etag = whole.headers.get('etag')!;
    assert.match(etag, /^"[\w-]{27}"$/);
    assert.equal(whole.headers.get('last-modified'), lastModified);
    assert.equal(whole.headers.get('cache-control'), 'public, max-age=60');
    assert.match(whole.headers.get('content-type')!, /; charset=utf-8$/);
    assert.equal(whole.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(whole.headers.get('access-control-allow-origin'), '*');
    for (const tag of [etag, `W/${etag}`, `"x, y", W/"z",${etag}`]) {
      const known = await get(path, { headers: { 'if-none-match': tag } });
      assert.deepEqual([known.status, known.text, known.statements], [304, '', ['newestChange']], tag);
      assert.deepEqual([known.headers.get('etag'), known.headers.get('content-type')], [etag, null]);
    }
    const content = ['posts', 'htmlByPost', 'bodyByPost', 'sitemapPart'];
    for (const headers of [{ 'if-none-match': '*' }, { 'if-modified-since': lastModified }]) {
      const known = await get(path, { headers });
      assert.deepEqual([known.status, known.statements.filter((name) => content.includes(name))], [304, []]);
      if (fixed.includes(path)) assert.deepEqual(known.statements, ['newestChange']);
    }
    const head = await get(path, { method: 'HEAD' });
    assert.deepEqual([head.status, head.text, head.headers.get('etag')], [200, '', etag]);
    assert.equal(head.headers.get('content-length'), String(Buffer.byteLength(whole.text)));
  });
}

test('what there is not is missing, whatever is said to be known', async () => {
  for (const headers of [{ 'if-none-match': '*' }, { 'if-modified-since': new Date().toUTCString() }]) {
    for (const path of ['/posts/none.md', '/tags/none/feed.xml', '/sitemap-2.xml', '/tags/sql.json']) {
      const { status, headers: answered } = await get(path, { headers });
      assert.deepEqual([status, answered.get('etag')], [404, null], path);
    }
  }
});

test('an ETag is of one address, one content and one set of settings', async () => {
  const tags = new Set<string>();
  const add = async (from: typeof get, path: string) => tags.add((await from(path)).headers.get('etag')!);
  await add(get, '/feed.xml');
  await add(get, '/feed.xml?language=en');
  await add(get, '/feed.xml?limit=7');
  await add(get, '/atom.xml');
  await add(webOf(db, { INDEXING: 'off' }).get, '/feed.xml');
  await add(webOf(db, { LIMIT_RESPONSE_BYTES: '1000000' }).get, '/feed.xml');
  await add(webOf(db, {}, { site: 'https://x.example', media: 'https://api.example' }).get, '/feed.xml');
  await add(webOf(db, {}, { site: 'https://blog.example', media: 'https://x.example' }).get, '/feed.xml');
  assert.equal(tags.size, 8);
  // What changes nothing of the text makes no other one.
  await add(get, '/feed.xml?utm_source=x&limit=20');
  await add(get, '/feed.xml?language=EN');
  assert.equal(tags.size, 8);
});

test('a write makes every ETag new, whatever it wrote', async () => {
  const before = await get('/feed.xml');
  await seed(db, { posts: [post('one', { tags: ['sql'] }), post('draft', { wanted: 'draft' })] });
  const headers = { 'if-none-match': before.headers.get('etag')! };
  const after = await get('/feed.xml', { headers });
  assert.deepEqual([after.status, after.text], [200, before.text]);
});

test('other methods are refused with what is allowed', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    for (const path of ['/feed.xml', '/posts/one.md', '/robots.txt', '/sitemap-9.xml']) {
      const { status, headers, text, statements } = await get(path, { method });
      assert.deepEqual([status, headers.get('allow'), statements], [405, 'GET, HEAD, OPTIONS', []]);
      assert.match(text, /Only GET and HEAD/);
    }
  }
  const options = await get('/feed.xml', { method: 'OPTIONS', headers: { origin: 'https://a.example' } });
  assert.deepEqual([options.status, options.headers.get('access-control-allow-origin')], [204, '*']);
});

suite('preconditions', () => {
  const validators = { etag: '"a"', lastModified: new Date('2026-06-01T12:00:00.900Z') };
  const match = (ifNoneMatch: string | null, ifModifiedSince: string | null = null) =>
    matchPreconditions({ ifNoneMatch, ifModifiedSince }, validators);

  test('If-None-Match decides alone', () => {
    assert.equal(match('"b"', 'Mon, 01 Jun 2026 12:00:00 GMT'), 'no');
    assert.equal(match('"a"', 'Mon, 01 Jun 2020 12:00:00 GMT'), 'yes');
    for (const nonsense of ['', 'a', '"', '"a', 'W/a', '"A"', '"a "', ' , '])
      assert.equal(match(nonsense), 'no');
  });

  test('If-Modified-Since counts in seconds, in the three spellings of a date', () => {
    for (const date of [
      'Mon, 01 Jun 2026 12:00:00 GMT',
      'Mon, 01 Jun 2026 12:00:01 GMT',
      'Monday, 01-Jun-26 12:00:00 GMT',
      'Mon Jun  1 12:00:00 2026',
    ]) {
      assert.equal(match(null, date), 'if it exists', date);
    }
    for (const date of [
      'Mon, 01 Jun 2026 11:59:59 GMT',
      'Mon Jun  1 11:59:59 2026',
      '2026-06-02',
      'x',
      '',
      '0',
    ]) {
      assert.equal(match(null, date), 'no', date);
    }
  });

  test('before anything was written nothing is known by date', () => {
    const precondition = { ifNoneMatch: null, ifModifiedSince: new Date().toUTCString() };
    assert.equal(matchPreconditions(precondition, { etag: '"a"', lastModified: null }), 'no');
  });
});
