/** DEV's export and what its API says: articles, series, tags, dates, canonical addresses, covers. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { InputError } from '../../../src/importers/blog-reader.ts';
import { readDevto, readDevtoBlog } from '../../../src/importers/devto/devto-reader.ts';
import { originalImage } from '../../../src/importers/devto/original-image.ts';
import type { ForeignPost } from '../../../src/importers/foreign/foreign-blog.ts';
import { ProblemList } from '../../../src/importers/problem-list.ts';
import { folderWith } from '../../support/small-blog.ts';
import { zipOf } from '../../support/zip-of.ts';

type Row = Readonly<Record<string, unknown>>;

/** As DEV's exporter writes an article (forem, app/services/exporter/articles.rb). */
const exported = (slug: string, more: Row = {}): Row => ({
  body_markdown: `The text of ${slug}.`,
  cached_tag_list: 'webdev, Node',
  cached_user_name: 'Jo Doe',
  cached_user_username: 'jo',
  canonical_url: `https://dev.to/jo/${slug}`,
  created_at: '2020-01-01T00:00:00.000Z',
  crossposted_at: null,
  description: `The text of ${slug}`,
  edited_at: null,
  main_image: null,
  path: `/jo/${slug}`,
  processed_html: `<p>The text of ${slug}.</p>`,
  published: true,
  published_at: '2020-01-02T03:04:05.000Z',
  slug,
  social_image: null,
  title: `About ${slug}`,
  ...more,
});

async function read(t: TestContext, files: Readonly<Record<string, unknown>>) {
  const texts = Object.entries(files).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const folder = await folderWith(t, Object.fromEntries(texts) as Record<string, string>);
  const problems = new ProblemList();
  const blog = await readDevtoBlog([folder], null, problems);
  return { blog, folder, said: problems.sorted().map(({ severity, what }) => `${severity}: ${what}`) };
}

async function one(t: TestContext, row: Row): Promise<ForeignPost> {
  const { blog } = await read(t, { 'articles.json': [row] });
  return blog.posts[0] ?? assert.fail('no post');
}

test('the zip of DEV: articles go in, comments stay behind', async (t) => {
  const folder = await folderWith(t, {});
  const zip = join(folder, 'export.zip');
  await writeFile(
    zip,
    zipOf([
      [
        'articles.json',
        JSON.stringify([
          exported('one-1abc'),
          exported('two-2abc', { published: false, published_at: null }),
        ]),
      ],
      ['comments.json', '[{"body_markdown": "canary", "commentable_path": "/jo/x"}]'],
    ]),
  );
  const { record } = await readDevto([zip], { source: null });
  assert.equal(record.source, 'dev.to/jo');
  assert.equal(record.site, null);
  assert.deepEqual(
    record.posts.map(({ slug, path, wanted, markdown, tags, authors, canonicalUrl, aliases }) => [
      ...[slug, path, wanted, markdown.trim(), tags, authors, canonicalUrl, aliases],
    ]),
    [
      [
        'one-1abc',
        '/blog/one-1abc',
        'published',
        'The text of one-1abc.',
        ['webdev', 'node'],
        ['jo'],
        null,
        [],
      ],
      ['two-2abc', '/blog/two-2abc', 'draft', 'The text of two-2abc.', ['webdev', 'node'], ['jo'], null, []],
    ],
  );
  assert.deepEqual(record.skipped, [{ file: 'comments.json', why: 'comments' }]);
  assert.deepEqual(
    record.problems.map(({ what }) => what),
    ['1 post is a draft: About two-2abc'],
  );
  assert.deepEqual(
    record.authors.map(({ name, links }) => [name, links]),
    [['Jo Doe', [{ label: 'DEV', url: 'https://dev.to/jo' }]]],
  );
});

