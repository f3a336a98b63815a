/** Posts as Markdown, HTML and JSON. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { parse } from 'yaml';
import { encodeGlobalId } from '../../src/domain/global-id.ts';
import { testDatabase } from '../support/database.ts';
import { author, category, post, seed, series, site, tag } from '../support/seed.ts';
import { webOf } from '../support/web.ts';

const db = await testDatabase();
const { get } = webOf(db);
const markdown = '## Setup {x}\n\nSee [home](/) & `code`.\n\n```js\nlet a = "<b>";\n```\n\n---\n\nEnd.';

before(async () => {
  const posts = [
    post('one', {
      title: 'On "quotes": <b>& more',
      subtitle: 'A subtitle',
      description: 'What it is about.',
      markdown,
      updatedAt: new Date('2026-02-02T10:00:00Z'),
      tags: ['sql'],
      authors: ['ada', 'bob'],
      categories: ['eng/db'],
      canonicalUrl: 'https://elsewhere.example/one',
      translationKey: 'one',
      supersededBy: 'two',
      cover: { image: { url: 'https://img.example/c.png' }, alt: 'A "cover"', caption: null },
    }),
    post('eins', { language: 'de', title: 'Eins', translationKey: 'one', slug: 'eins' }),
    post('two', { noIndex: true }),
    post('same', { key: 'same-de', language: 'de', path: '/de/same', title: 'Dasselbe' }),
    post('same', { title: 'The same' }),
    post('猫', { path: '/ブログ/猫', title: '猫', language: 'ja' }),
    post('page', { path: '/2026/page.html' }),
    post('draft', { wanted: 'draft', aliases: ['/blog/old-draft'] }),
  ];
  const given = {
    site: site({ name: 'Notes & more' }),
    tags: [tag('sql', { name: 'SQL' })],
    authors: [author('ada', { name: 'Ada' })],
    categories: [category('eng'), category('eng/db', { name: 'Databases', description: 'Where rows live' })],
    series: [series('saga', ['one', 'two', null], { title: 'The saga' })],
    redirects: [{ file: '_redirects', path: '/away', target: 'https://elsewhere.example/x' }],
  };
  await seed(db, {
    ...given,
    posts: [
      ...posts,
      post('removed'),
      post('sql'),
      post('moving', { slug: 'earlier', path: '/blog/earlier' }),
      post('never', { wanted: 'draft' }),
    ],
  });
  await seed(db, { ...given, posts: [...posts, post('moving', { slug: 'now', path: '/blog/now' })] });
});

/** Parts of Markdown with a head. */
function partsOf(text: string) {
  const [, head = '', body = ''] = /^---\n(.*?)\n---\n\n(.*)$/s.exec(text) ?? [];
  return { head: parse(head) as Record<string, unknown>, body };
}

test('Markdown: a head, then the text as its author wrote it', async () => {
  const { status, headers, text } = await get('/posts/one.md');
  assert.deepEqual([status, headers.get('content-type')], [200, 'text/markdown; charset=utf-8']);
  assert.equal(headers.get('link'), '<https://elsewhere.example/one>; rel="canonical"');
  assert.equal(headers.get('content-language'), 'en');
  const { head, body } = partsOf(text);
  assert.equal(body, `${markdown}\n`);
  assert.deepEqual(head, {
    title: 'On "quotes": <b>& more',
    subtitle: 'A subtitle',
    description: 'What it is about.',
    url: 'https://blog.example/blog/one',
    canonical_url: 'https://elsewhere.example/one',
    language: 'en',
    date: '2026-01-01T00:00:00.000Z',
    updated: '2026-02-02T10:00:00.000Z',
    authors: ['Ada', 'bob'],
    categories: ['Databases'],
    tags: ['SQL'],
    series: [{ title: 'The saga', part: 1, of: 3, url: 'https://blog.example/series/saga' }],
    image: 'https://img.example/c.png',
    image_alt: 'A "cover"',
    superseded_by: 'https://blog.example/blog/two',
    translations: [{ language: 'de', title: 'Eins', url: 'https://blog.example/blog/eins' }],
  });
});

