import assert from 'node:assert/strict';
import { afterEach, suite, test } from 'node:test';
import { importBlog } from '../../src/actions/import-blog.ts';
import { emptyDatabase, testDatabase } from '../support/database.ts';
import { dump, log } from './dump.ts';
import { blog, category, imageFile, options, post, resource, series } from './plain-blog.ts';
import { author, tag } from '../support/seed.ts';

const db = await testDatabase();
afterEach(() => emptyDatabase(db));

const site = {
  name: 'A blog',
  url: 'https://blog.example',
  tagline: null,
  description: null,
  defaultLanguage: 'en',
  languages: [{ code: 'en', name: 'English', available: true }],
  menus: { header: [{ label: 'Home', url: '/', children: [] }] },
  announcements: [],
  callsToAction: [],
  permalinks: { post: '/:slug' },
};

/** A bit of everything. */
const whole = blog({
  site,
  authors: [author('ada', { declared: true, role: 'Engineer', avatar: imageFile('ada.png') }), author('bob')],
  tags: [tag('go', { name: 'Go' }), tag('sql')],
  categories: [category('tech', { declared: true }), category('tech/databases')],
  posts: [
    post('first', {
      authors: ['ada', 'bob'],
      tags: ['sql', 'go'],
      categories: ['tech/databases'],
      cover: { image: imageFile('covers/one.png'), alt: 'One', caption: null },
      images: { './a.png': imageFile('a.png') },
      markdown: 'Look: ![a](./a.png)',
      related: ['second.md'],
      aliases: ['/old-first'],
      metadata: { layout: 'wide', nested: { b: 1, a: [true, null] } },
    }),
    post('second', { authors: ['bob'], tags: ['go'], supersededBy: 'first.md', translationKey: 'second' }),
    post('zweiter', { language: 'de', translationKey: 'second' }),
  ],
  series: [series('storage', ['first.md', 'second.md', { title: 'The last part' }], { plannedTotal: 3 })],
  resources: [resource('talk', { kind: 'WEBINAR', tags: ['sql'], speakers: ['ada'] })],
  redirects: [{ file: 'redirects.yml', path: '/moved', target: '/second' }],
});