test('front matter counts first', async (t) => {
  const body = [
    '---',
    'title: "From <above>: yes"',
    'published: true',
    'description: My own words',
    'tags: Ruby, rails, career',
    'series: Learning Ruby',
    'cover_image: https://img.example/cover.png',
    'canonical_url: https://jo.example/ruby',
    'date: 2019-05-06 07:08:09 +0200',
    '---',
    '',
    '{% youtube dQw4w9WgXcQ %} and [another](https://dev.to/jo/two-2abc)',
  ].join('\r\n');
  const post = await one(
    t,
    exported('ruby-1abc', { body_markdown: body, published_at: null, title: 'Beside' }),
  );
  assert.equal(post.title, 'From &lt;above&gt;: yes');
  assert.deepEqual([post.description, post.canonicalUrl], ['My own words', 'https://jo.example/ruby']);
  assert.deepEqual(post.tags, ['ruby', 'rails', 'career']);
  assert.equal(post.cover?.url, 'https://img.example/cover.png');
  assert.equal(post.publishedAt?.toISOString(), '2019-05-06T05:08:09.000Z');
  const text = post.body();
  assert.ok('format' in text && text.text.startsWith('{% youtube'));
  const draft = await one(t, exported('x', { body_markdown: '---\npublished: false\n---\nx' }));
  assert.equal(draft.wanted, 'draft');
});

test('front matter that is broken, or code, is told; the text goes in', async (t) => {
  const { blog, said } = await read(t, {
    'articles.json': [
      exported('a', { body_markdown: '---\ntitle: [\n---\nText a' }),
      exported('b', { body_markdown: '---js\nprocess.exit(1)\n---\nText b' }),
      exported('c', { body_markdown: '---\n\nA sentence between rules\n\n---\n\nText c' }),
    ],
  });
  const texts = blog.posts
    .map(({ body }) => body())
    .map((body) => ('format' in body ? body.text.trim() : ''));
  assert.match(texts.join('|'), /^Text a\|Text b\|---/);
  assert.deepEqual(said, ['warning: 1 post has front matter that cannot be read: About b']);
});

test('what the API says: series by number, tags as text or list, copies of pictures', async (t) => {
  const user = {
    name: 'Jo',
    username: 'jo',
    github_username: 'jo-gh',
    twitter_username: null,
    website_url: 'https://jo.example',
    profile_image: 'https://media2.dev.to/dynamic/image/width=640/https%3A%2F%2Fuploads.example%2Fjo.png',
  };
  const api = (id: number, more: Row): Row => ({
    ...{ type_of: 'article', id, title: `Part ${id}`, slug: `part-${id}-abc`, body_markdown: 'x', user },
    ...{ url: `https://dev.to/jo/part-${id}-abc`, published_at: `2021-01-0${id}T00:00:00Z`, ...more },
  });
  const { blog, said } = await read(t, {
    'page1.json': [
      api(1, { collection_id: 7, tag_list: ['a', 'b'], tags: 'a, b', edited_at: '2022-01-01T00:00:00Z' }),
      api(2, {
        collection_id: 7,
        tag_list: 'a, c',
        tags: ['a', 'c'],
        body_markdown: '---\nseries: My Series\n---\nx',
      }),
      api(3, {
        collection_id: 8,
        organization: { name: 'Org' },
        social_image: 'https://dev.to/social_previews/article/3.png',
      }),
    ],
    'page2.json': api(4, {
      collection_id: 8,
      published_at: null,
      slug: 'part-4-temp-slug-123',
      url: 'https://dev.to/jo/part-4-temp-slug-123',
    }),
  });
  assert.deepEqual(
    blog.posts.map(({ key, series, tags, slug, url }) => [key, series[0]?.key, tags.join(), slug, url]),
    [
      ['article/part-1-abc', 'name/my-series', 'a,b', 'part-1-abc', 'https://dev.to/jo/part-1-abc'],
      ['article/part-2-abc', 'name/my-series', 'a,c', 'part-2-abc', 'https://dev.to/jo/part-2-abc'],
      ['article/part-3-abc', 'id/8', '', 'part-3-abc', 'https://dev.to/jo/part-3-abc'],
      ['article/part-4-temp-slug-123', 'id/8', '', null, null],
    ],
  );
  assert.deepEqual(
    blog.series.map(({ name }) => name),
    ['My Series', 'Part 3'],
  );
  assert.deepEqual(said, [
    'suggestion: 1 post is a draft: Part 4',
    'warning: 1 series has no name in the export: Part 3',
  ]);
  assert.equal(blog.posts[0]?.updatedAt?.getUTCFullYear(), 2022);
  assert.deepEqual([blog.posts[2]?.metadata, blog.posts[2]?.shareImage], [{ organisation: 'Org' }, null]);
  assert.equal(blog.authors[0]?.avatar, 'https://uploads.example/jo.png');
});

