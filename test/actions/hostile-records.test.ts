import assert from 'node:assert/strict';
import { afterEach, suite, test } from 'node:test';
import { importBlog } from '../../src/actions/import-blog.ts';
import type { BlogRecord, PostRecord } from '../../src/domain/blog-record.ts';
import { emptyDatabase, testDatabase } from '../support/database.ts';
import { blog, category, options, post, resource, series } from './plain-blog.ts';
import { author, tag } from '../support/seed.ts';

const db = await testDatabase();
afterEach(() => emptyDatabase(db));

suite('records that cannot be stored', () => {
  const bad: readonly (readonly [string, Partial<PostRecord>])[] = [
    ['no slug', { slug: '' }],
    ['a slug of two segments', { slug: 'a/b' }],
    ['a slug that climbs', { slug: '..' }],
    ['a path elsewhere', { path: 'https://other.example/' }],
    ['a title of 501 characters', { title: 'x'.repeat(501) }],
    ['no title', { title: ' \0 ' }],
    ['an address no index holds', { path: `/${'é'.repeat(1500)}` }],
    ['a date that is none', { publishedAt: new Date(Number.NaN) }],
    ['a date in the year 20000', { publishedAt: new Date('+020000-01-01T00:00:00Z') }],
    ['a language that is none', { language: 'so-called English' }],
    ['a body of 6 MB', { markdown: 'a'.repeat(6_000_000) }],
    ['metadata without end', { metadata: { list: Array.from({ length: 50_000 }, () => 'long') } }],
  ];

  for (const [what, parts] of bad) {
    test(`${what}: told by name, the others go in`, async () => {
      const report = await run(blog({ posts: [post('a'), post('bad', parts), post('b')] }));
      assert.deepEqual(
        report.problems.map(({ severity, file }) => [severity, file]),
        [['error', 'bad.md']],
      );
      assert.deepEqual([report.counts.posts.created, await db.prisma.post.count()], [2, 2]);
    });
  }

  test('every other kind is judged too', async () => {
    const report = await run(
      blog({
        authors: [author('a', { name: '' })],
        tags: [tag('t', { path: 'x' })],
        categories: [category('a/b')],
        series: [series('s', [], { plannedTotal: -1 })],
        resources: [resource('r', { startsAt: new Date(2), endsAt: new Date(1) })],
        redirects: [{ file: 'r.md', path: '/r', target: 'javascript:alert(1)' }],
        posts: [post('p', { authors: ['a'], tags: ['t', 't'], categories: ['a/b'] })],
      }),
    );
    const errors = report.problems.filter(({ severity }) => severity === 'error').map(({ file }) => file);
    assert.deepEqual(errors, ['author a', 'tag t', 's', 'resources/r.md', 'r.md', 'category a/b']);
    const warnings = report.problems.filter(({ severity }) => severity === 'warning').map(({ what }) => what);
    assert.deepEqual(warnings, [
      'the author "a" was left out',
      'the tag "t" was left out',
      'the category "a/b" was left out',
    ]);
    assert.equal(await db.prisma.post.count(), 1);
  });

  test('of two records that claim one name the first goes in', async () => {
    const posts = [
      post('a'),
      post('b', { path: '/a' }),
      post('c', { slug: 'a' }),
      post('d', { key: 'a.md' }),
    ];
    const report = await run(blog({ posts }));
    assert.deepEqual(
      report.problems.map(({ file, what }) => [file, what]),
      [
        ['b.md', 'path /a is also that of a.md'],
        ['c.md', 'slug a (en) is also that of a.md'],
        ['a.md', 'key a.md is also that of a.md'],
      ],
    );
    assert.equal(report.counts.posts.created, 1);
  });
});

test('a row that the database refuses is told of, and the others of its batch go in', async (t) => {
  await db.pool.query(`
    create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'secret words' using errcode = '23514'; end $$;
    create trigger refuse before insert on "Post" for each row when (new."slug" = 'bad') execute function refuse()`);
  t.after(() => db.pool.query('drop trigger refuse on "Post"; drop function refuse()'));
  const posts = [post('a'), post('bad'), post('b', { related: ['bad.md'] })];
  const report = await run(blog({ posts, series: [series('s', ['a.md', 'bad.md'])] }));
  assert.deepEqual(
    report.problems.map(({ severity, file }) => [severity, file]),
    [['error', 'bad.md']],
  );
  assert.doesNotMatch(JSON.stringify(report.problems), /secret/);
  assert.deepEqual([report.counts.posts.created, await db.prisma.post.count()], [2, 2]);
});

suite('hostile text', () => {
  test('NUL and halves of surrogate pairs never reach the database', async () => {
    const odd = 'a\0b\ud800c';
    const report = await run(
      blog({
        posts: [post('p', { title: odd, markdown: odd, description: odd, metadata: { [odd]: [odd] } })],
      }),
    );
    assert.deepEqual(report.problems, []);
    const row = await db.prisma.post.findFirstOrThrow({ include: { body: true } });
    assert.deepEqual([row.title, row.body?.markdown, row.description], Array(3).fill('ab\ufffdc'));
    assert.deepEqual(row.metadata, { 'ab\ufffdc': ['ab\ufffdc'] });
  });

  test('names of prototypes are not kept', async () => {
    const text = '{"__proto__": {"x": 1}, "constructor": 1, "a": {"prototype": 1, "b": 2}}';
    const metadata = JSON.parse(text) as PostRecord['metadata'];
    await run(blog({ posts: [post('p', { metadata })] }));
    assert.deepEqual((await db.prisma.post.findFirstOrThrow()).metadata, { a: { b: 2 } });
  });

  test('metadata a thousand levels deep is cut', async () => {
    let deep: PostRecord['metadata'] = {};
    for (let level = 0; level < 1000; level += 1) deep = { deep };
    const report = await run(blog({ posts: [post('p', { metadata: deep })] }));
    assert.equal(report.counts.posts.created, 1);
  });

  test('an address that runs a script is left out, with a word', async () => {
    const report = await run(blog({ posts: [post('p', { canonicalUrl: 'javascript:alert(1)' })] }));
    assert.deepEqual(
      report.problems.map(({ severity, what }) => [severity, what]),
      [['warning', 'its URL was left out']],
    );
    assert.equal((await db.prisma.post.findFirstOrThrow()).canonicalUrl, null);
  });

  test('text that looks like SQL is text', async () => {
    const title = `'); drop table "Post"; --`;
    await run(blog({ posts: [post('p', { title, markdown: title })], tags: [tag('t', { name: title })] }));
    assert.equal((await db.prisma.post.findFirstOrThrow()).title, title);
  });

  test('a title that folds to many times its length is ordered by its beginning', async () => {
    // Ligatures of three to eighteen letters, in an order that does not compress.
    const ligature = (index: number) =>
      String.fromCharCode(0xfd50 + ((index * index * 7919 + index * 31) % 160));
    const title = Array.from({ length: 500 }, (_, index) => ligature(index)).join('');
    const report = await run(blog({ posts: [post('p', { title })] }));
    assert.deepEqual([report.problems, report.counts.posts.created], [[], 1]);
  });
});

function run(record: BlogRecord) {
  return importBlog(db, record, options());
}
