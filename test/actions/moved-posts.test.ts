import assert from 'node:assert/strict';
import { afterEach, suite, test } from 'node:test';
import { importBlog } from '../../src/actions/import-blog.ts';
import type { ImportOptions } from '../../src/actions/import-run.ts';
import type { BlogRecord } from '../../src/domain/blog-record.ts';
import { emptyDatabase, testDatabase } from '../support/database.ts';
import { log } from './dump.ts';
import { blog, options, post, resource, series } from './plain-blog.ts';
import { tag } from '../support/seed.ts';

const db = await testDatabase();
afterEach(() => emptyDatabase(db));

suite('posts that move', () => {
  test('a new path leaves a redirect, which follows the post', async () => {
    await run(blog({ posts: [post('a', { path: '/2026/a' })] }));
    await run(blog({ posts: [post('a', { path: '/blog/a' })] }));
    await run(blog({ posts: [post('a', { path: '/a' })] }));
    assert.deepEqual(await redirects(), ['/2026/a -> /a', '/blog/a -> /a']);
    assert.deepEqual(await log(db), [
      'CREATED POST /2026/a',
      'UPDATED POST /blog/a (from /2026/a)',
      'UPDATED POST /a (from /blog/a)',
    ]);
  });

  test('a path that gets content back redirects no longer', async () => {
    await run(blog({ posts: [post('a', { path: '/1' })] }));
    await run(blog({ posts: [post('a', { path: '/2' })] }));
    await run(blog({ posts: [post('a', { path: '/2' }), post('b', { path: '/1' })] }));
    assert.deepEqual(await redirects(), []);
    await run(blog({ posts: [post('a', { path: '/3' }), post('b', { path: '/1' })] }));
    await run(blog({ posts: [post('a', { path: '/2' }), post('b', { path: '/1' })] }));
    assert.deepEqual(await redirects(), ['/3 -> /2']);
  });

  test('what nobody ever saw leaves nothing behind', async () => {
    await run(blog({ posts: [post('a', { wanted: 'draft', path: '/secret' })] }));
    await run(blog({ posts: [post('a', { wanted: 'draft', path: '/a' })] }));
    assert.deepEqual(await redirects(), []);
  });

  test('two posts change places', async () => {
    await run(blog({ posts: [post('a'), post('b')] }));
    const ids = await idsByKey();
    const swapped = [post('a', { slug: 'b', path: '/b' }), post('b', { slug: 'a', path: '/a' })];
    const report = await run(blog({ posts: swapped }));
    assert.deepEqual([report.problems, report.counts.posts.updated], [[], 2]);
    assert.deepEqual(await idsByKey(), ids);
    assert.equal((await db.prisma.post.findUniqueOrThrow({ where: { path: '/b' } })).id, ids['a.md']);
    assert.deepEqual(await redirects(), []);
  });

  test('a file that moves within the folder is the same post, and nothing changed', async () => {
    await run(blog({ posts: [post('a'), post('b', { related: ['a.md'] })] }));
    const ids = await idsByKey();
    const before = await log(db);
    const report = await run(
      blog({ posts: [post('a', { key: '2026/a/index.md' }), post('b', { related: ['2026/a/index.md'] })] }),
    );
    assert.deepEqual(report.counts.posts, { created: 0, updated: 0, unchanged: 2, removed: 0, missing: 0 });
    assert.deepEqual(await log(db), before);
    assert.equal((await idsByKey())['2026/a/index.md'], ids['a.md']);
  });

  test('a new file under the old name of a moved one is another post', async () => {
    await run(blog({ posts: [post('a')] }));
    const posts = [post('a', { key: 'moved.md' }), post('other', { key: 'a.md' })];
    await run(blog({ posts }));
    const ids = await idsByKey();
    assert.notEqual(ids['a.md'], ids['moved.md']);
    const report = await run(blog({ posts }));
    assert.equal(report.counts.posts.unchanged, 2);
  });

  test('tags, series and resources leave redirects too, led on when they move again', async () => {
    const at = (prefix: string): BlogRecord =>
      blog({
        posts: [post('a', { tags: ['go'] })],
        tags: [tag('go', { path: `${prefix}/go` })],
        series: [series('s', ['a.md'], { path: `${prefix}/s` })],
        resources: [resource('r', { path: `${prefix}/r` })],
      });
    for (const prefix of ['/x', '/y', '/z']) await run(at(prefix));
    assert.deepEqual(await redirects(), [
      '/x/go -> /z/go',
      '/x/r -> /z/r',
      '/x/s -> /z/s',
      '/y/go -> /z/go',
      '/y/r -> /z/r',
      '/y/s -> /z/s',
    ]);
  });
});

