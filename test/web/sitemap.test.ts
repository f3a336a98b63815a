import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { Database } from '../../src/db/client.ts';
import { writePages, writeSitemap } from '../../src/web/write-sitemap.ts';
import { emptyDatabase, testDatabase } from '../support/database.ts';
import { author, post, resource, seed, series, site, tag } from '../support/seed.ts';
import { webOf } from '../support/web.ts';
import { all, readXml, textOf } from './xml-tree.ts';

const db = await testDatabase();
const { get } = webOf(db);
afterEach(() => emptyDatabase(db));

const ns = '{http://www.sitemaps.org/schemas/sitemap/0.9}';

/** Addresses of a sitemap, with what is said of each; strict about what may stand where. */
function pagesOf(source: string) {
  const root = readXml(source);
  assert.equal(root.name, `${ns}urlset`);
  return root.children.map((url) => {
    assert.equal(url.name, `${ns}url`);
    const [loc, ...others] = url.children;
    assert.equal(loc!.name, `${ns}loc`);
    const links = all(url, '{http://www.w3.org/1999/xhtml}link').map(({ attributes }) => attributes);
    assert.equal(others.length, all(url, `${ns}lastmod`).length + links.length);
    return { url: loc!.text, changed: textOf(url, `${ns}lastmod`), links };
  });
}

test('every page that can be seen, once, with its date', async () => {
  await seed(db, {
    site: site({ url: 'https://ignored.example' }),
    posts: [
      post('one', {
        tags: ['sql'],
        authors: ['ada'],
        categories: ['eng/db'],
        updatedAt: new Date('2026-03-01'),
      }),
      post('undated', { publishedAt: null }),
      post('アクセス', { path: '/ブログ/a b&c' }),
      post('noindex', { noIndex: true }),
      post('from-elsewhere', { canonicalUrl: 'https://blog.example.org/first' }),
      post('its-own', { canonicalUrl: 'https://Blog.example/blog/its-own/' }),
      post('draft', { wanted: 'draft', tags: ['secret'], authors: ['spy'], categories: ['hidden'] }),
    ],
    tags: [tag('declared', { declared: true })],
    authors: [author('ada')],
    series: [series('saga', ['one', null]), series('hidden-saga', ['draft'])],
    resources: [
      resource('talk', { tags: ['sql'], speakers: ['ada'] }),
      resource('later', { wanted: 'draft' }),
    ],
  });
  const { status, headers, text } = await get('/sitemap.xml');
  assert.deepEqual([status, headers.get('content-type')], [200, 'application/xml; charset=utf-8']);
  const pages = pagesOf(text);
  const expected = {
    '/': undefined,
    '/%E3%83%96%E3%83%AD%E3%82%B0/a%20b&c': '2026-01-01T00:00:00.000Z',
    '/authors/ada': '2026-01-01T00:00:00.000Z',
    '/blog/its-own': '2026-01-01T00:00:00.000Z',
    '/blog/one': '2026-03-01T00:00:00.000Z',
    '/blog/undated': undefined,
    '/resources/talk': undefined,
    '/series/saga': '2026-01-01T00:00:00.000Z',
    '/tags/declared': undefined,
    '/tags/sql': '2026-01-01T00:00:00.000Z',
    '/topics/eng': undefined,
    '/topics/eng/db': '2026-01-01T00:00:00.000Z',
  };
  const found = pages.map(({ url, changed }) => [url.replace('https://blog.example', ''), changed]);
  assert.deepEqual(Object.fromEntries(found), expected);
  assert.equal(pages.length, Object.keys(expected).length);
});

test('translations name each other, and themselves', async () => {
  const group = { translationKey: 'hello' };
  await seed(db, {
    posts: [
      post('hello', group),
      post('hallo', { ...group, language: 'de' }),
      post('bonjour', { ...group, language: 'fr', wanted: 'draft' }),
      post('alone', { translationKey: 'alone' }),
    ],
  });
  const pages = pagesOf((await get('/sitemap.xml')).text);
  const links = [
    { rel: 'alternate', hreflang: 'de', href: 'https://blog.example/blog/hallo' },
    { rel: 'alternate', hreflang: 'en', href: 'https://blog.example/blog/hello' },
  ];
  for (const { url, links: found } of pages) assert.deepEqual(found, /h[ae]llo/.test(url) ? links : [], url);
});

