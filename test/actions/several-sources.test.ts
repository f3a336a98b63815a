import assert from 'node:assert/strict';
import { afterEach, suite, test } from 'node:test';
import { importBlog } from '../../src/actions/import-blog.ts';
import type { ImportOptions } from '../../src/actions/import-run.ts';
import type { BlogRecord } from '../../src/domain/blog-record.ts';
import { emptyDatabase, testDatabase } from '../support/database.ts';
import { dump, log } from './dump.ts';
import { blog, options, post, series } from './plain-blog.ts';
import { author, tag } from '../support/seed.ts';

const db = await testDatabase();
afterEach(() => emptyDatabase(db));

suite('two blogs in one database', () => {
  test('a path of the other is refused with a word, and the rest goes in', async () => {
    await run(blog({ source: 'one', posts: [post('a')] }));
    const report = await run(
      blog({
        source: 'two',
        posts: [post('a', { path: '/two/a' }), post('b', { path: '/a' }), post('c', { related: ['b.md'] })],
        series: [series('s', ['a.md', 'c.md'])],
      }),
    );
    assert.deepEqual(
      report.problems.map(({ severity, file, what }) => [severity, file, what]),
      [
        ['error', 'a.md', 'its slug a (en) is taken'],
        ['error', 'b.md', 'its path /a is taken'],
      ],
    );
    assert.deepEqual(report.counts.posts, { created: 1, updated: 0, unchanged: 0, removed: 0, missing: 0 });
    assert.equal(await db.prisma.post.count(), 2);
  });

  test('a refused record leaves what is stored of it, also in the way of the next one', async () => {
    await run(blog({ source: 'one', posts: [post('x')] }));
    await run(blog({ source: 'two', posts: [post('a', { aliases: ['/old'] }), post('b')] }));
    const before = await dump(db);
    const moved = [post('a', { slug: 'x', path: '/x' }), post('b', { slug: 'a', path: '/a' })];
    const report = await run(blog({ source: 'two', posts: moved }), { prune: true });
    assert.deepEqual(
      report.problems.map(({ file, what }) => [file, what]),
      [
        ['a.md', 'its slug x (en) is taken'],
        ['b.md', 'its slug a (en) is taken'],
      ],
    );
    assert.deepEqual(await dump(db), before);
  });

  test('a term of one name is shared: who declares it describes it', async () => {
    await run(
      blog({ source: 'one', posts: [post('a', { tags: ['go'] })], tags: [tag('go', { name: 'Go' })] }),
    );
    const two = blog({
      source: 'two',
      posts: [post('b', { tags: ['go'] })],
      tags: [tag('go', { name: 'GO' })],
    });
    await run(two);
    assert.deepEqual(await tags(), ['Go 2']);
    await run({ ...two, tags: [tag('go', { name: 'Golang', declared: true })] });
    assert.deepEqual(await tags(), ['Golang 2']);
    const before = (await log(db)).length;
    await run(
      blog({ source: 'one', posts: [post('a', { tags: ['go'] })], tags: [tag('go', { name: 'Go' })] }),
    );
    assert.deepEqual([await tags(), (await log(db)).length], [['Golang 2'], before]);
  });

  test('a shared term stays until the last source lets go of it', async () => {
    const one = blog({
      source: 'one',
      posts: [post('a', { tags: ['go'] })],
      tags: [tag('go', { name: 'Go' })],
    });
    const two = blog({
      source: 'two',
      posts: [post('b', { tags: ['go'] })],
      tags: [tag('go', { name: 'GO' })],
    });
    await run(one);
    await run(two);
    await run({ ...one, posts: [post('a')], tags: [] });
    assert.deepEqual(await tags(), ['Go 1']);
    await run(two);
    assert.deepEqual(await tags(), ['GO 1']);
    await run({ ...two, posts: [post('b')], tags: [] });
    assert.deepEqual(await tags(), []);
  });

  test('a redirect that another source states stays', async () => {
    await run(blog({ source: 'one', posts: [post('a', { aliases: ['/old'] })] }));
    const report = await run(blog({ source: 'two', posts: [post('b', { aliases: ['/old'] })] }));
    assert.deepEqual(
      report.problems.map(({ severity, file }) => [severity, file]),
      [['warning', 'b.md']],
    );
    const row = await db.prisma.redirect.findFirstOrThrow({ include: { post: true } });
    assert.equal(row.post?.slug, 'a');
  });
});

suite('authors', () => {
  test('are known by their slug: another one is another author, and the first goes', async () => {
    const by = (slug: string) =>
      blog({
        posts: [post('a', { authors: ['jane'] })],
        authors: [author('jane', { slug, path: `/authors/${slug}` })],
      });
    await run(by('jane-doe'));
    await run(by('jane-roe'));
    const rows = await db.prisma.author.findMany({ include: { posts: true } });
    assert.deepEqual(
      rows.map(({ slug, posts }) => [slug, posts.length]),
      [['jane-roe', 1]],
    );
    assert.deepEqual((await log(db)).slice(-3), [
      'CREATED AUTHOR /authors/jane-roe',
      'UPDATED POST /a',
      'REMOVED AUTHOR /authors/jane-doe',
    ]);
  });

  test('who change slugs change who they are, and their posts with them', async () => {
    const posts = [post('a', { authors: ['x'] }), post('b', { authors: ['y'] })];
    const named = (x: string, y: string) =>
      blog({
        posts,
        authors: [
          author('x', { slug: x, path: `/${x}/`, name: 'X' }),
          author('y', { slug: y, path: `/${y}/`, name: 'Y' }),
        ],
      });
    await run(named('one', 'two'));
    await run(named('two', 'one'));
    const rows = await db.prisma.postAuthor.findMany({ include: { post: true, author: true } });
    assert.deepEqual(rows.map((row) => `${row.post.slug} ${row.author.name} ${row.author.slug}`).sort(), [
      'a X two',
      'b Y one',
    ]);
    assert.equal((await run(named('two', 'one'))).counts.posts.unchanged, 2);
  });
});

function run(record: BlogRecord, more: Partial<ImportOptions> = {}) {
  return importBlog(db, record, options(more));
}

async function tags(): Promise<string[]> {
  return (await db.prisma.tag.findMany()).map(({ name, postCount }) => `${name} ${postCount}`);
}