suite('importing a blog', () => {
  test('writes everything, with what points between posts', async () => {
    const report = await importBlog(db, whole, options());
    assert.deepEqual(report.problems, []);
    assert.deepEqual(report.counts.posts, { created: 3, updated: 0, unchanged: 0, removed: 0, missing: 0 });
    assert.equal(report.counts.redirects.created, 2);
    const first = await db.prisma.post.findFirstOrThrow({
      where: { slug: 'first' },
      include: {
        body: true,
        coverImage: true,
        authors: { include: { author: true }, orderBy: { position: 'asc' } },
        tags: { include: { tag: true }, orderBy: { position: 'asc' } },
        picks: { include: { related: true } },
        supersedes: true,
        redirects: true,
        seriesParts: true,
      },
    });
    assert.deepEqual(
      first.authors.map(({ author: { name } }) => name),
      ['ada', 'bob'],
    );
    assert.deepEqual(
      first.tags.map((row) => row.tag.name),
      ['sql', 'Go'],
    );
    assert.deepEqual(
      first.picks.map(({ related }) => related.slug),
      ['second'],
    );
    assert.deepEqual(
      first.supersedes.map(({ slug }) => slug),
      ['second'],
    );
    assert.deepEqual(
      first.redirects.map(({ path }) => path),
      ['/old-first'],
    );
    assert.deepEqual(
      first.seriesParts.map(({ position }) => position),
      [1],
    );
    assert.match(first.coverImage?.src ?? '', /^\/media\/[0-9a-f]{16}\/one\.png$/);
    assert.match(first.body?.html ?? '', /<img src="\/media\/[0-9a-f]{16}\/a\.png" alt="a"/);
    assert.deepEqual(first.metadata, { layout: 'wide', nested: { a: [true, null], b: 1 } });
    const moved = await db.prisma.redirect.findUniqueOrThrow({
      where: { path: '/moved' },
      include: { post: true },
    });
    assert.equal(moved.post?.slug, 'second');
  });

  test('counts what the public sees', async () => {
    await importBlog(db, whole, options());
    const tags = await db.prisma.tag.findMany({ orderBy: { slug: 'asc' } });
    assert.deepEqual(
      tags.map(({ slug, postCount, resourceCount }) => [slug, postCount, resourceCount]),
      [
        ['go', 2, 0],
        ['sql', 1, 1],
      ],
    );
    const categories = await db.prisma.category.findMany({ orderBy: { treePath: 'asc' } });
    assert.deepEqual(
      categories.map((row) => [row.treePath, row.postCount, row.treePostCount]),
      [
        ['tech', 0, 1],
        ['tech/databases', 1, 1],
      ],
    );
    const { postCount, sortDate } = await db.prisma.series.findFirstOrThrow();
    assert.deepEqual([postCount, sortDate.toISOString()], [2, '2026-01-01T00:00:00.000Z']);
  });

  test('again: nothing is written and nothing is logged', async () => {
    await importBlog(db, whole, options());
    const before = await dump(db);
    const report = await importBlog(db, whole, options({ now: new Date('2027-01-01T00:00:00Z') }));
    assert.deepEqual(await dump(db), before);
    for (const counts of Object.values(report.counts)) {
      assert.equal(counts.created + counts.updated + counts.removed + counts.missing, 0);
    }
    assert.equal(report.counts.posts.unchanged, 3);
  });

  test('logs each thing once, and what is linked afterwards once more', async () => {
    await importBlog(db, whole, options());
    assert.deepEqual(await log(db), [
      'CREATED SITE /',
      'CREATED TAG /tags/go',
      'CREATED TAG /tags/sql',
      'CREATED CATEGORY /tech',
      'CREATED CATEGORY /tech/databases',
      'CREATED AUTHOR /authors/ada',
      'CREATED AUTHOR /authors/bob',
      'CREATED POST /first',
      'CREATED POST /second',
      'CREATED POST /zweiter',
      'CREATED SERIES /series/storage',
      'UPDATED POST /first',
      'UPDATED POST /second',
      'CREATED REDIRECT /old-first',
      'CREATED REDIRECT /moved',
      'CREATED RESOURCE /resources/talk',
    ]);
  });

  test('the same blog gets the same ids in an empty database', async () => {
    await importBlog(db, whole, options());
    const before = await dump(db);
    await emptyDatabase(db);
    await importBlog(db, whole, options());
    assert.deepEqual(await dump(db), before);
  });

  test('an edited post is updated, and nothing else', async () => {
    await importBlog(db, whole, options());
    const before = (await log(db)).length;
    const [first, ...others] = whole.posts;
    const edited = {
      ...first!,
      markdown: 'New text.',
      tags: ['go'],
      publishedAt: new Date('2026-02-01T00:00:00Z'),
    };
    const report = await importBlog(db, { ...whole, posts: [edited, ...others] }, options());
    assert.deepEqual(report.counts.posts, { created: 0, updated: 1, unchanged: 2, removed: 0, missing: 0 });
    assert.deepEqual((await log(db)).slice(before), ['UPDATED POST /first']);
    const sql = await db.prisma.tag.findUniqueOrThrow({ where: { slug: 'sql' } });
    assert.deepEqual([sql.postCount, sql.resourceCount], [0, 1]);
    const [row] = await db.prisma.postTag.findMany({ where: { postId: (await bySlug('first')).id } });
    assert.equal(row?.sortDate.toISOString(), '2026-02-01T00:00:00.000Z');
    assert.equal(
      (await db.prisma.series.findFirstOrThrow()).sortDate.toISOString(),
      '2026-02-01T00:00:00.000Z',
    );
  });

  test('a dry run reports the same and writes nothing', async () => {
    const dry = await importBlog(db, whole, options({ dryRun: true }));
    assert.ok(Object.values(await dump(db)).every((rows) => rows.length === 0));
    assert.deepEqual(dry, await importBlog(db, whole, options()));
    const before = await dump(db);
    const changed = {
      ...whole,
      posts: whole.posts.slice(1),
      series: [],
      tags: [tag('go', { name: 'Golang' })],
    };
    const again = await importBlog(db, changed, options({ dryRun: true, prune: true }));
    assert.deepEqual(await dump(db), before);
    assert.deepEqual(again, await importBlog(db, changed, options({ prune: true })));
  });

  test('an image is stored once, however many posts show it', async () => {
    const cover = { image: imageFile('one.png'), alt: null, caption: null };
    await importBlog(db, blog({ posts: [post('a', { cover }), post('b', { cover })] }), options());
    assert.equal(await db.prisma.image.count(), 1);
    const data = await db.prisma.imageData.findFirstOrThrow();
    assert.equal(Buffer.from(data.bytes).toString(), 'one.png');
  });

  test('an image elsewhere keeps its address', async () => {
    const cover = { image: { url: 'https://cdn.example/x.png' }, alt: null, caption: null };
    await importBlog(db, blog({ posts: [post('a', { cover })] }), options());
    assert.equal((await db.prisma.image.findFirstOrThrow()).src, 'https://cdn.example/x.png');
  });

  test('a post whose image changed meanwhile is told of and goes in the next time', async () => {
    const cover = { image: imageFile('one.png'), alt: null, caption: null };
    const record = blog({ posts: [post('a', { cover }), post('b', { related: ['a.md'] })] });
    const readFile = () => Promise.resolve(new Uint8Array([1]));
    const report = await importBlog(db, record, options({ readFile }));
    assert.deepEqual(
      report.problems.map(({ severity, file }) => [severity, file]),
      [['error', 'a.md']],
    );
    assert.equal(report.counts.posts.created, 1);
    const again = await importBlog(db, record, options());
    assert.deepEqual(again.problems, []);
    assert.equal(await db.prisma.relatedPick.count(), 1);
  });
});

function bySlug(slug: string) {
  return db.prisma.post.findFirstOrThrow({ where: { slug } });
}