suite('aliases and redirect files', () => {
  test('an alias follows its front matter', async () => {
    await run(blog({ posts: [post('a', { aliases: ['/old', '/older'] })] }));
    const report = await run(blog({ posts: [post('a', { aliases: ['/old', '/oldest'] })] }));
    assert.deepEqual(report.counts.redirects, {
      created: 1,
      updated: 0,
      unchanged: 1,
      removed: 1,
      missing: 0,
    });
    assert.deepEqual(await redirects(), ['/old -> /a', '/oldest -> /a']);
    assert.deepEqual((await log(db)).slice(-2), ['REMOVED REDIRECT /older', 'CREATED REDIRECT /oldest']);
  });

  test('an alias that passes from one post to another', async () => {
    await run(blog({ posts: [post('a', { aliases: ['/old'] }), post('b')] }));
    await run(blog({ posts: [post('a'), post('b', { aliases: ['/old'] })] }));
    assert.deepEqual(await redirects(), ['/old -> /b']);
    assert.equal((await log(db)).at(-1), 'UPDATED REDIRECT /old');
  });

  test('content wins over an alias, the first alias over the second; both are told', async () => {
    const posts = [post('a', { aliases: ['/b', '/x'] }), post('b', { aliases: ['/x', '/b'] })];
    const report = await run(blog({ posts }));
    assert.deepEqual(await redirects(), ['/x -> /a']);
    assert.deepEqual(
      report.problems.map(({ severity, file, what }) => [severity, file, what]),
      [
        ['warning', 'a.md', 'the redirect from /b was left out'],
        ['warning', 'b.md', 'the redirect from /x was left out'],
      ],
    );
  });

  test('a redirect to a post of the blog follows the post', async () => {
    const redirect = { file: 'r.yml', path: '/go', target: '/a' };
    const away = { file: 'r.yml', path: '/away', target: 'https://other.example/' };
    await run(blog({ posts: [post('a')], redirects: [redirect, away] }));
    assert.deepEqual(await redirects(), ['/away -> https://other.example/', '/go -> /a']);
  });

  test('a removed redirect file is reported, and pruned', async () => {
    await run(blog({ posts: [post('a')], redirects: [{ file: 'go.md', path: '/go', target: '/a' }] }));
    const report = await run(blog({ posts: [post('a')] }));
    assert.deepEqual([report.counts.redirects.missing, report.missing], [1, ['go.md']]);
    assert.deepEqual(await redirects(), ['/go -> /a']);
    await run(blog({ posts: [post('a')] }), { prune: true });
    assert.deepEqual(await redirects(), []);
  });
});

function run(record: BlogRecord, more: Partial<ImportOptions> = {}) {
  return importBlog(db, record, options(more));
}

async function redirects(): Promise<string[]> {
  const rows = await db.prisma.redirect.findMany({ orderBy: { path: 'asc' }, include: { post: true } });
  return rows.map(({ path, target, post }) => `${path} -> ${post?.path ?? target ?? 'gone'}`);
}

async function idsByKey(): Promise<Record<string, string>> {
  const origins = await db.prisma.origin.findMany({ where: { entityType: 'POST' } });
  return Object.fromEntries(origins.map(({ key, entityId }) => [key, entityId]));
}