test('links between posts lead to their new places', async (t) => {
  const { folder } = await read(t, {
    'articles.json': [
      exported('one-1abc', {
        body_markdown:
          'See [two](https://dev.to/jo/two-2abc#part) and [that](https://dev.to/ben/that).\n\n{% link jo/two-2abc %} {% embed https://dev.to/jo/two-2abc/ %} {% link ben/that %} `{% link jo/two-2abc %}`',
      }),
      exported('two-2abc'),
    ],
  });
  const { record } = await readDevto([folder], { source: 'x' });
  assert.equal(
    record.posts[0]?.markdown.trim(),
    'See [two](/blog/two-2abc#part) and [that](https://dev.to/ben/that).\n\n' +
      '[About two-2abc](/blog/two-2abc) [About two-2abc](/blog/two-2abc) {% link ben/that %} `{% link jo/two-2abc %}`',
  );
});

test('a row that is none is told, the others go in', async (t) => {
  const { blog, said } = await read(t, {
    'articles.json': [
      1,
      null,
      {},
      exported('good'),
      exported('good'),
      { body_markdown: 'no name', id: 1.5, slug: [] },
    ],
    'broken.json': '[{"body_markdown": "x" "slug": "y"}]',
  });
  assert.equal(blog.posts.length, 1);
  assert.equal(blog.incomplete, true);
  assert.deepEqual(
    said.map((text) => text.slice(0, 46)),
    [
      'error: A row was left out: it is no article, o',
      'error: A row was left out: it is no article, o',
      'error: “An article” was left out: it is no art',
      'error: “About good” was left out: its address ',
      'error: “An article” was left out: it is no art',
      'error: This file was left out. broken.json is ',
    ],
  );
});

test('what is refused says why', async (t) => {
  for (const [text, message] of [
    ['[]', /There are no articles of DEV here \(x\.json holds none\)/],
    ['{"a": 1}', /no articles of DEV/],
    ['', /x\.json is empty/],
    ['[{', /x\.json is no JSON: line 1/],
  ] as const)
    await assert.rejects(
      () => read(t, { 'x.json': text }),
      (error: unknown) => error instanceof InputError && message.test(error.message),
    );
});

test('the picture itself rather than a copy of it', () => {
  const site = 'https://dev.to';
  for (const [address, original] of [
    [
      'https://media.dev.to/cdn-cgi/image/width=1000,height=420,fit=cover/https%3A%2F%2Fa.example%2Fx%20y.png',
      'https://a.example/x%20y.png',
    ],
    [
      'https://res.cloudinary.com/practicaldev/image/fetch/s--x--/c_fill/https://a.example/i.png',
      'https://a.example/i.png',
    ],
    [
      'https://res.cloudinary.com/mine/image/upload/v1/x.png',
      'https://res.cloudinary.com/mine/image/upload/v1/x.png',
    ],
    ['/uploads/a.png', 'https://dev.to/uploads/a.png'],
    [
      'https://media.dev.to/x/https%3A%2F%2Fa.example%2F%E0%A4%A',
      'https://media.dev.to/x/https%3A%2F%2Fa.example%2F%E0%A4%A',
    ],
    ['javascript:alert(1)', null],
  ] as const)
    assert.equal(originalImage(address, site), original);
});
