/** Small sites of further generators, in their own ways. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlogRecord } from '../../../src/domain/blog-record.ts';
import { blogOf, told } from '../blog-folder.ts';

const paths = ({ posts }: BlogRecord): Record<string, string> =>
  Object.fromEntries(posts.map(({ key, path }) => [key, path]));

const skipped = (record: BlogRecord): string[] => record.skipped.map(({ file }) => file);

test('Hexo: no opening fence, categories as a path, a page with a date, the folder of an asset', async (t) => {
  const record = await blogOf(t, {
    '_config.yml': [
      'title: A Hexo site',
      'language: [zh-CN, en]',
      'permalink: :year/:month/:title/',
      'source_dir: source',
    ],
    'source/_posts/hello.md': [
      'title: 你好',
      'date: 2024-2-3 04:05:06',
      'categories:',
      '- A',
      '- B',
      'tags: one two',
      '---',
      '',
      'x ![](pic.svg)',
    ],
    'source/_posts/hello/pic.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="4"/>',
    'source/_posts/lists.md': [
      '---',
      'title: Lists',
      'date: 2024-02-04',
      'categories:',
      '- [A, C]',
      '- [D]',
      '---',
      'x',
    ],
    'source/about/index.md': 'title: About\ndate: 2024-01-01\n---\nx',
  });
  assert.deepEqual(told(record.problems), []);
  const [hello, lists] = record.posts;
  assert.equal(hello?.path, '/2024/02/hello');
  assert.equal(hello.language, 'zh-CN');
  assert.deepEqual(hello.categories, ['a/b']);
  assert.deepEqual(hello.tags, ['one-two']);
  assert.equal(hello.images['pic.svg']?.width, 3);
  assert.deepEqual(lists?.categories, ['a/c', 'd']);
  assert.deepEqual(
    record.categories.map(({ treePath }) => treePath),
    ['a', 'd', 'a/b', 'a/c'],
  );
  assert.deepEqual(skipped(record), ['source/about/index.md']);
});

test('Eleventy: directory data, a tag that names the collection, templates and false as permalink', async (t) => {
  const record = await blogOf(t, {
    'content/blog/blog.json': '{ "layout": "post.njk", "tags": "posts", "author": "Jane Doe" }',
    'content/blog/a.md': [
      '---',
      'title: A',
      'date: 2024-01-01',
      'tags: [posts, second tag]',
      'permalink: "/x/{{ page.fileSlug }}/"',
      '---',
      'x',
    ],
    'content/blog/b/b.md': [
      '---',
      'title: B',
      'date: 2024-01-02',
      'tags: [posts]',
      'permalink: false',
      '---',
      'x',
    ],
    'content/blog/c.md': [
      '---',
      'title: C',
      'date: 2024-01-03',
      'tags: posts',
      'permalink: "/{{ title | weird }}/"',
      '---',
      'x',
    ],
    'content/404.md': '---\npermalink: 404.html\n---\nx',
  });
  assert.deepEqual(told(record.problems), [
    'warning content/blog/a.md: the tag "posts" was left out',
    'warning content/blog/c.md:5 "permalink" was not followed',
  ]);
  assert.deepEqual(Object.values(paths(record)), ['/x/a', '/blog/b', '/blog/c']);
  assert.deepEqual(
    record.tags.map(({ name }) => name),
    ['second tag'],
  );
  assert.deepEqual(
    record.authors.map(({ name }) => name),
    ['Jane Doe'],
  );
});

test('Astro, Next and Gatsby: their folders, date keys, images as maps, authors as files', async (t) => {
  const record = await blogOf(t, {
    'src/content/blog/one.mdx': [
      '---',
      'title: One',
      'pubDate: "Jul 08 2022"',
      'updatedDate: "Sept 1, 2022"',
      'heroImage: { src: "../../assets/one.svg", alt: "The one" }',
      'author: ../authors/jane.md',
      '---',
      "import X from 'x';",
      '',
      'x',
    ],
    'src/assets/one.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 40"/>',
    'src/pages/index.mdx': '---\ntitle: Home\n---\nx',
    'data/blog/two.md': [
      '---',
      "title: 'Two'",
      "date: '2024-05-06'",
      "lastmod: '2024-06-07'",
      "authors: ['default', 'jane']",
      "images: ['/static/a.png']",
      '---',
      'x',
    ],
    'data/authors/default.mdx': [
      '---',
      'name: Default Author',
      'avatar: /static/me.png',
      'occupation: Professor',
      'company: Stanford',
      'email: a@b.example',
      'github: https://github.com/x',
      '---',
      '',
      'A biography.',
    ],
    'data/authors/jane.json': '{ "name": "Jane Doe" }',
    'content/blog/three/index.md': [
      '---',
      'title: Three',
      'date: "2015-05-28T22:40:32.169Z"',
      'featuredImage: ./cover.svg',
      '---',
      'x',
    ],
    'content/blog/three/cover.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20"/>',
  });
  assert.deepEqual(told(record.problems), []);
  const [three, two, one] = record.posts;
  assert.deepEqual(one?.publishedAt, new Date('2022-07-08'));
  assert.deepEqual(one.updatedAt, new Date('2022-09-01'));
  assert.equal(one.cover?.alt, 'The one');
  assert.deepEqual(one.authors, ['jane']);
  assert.deepEqual(two?.authors, ['default', 'jane']);
  assert.ok(three?.cover && 'file' in three.cover.image);
  assert.equal(three.cover.image.file, 'content/blog/three/cover.svg');
  assert.deepEqual([three.cover.image.width, three.cover.image.height], [10, 20]);
  const author = record.authors.find(({ key }) => key === 'default');
  assert.equal(author?.role, 'Professor, Stanford');
  assert.equal(author.bio, 'A biography.');
  assert.deepEqual(author.avatar, { url: '/static/me.png' });
  assert.deepEqual(author.links, [{ label: 'GitHub', url: 'https://github.com/x' }]);
  assert.deepEqual(author.metadata, {});
});

test('dev.to: comma tags, published, series by date, canonical, no authors', async (t) => {
  const front = (title: string, date: string): string[] => [
    '---',
    `title: ${title}`,
    'published: true',
    "tags: 'a, b'",
    'series: Tricks',
    `date: '${date}'`,
    'canonical_url: null',
    'cover_image: null',
    'id: 5',
    '---',
    'x',
  ];
  const record = await blogOf(t, {
    'articles/x/late.md': front('Late', '2024-02-01T00:00:00Z'),
    'articles/y/early.md': front('Early', '2024-01-01T00:00:00Z'),
  });
  assert.deepEqual(told(record.problems), []);
  assert.deepEqual(
    record.series[0]?.parts.map(({ position, post }) => [position, post]),
    [
      [1, 'articles/y/early.md'],
      [2, 'articles/x/late.md'],
    ],
  );
  assert.deepEqual(record.authors, []);
  assert.deepEqual(record.posts[0]?.metadata, { id: 5 });
});
