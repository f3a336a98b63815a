import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlogRecord } from '../../../src/domain/blog-record.ts';
import { blogOf, postOf, text, told } from '../blog-folder.ts';

const addresses = ({ posts }: BlogRecord): Record<string, string> =>
  Object.fromEntries(posts.map(({ key, slug, path }) => [key, `${slug} ${path}`]));

const written: Readonly<Record<string, readonly [slug: string, path: string]>> = {
  'slug: my-slug': ['my-slug', '/blog/my-slug'],
  'slug: go1.13_errors': ['go1.13_errors', '/blog/go1.13_errors'],
  'slug: "Not & fit"': ['not-and-fit', '/blog/not-and-fit'],
  'slug: /deep/er': ['er', '/blog/deep/er'],
  'permalink: /2015/05/21/tock/': ['tock', '/2015/05/21/tock'],
  'permalink: /2015/05/21/': ['a-post', '/2015/05/21'],
  'permalink: page.html': ['page', '/page.html'],
  'permalink: /:year/:title/': ['a-post', '/2024/a-post'],
  'permalink: pretty': ['a-post', '/2024/01/02/a-post'],
  'permalink: false': ['a-post', '/blog/a-post'],
  'permalink: /%2e%2e/%2e%2e/%2e%2e/baddie.html': ['baddie', '/baddie.html'],
  'url: /x/y': ['y', '/x/y'],
  'path: "2025/09/18/Rust"': ['Rust', '/2025/09/18/Rust'],
};
for (const [line, [slug, path]] of Object.entries(written)) {
  test(`follows "${line}"`, async (t) => {
    const post = await postOf(t, text('title: T', 'date: 2024-01-02', line));
    assert.deepEqual([post.slug, post.path], [slug, path]);
    assert.deepEqual(told(post.problems), []);
  });
}

test('slugs are names of files as they are, when they are fit', async (t) => {
  const record = await blogOf(t, {
    'posts/2024-01-01-Mixed_Case.and-dots...md': 'x',
    'posts/escape-+ %20[].md': 'x',
    'posts/日本語.md': 'x',
    'posts/folder/folder.md': 'x',
    'posts/own/index.mdx': 'x',
  });
  assert.deepEqual(
    record.posts.map(({ slug }) => slug),
    ['Mixed_Case.and-dots', 'escape', 'folder', 'own', '日本語'],
  );
});

test('the site says the pattern', async (t) => {
  const record = await blogOf(t, {
    'site.yml': 'name: S\npermalinks: { post: "/:category/:year/:slug", tag: /t/:slug, nonsense: x }',
    'posts/a.md': text('title: A', 'date: 2024-01-01', 'category: work/tools', 'tags: [x]'),
    'posts/b.md': text('title: B', 'date: 2024-01-01'),
  });
  assert.deepEqual(addresses(record), { 'posts/a.md': 'a /work/tools/2024/a', 'posts/b.md': 'b /2024/b' });
  assert.equal(record.tags[0]?.path, '/t/x');
  assert.deepEqual(told(record.problems), ['warning site.yml: the permalink of "nonsense" was left out']);
});

test('two posts never share an address: written ones first, then the older, then by path', async (t) => {
  const record = await blogOf(t, {
    'posts/2023/kubecon.md': text('title: K', 'date: 2023-01-01'),
    'posts/2022/kubecon.md': text('title: K', 'date: 2022-01-01'),
    'posts/named.md': text('title: N', 'date: 2024-01-01', 'slug: plain'),
    'posts/plain.md': text('title: P', 'date: 2020-01-01'),
    'posts/one.md': text('title: 1', 'date: 2024-01-01', 'permalink: /same/'),
    'posts/two.md': text('title: 2', 'date: 2024-01-02', 'permalink: /same'),
  });
  assert.deepEqual(addresses(record), {
    'posts/2022/kubecon.md': 'kubecon /blog/kubecon',
    'posts/2023/kubecon.md': '2023-kubecon /blog/2023-kubecon',
    'posts/named.md': 'plain /blog/plain',
    'posts/one.md': 'same /same',
    'posts/plain.md': 'plain-2 /blog/plain-2',
    'posts/two.md': 'two /blog/two',
  });
  assert.deepEqual(told(record.problems), [
    'warning posts/2023/kubecon.md: the slug "kubecon" became "2023-kubecon"',
    'warning posts/plain.md: the slug "plain" became "plain-2"',
    'warning posts/two.md:4 the path /same became /blog/two',
  ]);
});

