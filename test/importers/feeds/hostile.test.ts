/** Feeds that want to do harm, and feeds that are merely broken. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InputError } from '../../../src/importers/blog-reader.ts';
import { leastCpuMs } from '../../support/cpu-time.ts';
import { rssOf } from './feed-server.ts';
import { recordOf } from './read-feed.ts';

const item = (content: string): string => rssOf([`<item><title>One</title><guid>1</guid>${content}</item>`]);
const said = (problems: readonly { what: string; why: string }[]): string =>
  problems.map(({ what, why }) => `${what}. ${why}`).join('\n');

test('entities of a document type are not read: neither laughs nor files', async (t) => {
  const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
    '',
  );
  const doctype = `<!DOCTYPE rss [<!ENTITY l0 "ha">${laughs}<!ENTITY file SYSTEM "file:///etc/passwd">
<!ENTITY % far SYSTEM "http://127.0.0.1:1/x.dtd"> %far;]>`;
  const feed = item('<description>&l9; &file; &amp;amp; text</description>').replace('?>', `?>${doctype}`);
  const { posts, problems } = await recordOf(t, feed);
  assert.equal(posts[0]?.markdown, '\\&l9; \\&file; & text');
  assert.match(said(problems), /its XML is not well-formed \(2 times; first: undefined entity\)/);
});

test('what is nested, repeated or put on without end is not read to its end, and that is told', async (t) => {
  const told: readonly (readonly [string, RegExp])[] = [
    [item('<a>'.repeat(10_000)), /nested more than 200 deep/],
    [item(`<b ${Array.from({ length: 500 }, (_, n) => `a${n}=""`).join(' ')}/>`), /more than 200 attributes/],
    [item('<b/>'.repeat(410_000)), /more than 400000 elements/],
    [item('</b>'.repeat(110_000)), /more than 100000 faults/],
  ];
  for (const [feed, reason] of told) {
    const { problems } = await recordOf(t, feed);
    assert.match(said(problems), reason);
    assert.equal(
      problems.some(({ severity }) => severity === 'error'),
      true,
    );
  }
});

test('a text that is no post of anybody does not go in, the others do', async (t) => {
  const long = `<item><guid>1</guid><description>${'long '.repeat(1_000_001)}</description></item>`;
  const { posts, problems } = await recordOf(
    t,
    rssOf([long, '<item><guid>2</guid><title>Two</title></item>']),
  );
  assert.deepEqual(
    posts.map(({ title }) => title),
    ['Two'],
  );
  assert.match(said(problems), /an item did not go in\. Its text has more than 5000000 characters/);
});

test('items before the place where a feed breaks off go in, the cut one does not', async (t) => {
  const whole = rssOf(['<item><guid>1</guid><title>One</title></item>', '<item><guid>2</guid><title>Tw']);
  const { posts, problems } = await recordOf(t, whole.slice(0, whole.indexOf('Tw') + 2));
  assert.deepEqual(
    posts.map(({ title }) => title),
    ['One'],
  );
  assert.match(said(problems), /an item did not go in\. The feed breaks off within it/);
});

test('scripts, event handlers and addresses of other kinds do not come along', async (t) => {
  const bad = `<p onclick="x()">a<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">b</a>
<iframe src="https://evil.example"></iframe><a href=" data:text/html,x">c</a></p>`;
  const { posts } = await recordOf(
    t,
    item(`<link>javascript:alert(1)</link><description><![CDATA[${bad}]]></description>
<enclosure url="javascript:alert(2)" type="image/png"/><dc:creator>&lt;script&gt;x&lt;/script&gt;Ada</dc:creator>`),
  );
  const [post] = posts;
  assert.ok(post);
  assert.doesNotMatch(JSON.stringify(post), /javascript:|data:text|<script|alert\(|onerror|onclick/);
  assert.deepEqual([post.canonicalUrl, post.cover], [null, null]);
});

test('without dates, ids, links, titles and authors: what is there counts, and each is a post of its own', async (t) => {
  const items = [
    '<item><description>First words of it</description></item>',
    '<item><title>Two</title></item>',
    '<item/>',
  ];
  const { posts, authors } = await recordOf(t, rssOf([...items, ...items]));
  assert.deepEqual(
    posts.map(({ publishedAt }) => publishedAt),
    [null, null, null],
  );
  assert.equal(new Set(posts.map(({ key, path }) => `${key} ${path}`)).size, 3);
  assert.deepEqual(
    posts.slice(0, 2).map(({ title, slug }) => [title, slug]),
    [
      ['First words of it', 'first-words-of-it'],
      ['Two', 'two'],
    ],
  );
  assert.deepEqual(
    authors.map(({ name, kind }) => [name, kind]),
    [['Far Away', 'ORGANISATION']],
  );
  const again = await recordOf(t, rssOf(items));
  assert.deepEqual(
    again.posts.map(({ key }) => key),
    posts.map(({ key }) => key),
  );
});

test('relative addresses are those of the item, xml:base first', async (t) => {
  const { posts } = await recordOf(
    t,
    item(
      `<link>/2026/one/</link><description xml:base="https://cdn.example/a/">&lt;img src="b.png"&gt;</description>`,
    ),
  );
  assert.equal(posts[0]?.canonicalUrl, 'https://far.example/2026/one/');
  assert.match(posts[0].markdown, /https:\/\/cdn\.example\/a\/b\.png/);
});

const words = 'Grüße – «ça»';
const encodings: readonly (readonly [name: string, feed: Uint8Array])[] = [
  ['UTF-16 with a mark', Buffer.from(`\uFEFF${item(`<description>${words}</description>`)}`, 'utf16le')],
  ['UTF-16 without one', Buffer.from(item(`<description>${words}</description>`), 'utf16le')],
  [
    'windows-1252 that says UTF-8',
    Buffer.from(item('<description>Gr\xfc\xdfe \x96 \xab\xe7a\xbb</description>'), 'latin1'),
  ],
  [
    'UTF-8 that says UTF-16',
    Buffer.from(item(`<description>${words}</description>`).replace('"1.0"', '"1.0" encoding="utf-16"')),
  ],
  [
    'an encoding that does not exist',
    Buffer.from(item(`<description>${words}</description>`).replace('"1.0"', '"1.0" encoding="klingon"')),
  ],
];
for (const [name, feed] of encodings) {
  test(`encodings: ${name}`, async (t) => {
    assert.equal((await recordOf(t, feed)).posts[0]?.markdown, words);
  });
}

test('control characters are not kept', async (t) => {
  const { posts } = await recordOf(t, item('<description>a\u0001b\u000bc\u001fd</description>'));
  assert.equal(posts[0]?.markdown, 'abcd');
});

test('what is no feed is refused with a word on what it is', async (t) => {
  const refused: readonly (readonly [string, RegExp])[] = [
    ['', /neither RSS, Atom nor a JSON Feed/],
    ['<svg/>', /neither RSS, Atom nor a JSON Feed/],
    ['{"a": 1}', /neither RSS, Atom nor a JSON Feed/],
    ['{"items": [', /neither RSS, Atom nor a JSON Feed/],
    ['<!-- x --><!DOCTYPE html><p>Hello', /is a page, not a feed/],
    ['<html><head></head></html>', /is a page, not a feed/],
  ];
  for (const [feed, reason] of refused)
    await assert.rejects(
      recordOf(t, feed),
      (error) => error instanceof InputError && reason.test(error.message),
      feed,
    );
});

test('100 KB of what was made to be slow takes no longer than 100 KB of text', async (t) => {
  const patterns = ['a!', '@a.', 'href= ', '<!---->', '<a href="', '&', '[…', 'The post ', '('];
  for (const pattern of patterns) {
    const text = pattern
      .repeat(100_000 / pattern.length)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;');
    const feed = item(`<description>${text}</description><content:encoded>x ${text}</content:encoded>
<author>${text}</author><category>${text}</category><pubDate>${text}</pubDate><link>${text}</link>`);
    const ms = await leastCpuMs(() => recordOf(t, feed), 1);
    assert.ok(ms < 2000, `${pattern}: ${Math.round(ms)} ms`);
  }
});
