/** Feeds through `colophon import`: from a server on this machine into a real database. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { ImportRequest } from '../../../src/commands/run-import.ts';
import { dump } from '../../actions/dump.ts';
import { askWell } from '../../support/ask.ts';
import { colophon, databaseEnv } from '../../support/colophon.ts';
import { emptyDatabase, testDatabase } from '../../support/database.ts';
import { importInto } from '../../support/import-into.ts';
import { folderWith } from '../../support/small-blog.ts';
import { itemOf, rssOf, serveFeeds, type FeedServer } from './feed-server.ts';

const db = await testDatabase();
let site: FeedServer;

before(async () => {
  site = await serveFeeds();
});
after(() => site.close());
beforeEach(async () => {
  site.pages.clear();
  site.asked.length = 0;
  await emptyDatabase(db);
});

const take = (path: string, options: Partial<ImportRequest> = {}) =>
  importInto(db, [site.origin + path], { allowPrivate: true, ...options });

const titles = async (): Promise<string[]> => {
  const posts = await db.prisma.post.findMany({ orderBy: { sortDate: 'asc' }, select: { title: true } });
  return posts.map(({ title }) => title);
};

const everything = `{ site { name } posts(first: 10, orderBy: { field: PUBLISHED_AT, direction: ASC }) { nodes {
  title path publishedAt seo { canonicalUrl } authors { name kind website } tags { name } body { html } } } }`;

test('RSS: posts of an external author, with the address of the original; nothing of the site', async () => {
  site.pages.set('/feed', rssOf([itemOf(2), itemOf(1)]));
  const { text } = await take('/feed');
  assert.match(text, /posts +2 created\n {2}authors +1 created\n {2}tags +1 created/);
  const { data } = await askWell(db, everything);
  const { posts } = data as { posts: { nodes: unknown[] } };
  assert.deepEqual(posts.nodes[0], {
    title: 'Post 1',
    path: '/blog/post-1',
    publishedAt: '2026-01-01T00:00:00.000Z',
    seo: { canonicalUrl: 'https://far.example/2026/post-1/' },
    authors: [{ name: 'Ada Far', kind: 'PERSON', website: null }],
    tags: [{ name: 'Rust' }],
    body: { html: '<p>Text of <a href="https://far.example/about">post 1</a>.</p>' },
  });
  assert.equal(await db.prisma.site.count(), 0);
  assert.equal(await db.prisma.redirect.count(), 0);
});

test('a second run writes nothing', async () => {
  site.pages.set('/feed', rssOf([itemOf(2), itemOf(1)]));
  await take('/feed');
  const before = await dump(db);
  const { text } = await take('/feed');
  assert.match(text, /posts +2 unchanged/);
  assert.deepEqual(await dump(db), before);
});

test('a dry run writes nothing at all, not even what the feed was like', async () => {
  site.pages.set('/feed', rssOf([itemOf(1)]));
  const before = await dump(db);
  assert.match((await take('/feed', { dryRun: true })).text, /Nothing was written[^]*posts +1 created/);
  assert.deepEqual(await dump(db), before);
});

test('--follow takes only what is new, asks whether there is any, and leaves the rest alone', async () => {
  site.pages.set('/feed', rssOf([itemOf(2), itemOf(1)]));
  await take('/feed', { follow: true });
  const before = await dump(db);
  assert.match((await take('/feed', { follow: true })).text, /nothing new since the last import/);
  assert.deepEqual(site.asked, ['GET /feed 200', 'GET /feed 304']);
  assert.deepEqual(await dump(db), before);
  // The first has left the feed, and the second was changed there.
  site.pages.set('/feed', rssOf([itemOf(3), itemOf(2, 'Changed')]));
  const { text, report } = await take('/feed', { follow: true });
  assert.match(text, /posts +1 created\n[^]*1 post is known and stays as it is/);
  assert.deepEqual(report.missing, []);
  assert.deepEqual(await titles(), ['Post 1', 'Post 2', 'Post 3']);
  // Without --follow what changed is taken up too, and what left the feed still stays, with --prune as well.
  assert.match(
    (await take('/feed', { prune: true })).text,
    /posts +1 updated, 1 unchanged\n[^]*nothing was removed/,
  );
  assert.deepEqual(await titles(), ['Post 1', 'Changed', 'Post 3']);
});

test('--follow of a page asks for the feed that it names each time, and knows an equal one', async () => {
  site.pages.set('/', '<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed">');
  site.pages.set('/feed', rssOf([itemOf(1)]));
  await take('/', { follow: true });
  assert.match((await take('/', { follow: true })).text, /nothing new/);
  site.pages.set('/feed', rssOf([itemOf(2), itemOf(1)]));
  assert.match((await take('/', { follow: true })).text, /posts +1 created/);
});

test('a feed keeps the name of its import, whatever it says of its site later', async () => {
  site.pages.set('/feed', rssOf([itemOf(1)]));
  await take('/feed', { source: 'friends' });
  site.pages.set(
    '/feed',
    rssOf([itemOf(2), itemOf(1)]).replace('https://far.example/<', 'https://new.example/<'),
  );
  assert.match((await take('/feed', { follow: true })).text, /posts +1 created/);
  assert.equal(await db.prisma.post.count(), 2);
  assert.equal(await db.prisma.origin.count({ where: { source: { not: 'friends' } } }), 0);
});

test('two feeds with posts of the same name in one database: each has its own address, for good', async () => {
  site.pages.set('/a', rssOf([itemOf(1)]));
  site.pages.set(
    '/b',
    rssOf([itemOf(1)])
      .replaceAll('far.example', 'near.example')
      .replaceAll('far-', 'near-'),
  );
  await take('/a');
  await take('/b');
  const paths = async () =>
    (await db.prisma.post.findMany({ select: { path: true } })).map(({ path }) => path).sort();
  assert.deepEqual(await paths(), ['/blog/post-1', '/blog/post-1-2']);
  assert.match((await take('/b')).text, /posts +1 unchanged/);
  assert.match((await take('/a')).text, /posts +1 unchanged/);
});

const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://far.example/blog/" xml:lang="de"><title>Fern</title>
<link href="."/><author><name>Ada Far</name><uri>/ada</uri></author>
<entry><id>tag:far.example,2026:1</id><title type="html">Das &lt;em&gt;Erste&lt;/em&gt;</title><link href="das-erste"/>
<published>2026-01-01T08:00:00+01:00</published><updated>2026-01-02T08:00:00+01:00</updated><category term="rust" label="Rust"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Ein <a href="zwei">Text</a>.</p></div></content></entry></feed>`;

const jsonFeed = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Far',
  home_page_url: 'https://far.example/',
  language: 'de',
  authors: [{ name: 'Ada Far', url: 'https://far.example/ada' }],
  items: [
    {
      id: 1,
      url: 'https://far.example/blog/das-erste',
      title: 'Das Erste',
      content_html: '<p>Ein <a href="zwei">Text</a>.</p>',
      date_published: '2026-01-01T08:00:00+01:00',
      date_modified: '2026-01-02T08:00:00+01:00',
      tags: ['Rust'],
    },
  ],
});

for (const [name, feed] of Object.entries({ Atom: atom, 'JSON Feed': jsonFeed })) {
  test(`${name}: the same post, from an address and from a file`, async (t) => {
    site.pages.set('/feed', feed);
    const folder = await folderWith(t, { 'saved.txt': feed });
    await take('/feed');
    assert.match((await importInto(db, [`${folder}/saved.txt`])).text, /posts +1 unchanged/);
    const { data } = await askWell(
      db,
      '{ posts { nodes { title language path updatedAt seo { canonicalUrl } authors { name website } body { html } } } }',
    );
    assert.deepEqual(data, {
      posts: {
        nodes: [
          {
            title: 'Das Erste',
            language: 'de',
            path: '/blog/das-erste',
            updatedAt: '2026-01-02T07:00:00.000Z',
            seo: { canonicalUrl: 'https://far.example/blog/das-erste' },
            authors: [{ name: 'Ada Far', website: 'https://far.example/ada' }],
            body: { html: '<p>Ein <a href="https://far.example/blog/zwei">Text</a>.</p>' },
          },
        ],
      },
    });
  });
}

test('from the command line: a private address is refused with exit 2, unless it is allowed', async (t) => {
  site.pages.set('/feed', rssOf([itemOf(1)]));
  const refused = await colophon(['import', `${site.origin}/feed`], await databaseEnv(t));
  assert.equal(refused.code, 2);
  assert.match(
    refused.err,
    /^colophon: http:\/\/127\.0\.0\.1:\d+\/feed is at a private address\..*--allow-private/m,
  );
  assert.deepEqual(site.asked, []);
});