test('a permalink that cannot be followed is told, and kept', async (t) => {
  for (const permalink of ['/{{ year }}/x/', 'https://elsewhere.example/x']) {
    const post = await postOf(t, text('title: T', 'date: 2024-01-01', `permalink: "${permalink}"`));
    assert.equal(post.path, '/blog/a-post');
    assert.deepEqual(post.metadata, { permalink });
    assert.deepEqual(told(post.problems), ['warning posts/a-post.md:4 "permalink" was not followed']);
  }
});

test('aliases in their many spellings; one that another post has is told', async (t) => {
  const record = await blogOf(t, {
    'posts/a.md': text(
      'title: A',
      'date: 2024-01-01',
      'redirect_from: [/old/, "/2020/x.html", /blog/b, "https://elsewhere.example/x"]',
    ),
    'posts/b.md': text('title: B', 'date: 2024-01-02', 'aliases: /old, /older/index.html'),
  });
  assert.deepEqual(
    record.posts.map(({ aliases }) => aliases),
    [['/old', '/2020/x.html'], ['/older']],
  );
  assert.deepEqual(told(record.problems), [
    'warning posts/a.md:4 the alias /blog/b was left out',
    'warning posts/b.md:4 the alias /old was left out',
  ]);
});

test('links to files of posts lead to their paths, code stays', async (t) => {
  const body = [
    'See [b](./b/index.md#top), [b](b/index.md "B"), [ref] and <a href="b/index.md">b</a>.',
    '`[b](./b/index.md)` [no](./none.md) [web](https://x.example/b/index.md)',
    '',
    '```',
    '[b](./b/index.md)',
    '```',
    '',
    '[ref]: ./b/index.md',
  ].join('\n');
  const record = await blogOf(t, {
    'posts/a.md': text('title: A', 'date: 2024-01-01') + body,
    'posts/b/index.md': text('title: B', 'date: 2024-01-01', 'permalink: /the/b'),
  });
  assert.equal(
    record.posts[0]?.markdown.slice('\nSome text.\n'.length),
    [
      'See [b](/the/b#top), [b](/the/b "B"), [ref] and <a href="/the/b">b</a>.',
      '`[b](./b/index.md)` [no](./none.md) [web](https://x.example/b/index.md)',
      '',
      '```',
      '[b](./b/index.md)',
      '```',
      '',
      '[ref]: /the/b',
    ].join('\n'),
  );
});

test('related posts and successors by slug, path, file and title', async (t) => {
  const record = await blogOf(t, {
    'posts/a.md': text(
      'title: A',
      'date: 2024-01-01',
      'related: [b, /blog/c, ./d.md, "The E", nobody, a]',
      'supersededBy: b',
    ),
    'posts/b.md': text('title: B', 'date: 2024-01-01'),
    'posts/c.md': text('title: C', 'date: 2024-01-01'),
    'posts/d.md': text('title: D', 'date: 2024-01-01'),
    'posts/e.md': text('title: The E', 'date: 2024-01-01'),
  });
  const [a] = record.posts;
  assert.deepEqual(a?.related, ['posts/b.md', 'posts/c.md', 'posts/d.md', 'posts/e.md']);
  assert.equal(a.supersededBy, 'posts/b.md');
  assert.deepEqual(told(record.problems), ['warning posts/a.md:4 "nobody" in "related" was left out']);
});

test('canonical addresses in their many spellings; nonsense is told', async (t) => {
  const canonical = 'https://elsewhere.example/x';
  for (const line of [
    `canonical_url: ${canonical}`,
    `canonicalURL: ${canonical}`,
    `seo: { canonical: "${canonical}" }`,
    `externalUrl: ${canonical}`,
  ]) {
    assert.equal((await postOf(t, text('title: T', 'date: 2024-01-01', line))).canonicalUrl, canonical);
  }
  const post = await postOf(t, text('title: T', 'date: 2024-01-01', 'canonical: javascript:alert(1)'));
  assert.equal(post.canonicalUrl, null);
  assert.deepEqual(told(post.problems), ['warning posts/a-post.md:4 the canonical address was left out']);
});
