import assert from 'node:assert/strict';
import { afterEach, suite, test } from 'node:test';
import { importBlog } from '../../src/actions/import-blog.ts';
import type { BlogRecord } from '../../src/domain/blog-record.ts';
import { emptyDatabase, testDatabase } from '../support/database.ts';
import { log } from './dump.ts';
import { blog, options, post, series } from './plain-blog.ts';

const db = await testDatabase();
afterEach(() => emptyDatabase(db));

suite('series', () => {
  const posts = [post('a'), post('b'), post('c')];

  test('a part to come is there without a post, and gets it later', async () => {
    await run(blog({ posts: [post('a')], series: [series('s', ['a.md', { title: 'Second' }])] }));
    assert.deepEqual(await parts(), ['1 a', '2 to come: Second']);
    await run(blog({ posts: [post('a'), post('b')], series: [series('s', ['a.md', 'b.md'])] }));
    assert.deepEqual(await parts(), ['1 a', '2 b']);
    assert.deepEqual((await log(db)).slice(-2), ['CREATED POST /b', 'UPDATED SERIES /series/s']);
  });

  test('parts change places', async () => {
    await run(blog({ posts, series: [series('s', ['a.md', 'b.md', 'c.md'])] }));
    const before = (await log(db)).length;
    await run(blog({ posts, series: [series('s', ['c.md', 'a.md', 'b.md'])] }));
    assert.deepEqual(await parts(), ['1 c', '2 a', '3 b']);
    assert.deepEqual((await log(db)).slice(before), ['UPDATED SERIES /series/s']);
  });

  test('a series whose file moved is the same one; two change places', async () => {
    await run(blog({ posts, series: [series('s', ['a.md']), series('t', ['b.md'])] }));
    const ids = (await db.prisma.series.findMany({ orderBy: { slug: 'asc' } })).map(({ id }) => id);
    const at = (slug: string) => ({ slug, path: `/series/${slug}` });
    await run(blog({ posts, series: [series('s', ['a.md'], at('t')), series('t', ['b.md'], at('s'))] }));
    await run(blog({ posts, series: [series('u', ['a.md'], at('t')), series('t', ['b.md'], at('s'))] }));
    const now = (await db.prisma.series.findMany({ orderBy: { slug: 'desc' } })).map(({ id }) => id);
    assert.deepEqual(now, ids);
    assert.equal(await db.prisma.redirect.count(), 0);
  });

  test('a part that names no post is told of; a post stands in a series once', async () => {
    const report = await run(blog({ posts, series: [series('s', ['a.md', 'nowhere.md', 'a.md', 'b.md'])] }));
    assert.deepEqual(await parts(), ['1 a', '4 b']);
    assert.deepEqual(
      report.problems.map(({ severity, what }) => [severity, what]),
      [['warning', 'the post "nowhere.md" was left out']],
    );
  });

  async function parts(): Promise<string[]> {
    const rows = await db.prisma.seriesPart.findMany({
      orderBy: { position: 'asc' },
      include: { post: true },
    });
    return rows.map(({ position, title, post }) => `${position} ${post?.slug ?? `to come: ${title}`}`);
  }
});

suite('links between posts', () => {
  test('picks keep their order, and change with their post', async () => {
    const others = [post('b'), post('c')];
    await run(blog({ posts: [post('a', { related: ['c.md', 'b.md', 'a.md', 'c.md'] }), ...others] }));
    assert.deepEqual(await picks(), ['c', 'b']);
    const before = (await log(db)).length;
    await run(blog({ posts: [post('a', { related: ['b.md', 'c.md'] }), ...others] }));
    assert.deepEqual(await picks(), ['b', 'c']);
    assert.deepEqual((await log(db)).slice(before), ['UPDATED POST /a']);
  });

  test('a circle of successors goes in; a post does not succeed itself', async () => {
    const report = await run(
      blog({
        posts: [
          post('a', { supersededBy: 'b.md' }),
          post('b', { supersededBy: 'a.md' }),
          post('c', { supersededBy: 'c.md' }),
        ],
      }),
    );
    const rows = await db.prisma.post.findMany({ orderBy: { slug: 'asc' }, include: { supersededBy: true } });
    assert.deepEqual(
      rows.map((row) => row.supersededBy?.slug),
      ['b', 'a', undefined],
    );
    assert.deepEqual(report.problems, []);
  });

  test('translations share a key; they change places; a second one of a language stands alone', async () => {
    const translated = (a: string, b: string) => [
      post('a', { translationKey: a }),
      post('b', { translationKey: b }),
      post('c', { language: 'de', translationKey: 'x' }),
    ];
    await run(blog({ posts: translated('x', 'y') }));
    assert.equal(await partner('c'), 'a');
    await run(blog({ posts: translated('y', 'x') }));
    assert.equal(await partner('c'), 'b');
    const report = await run(blog({ posts: translated('x', 'x') }));
    assert.equal(await partner('c'), 'a');
    assert.deepEqual(
      report.problems.map(({ severity, file }) => [severity, file]),
      [['warning', 'b.md']],
    );
    assert.equal((await run(blog({ posts: translated('x', 'x') }))).counts.posts.unchanged, 3);
  });

  async function picks(): Promise<string[]> {
    const rows = await db.prisma.relatedPick.findMany({
      orderBy: { position: 'asc' },
      include: { related: true },
    });
    return rows.map(({ related }) => related.slug);
  }

  async function partner(slug: string): Promise<string | undefined> {
    const { translationKey } = await db.prisma.post.findFirstOrThrow({ where: { slug } });
    return (await db.prisma.post.findFirst({ where: { translationKey, slug: { not: slug } } }))?.slug;
  }
});

function run(record: BlogRecord) {
  return importBlog(db, record, options());
}
