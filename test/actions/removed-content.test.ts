import assert from 'node:assert/strict';
import { afterEach, suite, test } from 'node:test';
import { importBlog } from '../../src/actions/import-blog.ts';
import type { ImportOptions } from '../../src/actions/import-run.ts';
import type { BlogRecord } from '../../src/domain/blog-record.ts';
import { emptyDatabase, testDatabase } from '../support/database.ts';
import { dump, log } from './dump.ts';
import { blog, category, imageFile, options, post, resource, series } from './plain-blog.ts';
import { author, tag } from '../support/seed.ts';

const db = await testDatabase();
afterEach(() => emptyDatabase(db));

const failed = (file: string) => ({
  severity: 'error' as const,
  file,
  line: 3,
  what: 'bad YAML',
  why: 'no reason',
  todo: 'mend it',
});

suite('what the blog no longer holds', () => {
  test('a missing file is reported, and kept with all that belongs to it', async () => {
    const a = post('a', { tags: ['go'], aliases: ['/old'], categories: ['x'], authors: ['ada'] });
    const record = blog({
      posts: [a, post('b')],
      tags: [tag('go')],
      categories: [category('x')],
      authors: [author('ada')],
      series: [series('s', ['a.md', 'b.md'])],
    });
    await run(record);
    const before = await dump(db);
    const rest = { ...record, posts: [post('b')], tags: [], categories: [], authors: [] };
    const part = { ...record.series[0]!.parts[1]! };
    const report = await run({ ...rest, series: [{ ...record.series[0]!, parts: [part] }] });
    assert.deepEqual(report.missing, ['a.md']);
    assert.equal(report.counts.posts.missing, 1);
    assert.deepEqual(await dump(db), before);
  });

  test('prune removes it, and its paths say "gone"', async () => {
    await run(blog({ posts: [post('a', { path: '/1' }), post('b')] }));
    await run(
      blog({ posts: [post('a', { path: '/2', aliases: ['/3'] }), post('b', { related: ['a.md'] })] }),
    );
    const report = await run(blog({ posts: [post('b')] }), { prune: true });
    assert.equal(report.counts.posts.removed, 1);
    assert.deepEqual(await redirects(), ['/1 gone', '/2 gone', '/3 gone']);
    assert.deepEqual((await log(db)).slice(-1), ['REMOVED POST /2']);
    assert.equal((await run(blog({ posts: [post('b')] }), { prune: true })).counts.posts.removed, 0);
    assert.deepEqual((await log(db)).slice(-1), ['REMOVED POST /2']);
  });

  test('a file that comes back takes its path back', async () => {
    await run(blog({ posts: [post('a'), post('b')] }));
    const id = (await db.prisma.post.findFirstOrThrow({ where: { slug: 'a' } })).id;
    await run(blog({ posts: [post('b')] }), { prune: true });
    await run(blog({ posts: [post('a'), post('b')] }));
    assert.deepEqual(await redirects(), []);
    assert.equal((await db.prisma.post.findFirstOrThrow({ where: { slug: 'a' } })).id, id);
  });

  test('a draft that is removed leaves no trace', async () => {
    await run(blog({ posts: [post('a', { wanted: 'draft' }), post('b')] }));
    await run(blog({ posts: [post('b')] }), { prune: true });
    assert.deepEqual(await redirects(), []);
  });

  test('an empty folder is not pruned', async () => {
    await run(blog({ posts: [post('a')], tags: [tag('go', { declared: true })] }));
    const before = await dump(db);
    const report = await run(blog(), { prune: true });
    assert.deepEqual(
      report.problems.map(({ severity, what }) => [severity, what]),
      [['error', 'nothing was removed']],
    );
    assert.deepEqual(report.missing, ['a.md', 'tag go']);
    assert.deepEqual(await dump(db), before);
  });

  test('a file that failed is not missing, nor are its links, its aliases and its terms', async () => {
    const record = blog({
      posts: [post('a', { tags: ['go'], aliases: ['/old'] }), post('b', { related: ['a.md'] })],
      tags: [tag('go')],
      series: [series('s', ['a.md', 'b.md'])],
    });
    await run(record);
    const before = await dump(db);
    const [s] = record.series;
    const broken = { ...record, posts: [record.posts[1]!], tags: [], problems: [failed('a.md')] };
    const report = await run({ ...broken, series: [{ ...s!, parts: s!.parts.slice(1) }] }, { prune: true });
    assert.deepEqual(report.missing, []);
    assert.deepEqual(await dump(db), before);
  });

  test('while a data file fails, nothing it declared is taken back', async () => {
    const record = blog({
      posts: [post('a', { authors: ['ada'] })],
      authors: [author('ada', { declared: true, role: 'Engineer' }), author('bob', { declared: true })],
    });
    await run(record);
    const before = await dump(db);
    const broken = { ...record, authors: [author('ada')], problems: [failed('authors.yml')] };
    await run(broken, { prune: true });
    assert.deepEqual(await dump(db), before);
    await run({ ...broken, problems: [] }, { prune: true });
    const [ada, ...rest] = await db.prisma.author.findMany();
    assert.deepEqual([ada?.role, ada?.declared, rest.length], [null, false, 0]);
  });

  test('a term goes with its last post; a declared one with prune', async () => {
    const full = blog({
      posts: [post('a', { tags: ['go', 'sql'], categories: ['x/y'], authors: ['ada'] })],
      tags: [tag('go'), tag('sql', { declared: true })],
      categories: [category('x'), category('x/y')],
      authors: [author('ada')],
    });
    await run(full);
    const bare = blog({ posts: [post('a')] });
    const report = await run(bare);
    assert.deepEqual(report.missing, ['tag sql']);
    assert.deepEqual(
      (await db.prisma.tag.findMany()).map(({ slug }) => slug),
      ['sql'],
    );
    assert.equal((await db.prisma.category.count()) + (await db.prisma.author.count()), 0);
    assert.deepEqual(
      (await log(db)).slice(-4),
      [
        'REMOVED TAG /tags/go',
        'REMOVED CATEGORY /x',
        'REMOVED CATEGORY /x/y',
        'REMOVED AUTHOR /authors/ada',
      ].toSorted((a, b) => order(a) - order(b)),
    );
    await run(bare, { prune: true });
    assert.equal(await db.prisma.tag.count(), 0);
  });

  test('resources and series are reported and pruned alike', async () => {
    await run(
      blog({
        posts: [post('a')],
        resources: [resource('r'), resource('d', { wanted: 'draft' })],
        series: [series('told', [{ title: 'To come' }], { declared: true }), series('mere', ['a.md'])],
      }),
    );
    const bare = blog({ posts: [post('a')] });
    assert.deepEqual((await run(bare)).missing, ['resources/d.md', 'resources/r.md', 'told']);
    assert.deepEqual(
      (await db.prisma.series.findMany()).map(({ slug }) => slug),
      ['told'],
    );
    await run(bare, { prune: true });
    assert.equal((await db.prisma.series.count()) + (await db.prisma.resource.count()), 0);
    assert.deepEqual(await redirects(), ['/resources/r gone']);
  });

  test('prune removes images that nothing shows', async () => {
    const cover = { image: imageFile('cover.png'), alt: null, caption: null };
    const images = { 'x.png': imageFile('x.png') };
    const shareImage = imageFile('card.png');
    const a = post('a', { cover, shareImage, images, markdown: '![x](x.png)' });
    await run(blog({ posts: [a, post('b')] }));
    await run(blog({ posts: [a, post('b')] }), { prune: true });
    assert.equal(await db.prisma.imageData.count(), 3);
    await run(blog({ posts: [post('b')] }), { prune: true });
    assert.equal(await db.prisma.image.count(), 0);
  });
});

/** Tags, then categories, then authors. */
function order(entry: string): number {
  return ['TAG', 'CATEGORY', 'AUTHOR'].findIndex((type) => entry.includes(type));
}

function run(record: BlogRecord, more: Partial<ImportOptions> = {}) {
  return importBlog(db, record, options(more));
}

async function redirects(): Promise<string[]> {
  const rows = await db.prisma.redirect.findMany({ orderBy: { path: 'asc' } });
  return rows.map(({ path, kind }) => `${path} ${kind.toLowerCase()}`);
}
