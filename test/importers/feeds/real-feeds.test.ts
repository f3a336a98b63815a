/** Feeds as WordPress, YouTube and programs that know of no HTML write them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordOf } from './read-feed.ts';

const rss = (...items: readonly string[]): string =>
  '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>' +
  `<title>Far</title><link>https://far.example/</link>${items.map((one) => `<item>${one}</item>`).join('')}` +
  '</channel></rss>';

const below =
  '<p>The post <a href="https://far.example/a/">A</a> appeared first on <a href="https://far.example">Far</a>.</p>';
const text =
  '<figure><img src="/a.png"><figcaption>Seen</figcaption></figure><p>So <b>it</b>, and &#8217;tis.</p>';

for (const [what, description, excerpt] of [
  ['cut, with an ellipsis and a word on the site', `<p>So it, and [&#8230;]</p>\n${below}`, null],
  [
    'cut, with a link to go on',
    '<p>So it, and&hellip; <a href="/a"><span>Continue reading</span> A</a></p>',
    null,
  ],
  ['cut, plain', 'So it, and ’tis. [...]', null],
  ['of the author’s own', `<p>My <i>own</i> words.</p>\n${below}`, 'My *own* words.'],
  [
    'of the author’s own, with a link to go on',
    '<p>My own words. <a href="/a">Continue reading →</a></p>',
    'My own words.',
  ],
] as const)
  test(`a summary beside the text, ${what}`, async (t) => {
    const { posts } = await recordOf(
      t,
      rss(
        `<title>A</title><link>https://far.example/a/</link><description><![CDATA[${description}]]></description>` +
          `<content:encoded><![CDATA[${text}${below}]]></content:encoded>`,
      ),
    );
    assert.equal(posts[0]?.summary, excerpt);
  });

test('titles: what formats them is HTML, any other tag is text', async (t) => {
  const titles = [
    ['How to centre a &lt;div&gt; in &lt;body&gt;', 'How to centre a <div> in <body>'],
    ['A &lt;em&gt;new&lt;/em&gt; &lt;b class="x"&gt;one&lt;/b&gt;&lt;br&gt;here', 'A new one here'],
    ['When to use &lt;b&gt; or Map&lt;K, V&gt;', 'When to use <b> or Map<K, V>'],
    ['&lt;p&gt;In a paragraph&lt;/p&gt;', 'In a paragraph'],
    ['<![CDATA[<h2>All &amp; <code>x</code></h2>]]>', 'All & x'],
    ['1 &lt; 2 &amp;amp; 3 &gt; 2', '1 < 2 & 3 > 2'],
  ] as const;
  const { posts } = await recordOf(
    t,
    rss(...titles.map(([title], at) => `<title>${title}</title><guid>${at}</guid>`)),
  );
  assert.deepEqual(
    posts.map(({ title }) => title),
    titles.map(([, title]) => title),
  );
});

test('a text without HTML has the paragraphs that it shows', async (t) => {
  const { posts } = await recordOf(
    t,
    rss('<title>A</title><description>One\ntwo.\n\nThree &amp;amp; four.</description>'),
  );
  assert.equal(posts[0]?.markdown, 'One two.\n\nThree & four.');
});

test('YouTube: the text of the film, its picture, and a name from its title', async (t) => {
  const { posts } = await recordOf(
    t,
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><title>Far</title>' +
      '<entry><id>yt:video:x</id><title>A film</title><link rel="alternate" href="https://www.youtube.com/watch?v=x"/>' +
      '<media:group><media:title>A film</media:title><media:thumbnail url="https://i.ytimg.com/x.jpg"/>' +
      '<media:description>One\n*two* &lt;3\n\nThree</media:description></media:group></entry></feed>',
  );
  const [film] = posts;
  assert.deepEqual(
    [film?.slug, film?.markdown, film?.cover?.image],
    [
      'a-film',
      'One\\\n\\*two\\* <3\n\nThree',
      { url: 'https://i.ytimg.com/x.jpg', width: null, height: null },
    ],
  );
});

test('what says below a text where it stood is no part of it', async (t) => {
  const medium =
    '<hr><p><a href="https://far.example/b">B</a> was originally published in <a href="https://far.example">Far</a>' +
    ' on Medium, where people are continuing the conversation by highlighting and responding to this story.</p>';
  const own = '<p>The post of the day appeared first on Monday.</p><p>End.</p>';
  const { posts } = await recordOf(
    t,
    rss(
      ...['<p>One.</p>' + below, '<p>Two.</p>' + medium, own].map(
        (body, at) =>
          `<title>T ${at}</title><guid>${at}</guid><content:encoded><![CDATA[${body}\n]]></content:encoded>`,
      ),
    ),
  );
  assert.deepEqual(
    posts.map(({ markdown }) => markdown),
    ['One.', 'Two.', 'The post of the day appeared first on Monday.\n\nEnd.'],
  );
});

test('Blogger: its picture for lists is no cover', async (t) => {
  const { posts } = await recordOf(
    t,
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><title>Far</title><entry>' +
      '<id>1</id><title>A</title><content type="html">&lt;img src="https://far.example/s320/p.jpg"&gt; Text.</content>' +
      '<media:thumbnail url="https://far.example/s72-c/p.jpg" height="72" width="72"/></entry></feed>',
  );
  assert.equal(posts[0]?.cover, null);
});

test('names: a query tells posts apart, but not one that counts visits', async (t) => {
  const links = [
    '/watch?v=1',
    '/article.php?id=2',
    '/own-name/?utm_source=rss&amp;utm_medium=rss',
    '/other?ref=feed',
  ];
  const items = links.map((link, at) => `<title>Title ${at}</title><link>https://far.example${link}</link>`);
  const { posts } = await recordOf(t, rss(...items));
  assert.deepEqual(
    posts.map(({ slug }) => slug),
    ['title-0', 'title-1', 'own-name', 'other'],
  );
});

test('items of one id: the first goes in, others are told; the same once more is nothing to tell', async (t) => {
  const item = (name: string, guid: string): string =>
    `<title>${name}</title><link>https://far.example/${name}</link><guid isPermaLink="false">${guid}</guid>`;
  const { posts, problems } = await recordOf(
    t,
    rss(item('a', 'same'), item('b', 'same'), item('c', 'same'), item('d', 'own'), item('d', 'own')),
  );
  assert.deepEqual(
    posts.map(({ slug }) => slug),
    ['a', 'd'],
  );
  assert.deepEqual(
    problems.map(({ what }) => what),
    ['2 items were left out'],
  );
});

test('UTF-8 under the name of another encoding is UTF-8', async (t) => {
  const words = 'Grüße – «ça»';
  const feed = rss(`<description>${words}</description>`);
  for (const name of ['ISO-8859-1', 'windows-1252', 'us-ascii']) {
    const { posts } = await recordOf(t, `<?xml version="1.0" encoding="${name}"?>${feed}`);
    assert.equal(posts[0]?.markdown, words);
  }
  const western = Buffer.from(
    `<?xml version="1.0" encoding="ISO-8859-1"?>${rss('<description>Grüße</description>')}`,
    'latin1',
  );
  assert.equal((await recordOf(t, western)).posts[0]?.markdown, 'Grüße');
});
