/** What every export has in common: names, addresses, links, terms, series, pictures. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { Spool } from '../../../src/spool/spool.ts';
import { assembled, assembledPosts, foreignPost, html } from './foreign-posts.ts';

const day = (date: string): Date => new Date(`${date}T00:00:00Z`);

test('slugs stay as they are, and each is one post’s: what is published and older comes first', async () => {
  const posts = await assembledPosts(
    foreignPost('1', { slug: 'same', publishedAt: day('2024-02-01') }),
    foreignPost('2', { slug: 'same', publishedAt: day('2023-02-01') }),
    foreignPost('3', { slug: 'same', wanted: 'draft', publishedAt: null }),
    foreignPost('4', { slug: '%e6%97%a5%e6%9c%ac%e8%aa%9e' }),
    foreignPost('5', { slug: 'same', language: 'de' }),
    foreignPost('6', { slug: 'a/b c' }),
  );
  assert.deepEqual(
    posts.map(({ path }) => path),
    ['/blog/same-2', '/blog/same', '/blog/same-3', '/blog/日本語', '/de/blog/same', '/blog/a-b-c'],
  );
});

test('a post without a title is called by its first words', async () => {
  const posts = await assembledPosts(
    foreignPost('1', { title: '', ...html('<p>Short &amp; <b>good</b>.</p><p>More.</p>') }),
    foreignPost('2', { title: '<i> </i>', ...html('') }),
    foreignPost('3', { title: '', body: () => ({ format: 'markdown', text: '\n## *Now* this\n\nText' }) }),
    foreignPost('4', { title: 'Tom &amp; Jerry &lt;3', ...html(`<p>${'word '.repeat(50)}</p>`) }),
    foreignPost('5', { title: '', ...html(`<p>${'word '.repeat(50)}</p>`) }),
  );
  assert.deepEqual(
    posts.map(({ title }) => title),
    ['Short & good. More.', 'Untitled', 'Now this', 'Tom & Jerry <3', `${'word '.repeat(14).trim()}…`],
  );
  assert.equal(posts[0]?.slug, 'short-and-good-more');
});

test('old addresses lead to the post, of this site only, each once', async () => {
  const { posts, redirects } = await assembled({
    posts: [
      foreignPost('1', {
        slug: 'one',
        url: 'http://www.blog.example/2020/01/one/',
        oldUrls: ['/2020/01/uno', 'https://blog.example/?p=1', 'https://else.example/one'],
      }),
      foreignPost('2', { slug: 'two', url: '/2020/01/two', oldUrls: ['/2020/01/one', '/blog/one'] }),
      foreignPost('3', { slug: 'three', url: '/blog/three/' }),
    ],
    tags: [{ key: 't', name: 'Tea', slug: 'tea', description: null, oldUrl: '/tag/tea/' }],
    redirects: [
      { from: '/old', to: '/2020/01/two/#part', place: { file: 'redirects.json', line: null } },
      { from: '/away', to: 'https://else.example/x', place: { file: 'redirects.json', line: null } },
      { from: '/blog/one', to: '/', place: { file: 'redirects.json', line: null } },
    ],
  });
  assert.deepEqual(
    posts.map(({ aliases }) => aliases),
    [['/2020/01/one', '/2020/01/uno'], ['/2020/01/two'], []],
  );
  assert.deepEqual(
    redirects.map(({ path, target }) => [path, target]),
    [
      ['/tag/tea', '/tags/tea'],
      ['/old', '/blog/two#part'],
      ['/away', 'https://else.example/x'],
    ],
  );
});

test('a redirect from what is there is told, once for all', async () => {
  const place = { file: 'redirects.json', line: 3 };
  const { redirects, problems } = await assembled({
    posts: [foreignPost('1', { slug: 'one' }), foreignPost('2', { slug: 'two' })],
    redirects: ['/blog/one', '/blog/two'].map((from) => ({ from, to: '/x', place })),
  });
  assert.deepEqual(redirects, []);
  assert.deepEqual(
    problems.map(({ file, line, what }) => [file, line, what]),
    [['redirects.json', 3, '2 redirects were left out: /blog/one · /blog/two']],
  );
});

const links = [
  ['https://blog.example/2020/one/', '/blog/one'],
  ['http://www.blog.example/2020/one/?utm_source=x#top', '/blog/one#top'],
  ['../one/', '/blog/one'],
  ['/2020/one', '/blog/one'],
  ['/?p=7', '/blog/one'],
  ['https://blog.example/2020/two/#note', '#note'],
  ['/about/', '/about'],
  ['files/x.pdf', 'https://blog.example/2020/two/files/x.pdf'],
  ['https://else.example/2020/one/', 'https://else.example/2020/one/'],
  ['mailto:a@b.example', 'mailto:a@b.example'],
  ['#own', '#own'],
] as const;

for (const format of ['html', 'markdown'] as const) {
  test(`links between posts lead to their new paths, in ${format}`, async () => {
    const text = links
      .map(([to]) => (format === 'html' ? `<p><a href="${to}">x</a></p>` : `[x](${to})`))
      .join('\n\n');
    const [, two] = await assembledPosts(
      foreignPost('1', {
        slug: 'one',
        url: 'https://blog.example/2020/one/',
        oldUrls: ['https://blog.example/?p=7'],
      }),
      foreignPost('2', {
        slug: 'two',
        url: 'https://blog.example/2020/two/',
        body: () => ({ format, text }),
      }),
    );
    const found = [...(two?.markdown ?? '').matchAll(/\]\(([^)]*)\)|<(mailto:[^>]*)>/g)];
    assert.deepEqual(
      found.map(([, to, mail]) => to ?? mail),
      links.map(([, to]) => to),
    );
  });
}

test('what is code in Markdown stays as it is', async () => {
  const text = '`[x](/2020/one)`\n\n```\n[x](/2020/one)\n```\n\n![a](img/b.png) <img src="/c.png">';
  const [, two] = await assembledPosts(
    foreignPost('1', { slug: 'one', url: '/2020/one' }),
    foreignPost('2', { url: '/2020/two/', body: () => ({ format: 'markdown', text }) }),
  );
  assert.equal(
    two?.markdown,
    text
      .replace('img/b.png', 'https://blog.example/2020/two/img/b.png')
      .replace('/c.png', 'https://blog.example/c.png'),
  );
});

test('posts that stay elsewhere keep their addresses: only what came along is linked here', async () => {
  const { posts, site } = await assembled({
    staysElsewhere: true,
    posts: [
      foreignPost('1', { slug: 'one', url: 'https://blog.example/one' }),
      foreignPost('2', {
        url: 'https://blog.example/two',
        ...html('<a href="/one">a</a> <a href="/three">b</a> <img src="c.png" alt="c">'),
      }),
    ],
  });
  assert.equal(site, null);
  assert.deepEqual(
    posts.map(({ aliases }) => aliases),
    [[], []],
  );
  assert.equal(
    posts[1]?.markdown,
    '[a](/blog/one) [b](https://blog.example/three) ![c](https://blog.example/c.png)',
  );
});

test('a tree of categories, whatever its order; a circle ends at the top', async () => {
  const category = (key: string, parent: string | null) => ({
    ...{ key, name: `${key} &amp; more`, slug: key, description: null, parent },
  });
  const { categories, posts } = await assembled({
    categories: [
      category('c', 'b'),
      category('b', 'a'),
      category('a', null),
      category('x', 'y'),
      category('y', 'x'),
    ],
    posts: [foreignPost('1', { categories: ['c', 'gone', 'x'] })],
  });
  assert.deepEqual(
    categories.map(({ treePath }) => treePath),
    ['a', 'a/b', 'a/b/c', 'y', 'y/x'],
  );
  assert.equal(categories[0]?.name, 'a & more');
  assert.deepEqual(posts[0]?.categories, ['a/b/c', 'y/x']);
});

test('people and tags: one slug each, no mail address, links of the web only', async () => {
  const author = { kind: null, bio: 'I <b>write</b>', avatar: '/me.png', slug: null };
  const { authors, tags } = await assembled({
    authors: [
      { ...author, key: '1', name: 'Ada', url: 'javascript:x', links: [{ label: 'x', url: 'data:x' }] },
      { ...author, key: '2', name: 'ada@mail.example', url: null, links: [] },
    ],
    tags: [
      { key: '1', name: 'C++', slug: null, description: null },
      { key: '2', name: 'c++', slug: null, description: null },
      { key: '3', name: 'CPP', slug: 'cpp', description: 'x' },
    ],
  });
  assert.deepEqual(
    authors.map(({ name, slug, url, links, bio }) => ({ name, slug, url, links, bio })),
    [
      { name: 'Ada', slug: 'ada', url: null, links: [], bio: 'I write' },
      { name: 'ada', slug: 'ada-2', url: null, links: [], bio: 'I write' },
    ],
  );
  assert.deepEqual(authors[0]?.avatar, { url: 'https://blog.example/me.png', width: null, height: null });
  assert.deepEqual(
    tags.map(({ slug, name }) => [slug, name]),
    [
      ['cpp', 'C++'],
      ['cpp-2', 'CPP'],
    ],
  );
});

test('series by the numbers of the export, then by titles, one for each language', async () => {
  const inSeries = (key: string, position: number | null) => ({ series: [{ key, position }] });
  const { series } = await assembled({
    series: [{ key: '9', name: 'Tea', slug: 'tea', description: 'All of it', plannedTotal: 5 }],
    posts: [
      foreignPost('1', { ...inSeries('9', 2) }),
      foreignPost('2', { ...inSeries('9', 1) }),
      foreignPost('3', { ...inSeries('9', null), language: 'de' }),
      foreignPost('4', { title: 'Milk, part 1' }),
      foreignPost('5', { title: 'Milk, part 2' }),
    ],
  });
  assert.deepEqual(
    series.map(({ slug, title, language, plannedTotal, parts }) => [
      ...[slug, title, language, plannedTotal],
      parts.map(({ position, post }) => `${position}:${post ?? ''}`).join(' '),
    ]),
    [
      ['tea', 'Tea', 'en', 5, '1:2 2:1'],
      ['tea-de', 'Tea', 'de', 5, '1:3'],
      ['milk', 'Milk', 'en', null, '1:4 2:5'],
    ],
  );
});

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('pictures of the export are files, others stay addresses', async () => {
  const files = new Map([
    ['/img/a b.png', png],
    ['/img/bad.png', Buffer.from('no picture')],
  ]);
  const images = {
    find(address: string, site: string | null) {
      const path = decodeURI(address.replace(site ?? '', ''));
      const bytes = files.get(path);
      return bytes ? { name: `files${path}`, read: () => Promise.resolve(bytes) } : null;
    },
  };
  const { posts, problems } = await assembled(
    {
      posts: [
        foreignPost('1', {
          cover: { url: '/img/a b.png', alt: 'A &amp; b', caption: '<i>c</i>', width: 9, height: 9 },
          shareImage: 'https://else.example/s.png',
          ...html('<img src="/img/a%20b.png" alt="a"><img src="/img/bad.png" alt="b">'),
        }),
      ],
    },
    { images },
  );
  const [post] = posts;
  assert.deepEqual(post?.cover?.image, {
    file: 'files/img/a b.png',
    sha256: createHash('sha256').update(png).digest('hex'),
    mimeType: 'image/png',
    byteSize: png.byteLength,
    width: 1,
    height: 1,
  });
  assert.deepEqual([post.cover.alt, post.cover.caption], ['A & b', 'c']);
  assert.deepEqual(post.shareImage, { url: 'https://else.example/s.png', width: null, height: null });
  assert.match(post.markdown, /!\[a\]\(\/img\/a%20b\.png\)/);
  assert.equal(post.images['/img/a%20b.png']?.file, 'files/img/a b.png');
  assert.deepEqual(
    problems.map(({ file }) => file),
    ['files/img/bad.png'],
  );
});

test('texts may wait in a file', async () => {
  const spool = await Spool.open();
  try {
    const { posts } = await assembled({ posts: [foreignPost('1', html('<h2>Tea</h2>'))] }, { spool });
    assert.equal(posts[0]?.markdown, '## Tea');
    assert.ok(!('value' in (Object.getOwnPropertyDescriptor(posts[0], 'markdown') ?? {})));
  } finally {
    spool.close();
  }
});