/** As an import would leave them, in one statement. The ids are in no order, as hashes are. */
const manyPosts = (db: Database, from: number, to: number) =>
  db.prisma.$executeRawUnsafe(`
    insert into "Post" ("id", "slug", "path", "title", "excerptText", "status", "language", "publishedAt", "sortDate",
      "sortUpdated", "sortTitle", "wordCount", "readingTimeMinutes")
    select md5(i::text)::uuid, 'p' || i, '/p/' || i, 'Post ' || i, '', (case when i % 100 = 0 then 'DRAFT' else 'PUBLISHED' end)::"PostStatus",
      'en', date '2020-01-01', date '2020-01-01', date '2020-01-01', 'post', 1, 1
    from generate_series(${from}, ${to}) i`);

/** The same without a look at everything else: of large files. */
const urlsOf = (source: string) =>
  Array.from(source.matchAll(/<url><loc>([^<]+)<\/loc>/g), ([, url]) => url!);

/** The content version counts what writers log. */
const nextVersion = (db: Database) =>
  db.prisma.$executeRaw`insert into "Change" ("seq", "at", "action", "entityType", "entityId")
    select coalesce(max("seq"), 0) + 1, now(), 'UPDATED', 'SITE', '1' from "Change"`;

test('up to 50,000 pages stand in one file, more in parts: every page in one of them', async (t) => {
  // Of its own: it is dropped whole at the end.
  const large = await testDatabase(t);
  const { get } = webOf(large);
  // One in a hundred is a draft, and the page of the site is one more: 49,999 and 1.
  await manyPosts(large, 1, 50_504);
  await nextVersion(large);
  const whole = await get('/sitemap.xml');
  assert.equal(urlsOf(whole.text).length, 50_000);
  await manyPosts(large, 50_505, 62_000);
  await nextVersion(large);
  const index = readXml((await get('/sitemap.xml')).text);
  assert.equal(index.name, `${ns}sitemapindex`);
  const parts = index.children.map((part) => textOf(part, `${ns}loc`)!);
  const count = parts.length;
  assert.deepEqual(
    parts,
    Array.from({ length: count }, (_, part) => `https://blog.example/sitemap-${part + 1}.xml`),
  );
  const seen = new Set<string>();
  const names = new Set<string>();
  let total = 0;
  for (const part of parts) {
    const { text, statements } = await get(new URL(part).pathname);
    const urls = urlsOf(text);
    for (const url of urls) seen.add(url);
    const here = urls.length;
    assert.ok(here > 0 && here <= 10_000 && Buffer.byteLength(text) < 52_428_800);
    total += here;
    names.add(statements.join(' '));
  }
  // 1% are drafts.
  assert.deepEqual([seen.size, total], [61_381, 61_381]);
  assert.ok(seen.has('https://blog.example/') && !seen.has('https://blog.example/p/100'));
  // The pages were counted for the index; each part is the same few statements.
  assert.deepEqual([...names], ['newestChange newestChange sitemapPart']);
  for (const path of [
    `/sitemap-${count + 1}.xml`,
    '/sitemap-0.xml',
    '/sitemap-01.xml',
    '/sitemap-9999999.xml',
  ]) {
    assert.equal((await get(path)).status, 404, path);
  }
});

test('a part never has more bytes than a sitemap may, nor an address that is too long', () => {
  const languages = Array.from({ length: 40 }, (_, index) => ({
    language: `l${index}`,
    path: `/${'x'.repeat(500)}${index}`,
  }));
  const entries = Array.from({ length: 10_000 }, (_, index) => ({
    path: `/${'y'.repeat(1_500)}${index}`,
    changed: null,
    languages,
  }));
  const text = writeSitemap([writePages('https://blog.example', entries)]);
  assert.ok(Buffer.byteLength(text) < 52_428_800);
  assert.equal([...text.matchAll(/<loc>/g)].length, 10_000);
  const long = writePages('https://blog.example', [
    { path: `/${'あ'.repeat(300)}`, changed: null, languages: null },
  ]);
  assert.equal(long, '');
});