test('HTML: a page by itself on which nothing runs', async () => {
  const { status, headers, text } = await get('/posts/one.html');
  assert.deepEqual([status, headers.get('content-type')], [200, 'text/html; charset=utf-8']);
  const csp = headers.get('content-security-policy')!;
  assert.match(csp, /^default-src 'none'; /);
  assert.doesNotMatch(csp, /script-src|unsafe/);
  assert.match(text, /^<!doctype html>\n<html lang="en" dir="auto">/);
  for (const part of [
    '<title>On &quot;quotes&quot;: &lt;b&gt;&amp; more · Notes &amp; more</title>',
    '<link rel="canonical" href="https://elsewhere.example/one">',
    '<link rel="alternate" hreflang="de" href="https://blog.example/blog/eins">',
    '<h1 dir="auto">On &quot;quotes&quot;: &lt;b&gt;&amp; more</h1>',
    '<a rel="author" href="https://blog.example/authors/ada">Ada</a>',
    '<time datetime="2026-01-01T00:00:00.000Z">2026-01-01</time>',
    '<img src="https://img.example/c.png" alt="A &quot;cover&quot;">',
    '<a href="https://blog.example/">home</a>',
    '.hl-keyword {',
    'class="hl-keyword"',
  ]) {
    assert.ok(text.includes(part), part);
  }
  assert.doesNotMatch(text, /<script|\son\w+=|(?:href|src)="\//);
});

test('JSON: the documented shape, with the ids of the graph', async () => {
  const { status, headers, text } = await get('/posts/one.json');
  assert.deepEqual([status, headers.get('content-type')], [200, 'application/json; charset=utf-8']);
  const row = await db.prisma.post.findFirstOrThrow({ where: { slug: 'one' } });
  const { body, ...rest } = JSON.parse(text) as Record<string, unknown> & { body: Record<string, unknown> };
  assert.equal(rest['id'], encodeGlobalId('Post', row.id));
  assert.deepEqual(Object.keys(rest), [
    ...[
      'id',
      'slug',
      'path',
      'url',
      'canonicalUrl',
      'language',
      'title',
      'subtitle',
      'description',
      'excerpt',
    ],
    ...['publishedAt', 'firstPublishedAt', 'updatedAt', 'wordCount', 'readingTimeMinutes', 'coverImage'],
    ...['authors', 'categories', 'tags', 'series', 'translations', 'supersededBy', 'files'],
  ]);
  assert.deepEqual(
    [rest['url'], rest['publishedAt'], rest['supersededBy']],
    ['https://blog.example/blog/one', '2026-01-01T00:00:00.000Z', 'https://blog.example/blog/two'],
  );
  const [place] = rest['series'] as Record<string, unknown>[];
  assert.deepEqual(
    [place!['title'], place!['position'], place!['total'], place!['previous'], place!['next']],
    ['The saga', 1, 3, null, { title: 'two', url: 'https://blog.example/blog/two' }],
  );
  assert.deepEqual(Object.keys(body), ['markdown', 'html', 'text', 'tableOfContents']);
  assert.equal(body['markdown'], markdown);
  const files = rest['files'] as Record<string, string>;
  for (const url of Object.values(files)) assert.equal((await get(new URL(url).pathname)).status, 200);
});

const titleAt = async (path: string): Promise<unknown> => {
  const { status, text } = await get(path);
  return status === 200 ? (JSON.parse(text) as { title: string }).title : status;
};

test('a post is found by slug, by path, and in a language', async () => {
  assert.equal(await titleAt('/blog/one.json'), 'On "quotes": <b>& more');
  assert.equal(await titleAt('/posts/one.json?language=de'), 'Eins');
  assert.equal(await titleAt('/blog/one.json?language=de'), 'Eins');
  assert.equal(await titleAt('/posts/one.json?language=fr'), 404);
  assert.equal(await titleAt('/posts/same.json'), 'The same');
  assert.equal(await titleAt('/posts/same.json?language=de'), 'Dasselbe');
  assert.equal(await titleAt('/de/same.json'), 'Dasselbe');
  for (const path of ['/posts/%E7%8C%AB', '/posts/猫', '/%E3%83%96%E3%83%AD%E3%82%B0/%E7%8C%AB']) {
    assert.equal(await titleAt(`${path}.json`), '猫');
  }
  assert.equal(await titleAt('/2026/page.json'), 404);
  assert.equal(await titleAt('/2026/page.html.json'), 'page');
  assert.match((await get('/2026/page.html')).text, /<h1 dir="auto">page<\/h1>/);
  const { files } = JSON.parse((await get('/de/same.json')).text) as { files: Record<string, string> };
  assert.equal(files['html'], 'https://blog.example/posts/same.html?language=de');
});

test('an old slug leads on; what was removed is gone, what is hidden was never there', async () => {
  const at = async (path: string) => {
    const { status, headers, text } = await get(path);
    return [status, headers.get('location') ?? text];
  };
  assert.deepEqual(await at('/posts/earlier.md'), [301, '/posts/now.md']);
  assert.deepEqual(await at('/blog/earlier.json?x=1'), [301, '/blog/now.json?x=1']);
  assert.deepEqual(await at('/away.md'), [301, 'https://elsewhere.example/x']);
  const gone = [410, '{"error":"This was removed."}'];
  assert.deepEqual(await at('/posts/removed.html'), gone);
  assert.deepEqual(await at('/blog/removed.md'), gone);
  const missing = [404, '{"error":"There is no such page."}'];
  for (const slug of ['draft', 'old-draft', 'never', 'none', 'saga', '%2e%2e', '%00', '%E0%A4%A', 'a%2Fb']) {
    for (const path of [`/posts/${slug}.md`, `/posts/${slug}.json`, `/blog/${slug}.md`]) {
      assert.deepEqual(await at(path), missing, path);
    }
  }
});

test('who does not want a post found says so with every file of it', async () => {
  assert.equal((await get('/posts/two.md')).headers.get('x-robots-tag'), 'noindex');
  assert.match((await get('/posts/two.html')).text, /<meta name="robots" content="noindex">/);
  assert.equal((await get('/posts/one.md')).headers.get('x-robots-tag'), null);
});

test('lists are Markdown too', async () => {
  const series = await get('/series/saga.md');
  assert.equal(series.headers.get('link'), '<https://blog.example/series/saga>; rel="canonical"');
  assert.equal(
    series.text,
    [
      '# The saga',
      '',
      'Page: <https://blog.example/series/saga>',
      '',
      '1. [On "quotes": \\<b>\\& more](https://blog.example/posts/one.md): What it is about.',
      '2. [two](https://blog.example/posts/two.md): The text of two.',
      '3. Part 3 to come (to come)',
      '',
    ]
      .join('\n')
      .replace('\\<b>', '\\<b\\>'),
  );
  const category = await get('/topics/eng/db.md');
  assert.match(
    category.text,
    /^# Databases\n\n> Where rows live\n\nPage: .*\n\n- \[On .*\]\(https:.*one\.md\)/,
  );
  for (const path of [
    '/series/saga.html',
    '/series/saga.json',
    '/tags/sql.html',
    '/tags/none.md',
    '/none.md',
  ]) {
    assert.equal((await get(path)).status, 404, path);
  }
});

test('a file takes the same statements whatever the post has', async () => {
  const one = (await get('/posts/one.json')).statements;
  assert.equal(new Set(one).size, one.length);
  const others = (await get('/posts/same.json')).statements.filter((name) => !one.includes(name));
  assert.deepEqual(others, []);
});
