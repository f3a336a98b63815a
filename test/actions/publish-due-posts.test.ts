import assert from 'node:assert/strict';
import { afterEach, suite, test } from 'node:test';
import { importBlog } from '../../src/actions/import-blog.ts';
import { publishDuePosts } from '../../src/actions/publish-due-posts.ts';
import { contentVersion } from '../../src/db/change-log.ts';
import { emptyDatabase, testDatabase } from '../support/database.ts';
import { dump, log } from './dump.ts';
import { blog, category, now, options, post, resource, series } from './plain-blog.ts';
import { author, tag } from '../support/seed.ts';

const db = await testDatabase();
afterEach(() => emptyDatabase(db));

const april = new Date('2026-04-01T00:00:00Z');
const may = new Date('2026-05-01T00:00:00Z');
const record = blog({
  posts: [
    post('now'),
    post('april', { publishedAt: april, tags: ['go'], categories: ['x'], authors: ['ada'] }),
    post('may', { publishedAt: may, tags: ['go'] }),
    post('draft', { publishedAt: april, wanted: 'draft' }),
  ],
  tags: [tag('go')],
  categories: [category('x')],
  authors: [author('ada')],
  series: [series('s', ['now.md', 'april.md'])],
  resources: [
    resource('report', { kind: 'REPORT', startsAt: april, tags: ['go'] }),
    resource('webinar', { kind: 'WEBINAR', startsAt: april }),
  ],
});

suite('what is dated later', () => {
  test('is scheduled, and counts for nothing; a webinar is announced before it takes place', async () => {
    await importBlog(db, record, options());
    assert.deepEqual(await statuses(), {
      april: 'SCHEDULED',
      draft: 'DRAFT',
      may: 'SCHEDULED',
      now: 'PUBLISHED',
      report: 'SCHEDULED',
      webinar: 'PUBLISHED',
    });
    assert.deepEqual(await counts(), { tag: [0, 0], author: 0, category: 0, series: 1 });
    assert.deepEqual(await publishDuePosts(db, now), { published: 0, nextDue: april });
  });

  test('is published at its time by a write that is logged', async () => {
    await importBlog(db, record, options());
    const version = await contentVersion(db);
    const first = await publishDuePosts(db, new Date('2026-04-01T00:00:01Z'));
    assert.deepEqual(first, { published: 2, nextDue: may });
    // The third is the refresh of related posts.
    assert.equal(await contentVersion(db), version + 3n);
    assert.deepEqual((await log(db)).slice(-2), [
      'UPDATED POST /april',
      'UPDATED RESOURCE /resources/report',
    ]);
    assert.deepEqual(await counts(), { tag: [1, 1], author: 1, category: 1, series: 2 });
    const { firstPublishedAt } = await db.prisma.post.findFirstOrThrow({ where: { slug: 'april' } });
    assert.deepEqual(firstPublishedAt, april);
    assert.deepEqual(await publishDuePosts(db, may), { published: 1, nextDue: null });
    assert.deepEqual(await publishDuePosts(db, may), { published: 0, nextDue: null });
    assert.equal((await statuses())['draft'], 'DRAFT');
  });

  test('once published, the unchanged file is imported as nothing', async () => {
    await importBlog(db, record, options());
    await publishDuePosts(db, may);
    const before = await dump(db);
    for (const clock of [may, now]) {
      const report = await importBlog(db, record, options({ now: clock }));
      assert.deepEqual(report.counts.posts, { created: 0, updated: 0, unchanged: 4, removed: 0, missing: 0 });
    }
    assert.deepEqual(await dump(db), before);
  });

  test('an import publishes what fell due while nothing ran, as a first import at that time would', async () => {
    await importBlog(db, record, options());
    const report = await importBlog(db, record, options({ now: may }));
    assert.equal(report.counts.posts.updated, 2);
    // The log differs, and with it the place in it up to which posts are related.
    const late = { ...(await dump(db)), Change: [], RelatedState: [] };
    await emptyDatabase(db);
    await importBlog(db, record, options({ now: may }));
    const fresh = { ...(await dump(db)), Change: [], RelatedState: [] };
    assert.deepEqual(late, fresh);
  });

  test('a date moved to the future hides a post again, which keeps when it was first seen', async () => {
    const old = new Date('2026-01-01T00:00:00Z');
    await importBlog(db, blog({ posts: [post('a', { publishedAt: old })] }), options());
    await importBlog(db, blog({ posts: [post('a', { publishedAt: april })] }), options());
    const a = await db.prisma.post.findFirstOrThrow();
    assert.deepEqual([a.status, a.firstPublishedAt], ['SCHEDULED', old]);
  });

  test('without a date: published now, last in the order', async () => {
    await importBlog(db, blog({ posts: [post('a', { publishedAt: null })] }), options());
    await importBlog(
      db,
      blog({ posts: [post('a', { publishedAt: null, title: 'New' })] }),
      options({ now: may }),
    );
    const a = await db.prisma.post.findFirstOrThrow();
    assert.deepEqual([a.status, a.publishedAt, a.firstPublishedAt], ['PUBLISHED', null, now]);
    assert.equal(a.sortDate.getTime(), 0);
  });
});

async function statuses(): Promise<Record<string, string>> {
  const rows = [...(await db.prisma.post.findMany()), ...(await db.prisma.resource.findMany())];
  return Object.fromEntries(rows.map(({ slug, status }) => [slug, status] as const).sort());
}

async function counts() {
  const go = await db.prisma.tag.findFirstOrThrow();
  const ada = await db.prisma.author.findFirstOrThrow();
  const x = await db.prisma.category.findFirstOrThrow();
  const s = await db.prisma.series.findFirstOrThrow();
  return {
    tag: [go.postCount, go.resourceCount],
    author: ada.postCount,
    category: x.postCount,
    series: s.postCount,
  };
}
