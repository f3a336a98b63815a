import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWxr } from './read-wxr.ts';
import { author, item, wxr } from './wxr-text.ts';

test('a post: text, excerpt, author, dates, address; the site', async () => {
  const post = item({
    id: 7,
    title: 'Fish &amp; chips',
    slug: 'fish-chips',
    creator: 'jane',
    content: 'One line.\n\nAnother.',
    excerpt: 'Short <em>words</em>.',
    modifiedGmt: '2020-02-01 00:00:00',
  });
  const { source, site, posts, authors, said } = await readWxr(wxr(author('jane', 'Jane Doe') + post));
  assert.equal(source, 'blog.example');
  assert.deepEqual(
    { name: site?.name, url: site?.url, tagline: site?.tagline, language: site?.defaultLanguage },
    { name: 'The Blog', url: 'https://blog.example', tagline: 'Just another blog', language: 'en-US' },
  );
  const [
    { key, slug, path, title, summary, markdown, publishedAt, updatedAt, aliases, wanted } = assert.fail(),
  ] = posts;
  assert.deepEqual(
    { key, slug, path, title, summary, markdown: markdown.trim(), aliases, wanted },
    {
      key: 'post/7',
      slug: 'fish-chips',
      path: '/blog/fish-chips',
      title: 'Fish & chips',
      summary: 'Short *words*.',
      markdown: 'One line.\n\nAnother.',
      aliases: ['/2020/01/fish-chips'],
      wanted: 'published',
    },
  );
  assert.equal(publishedAt?.toISOString(), '2020-01-02T03:04:05.000Z');
  assert.equal(updatedAt?.toISOString(), '2020-02-01T00:00:00.000Z');
  assert.deepEqual(
    authors.map(({ name }) => name),
    ['Jane Doe'],
  );
  assert.deepEqual(said, []);
});

test('what is not public comes in as a draft, one line for each sort; what waits keeps its time', async () => {
  const { post, posts, said } = await readWxr(
    wxr(
      [
        item({ id: 1, status: 'publish' }),
        item({ id: 2, status: 'draft', gmt: '0000-00-00 00:00:00' }),
        item({ id: 3, status: 'pending' }),
        item({ id: 4, status: 'private' }),
        item({ id: 5, password: 'hunter2secret' }),
        item({ id: 6, status: 'future', gmt: '2099-05-06 07:08:09' }),
        item({ id: 7, status: 'archived' }),
        item({ id: 8, status: 'private' }),
        item({ id: 9, status: 'future', gmt: '0000-00-00 00:00:00', date: '0000-00-00 00:00:00' }),
        item({ id: 10, status: 'trash' }),
        item({ id: 11, status: 'auto-draft' }),
      ].join(''),
    ),
  );
  assert.deepEqual(
    posts.map(({ wanted, metadata }) => [wanted, metadata['status']]),
    [
      ['published', undefined],
      ['draft', 'draft'],
      ['draft', 'pending'],
      ['draft', 'private'],
      ['draft', 'publish'],
      ['published', undefined],
      ['draft', 'archived'],
      ['draft', 'private'],
      ['draft', 'future'],
    ],
  );
  assert.equal(post(5).metadata['protected'], true);
  assert.equal(post(6).publishedAt?.toISOString(), '2099-05-06T07:08:09.000Z');
  assert.doesNotMatch(JSON.stringify(posts), /hunter2/);
  assert.deepEqual(said, [
    'suggestion: 1 post is a draft: “Post 2”',
    'warning: 1 post waits for review and came in as a draft: “Post 3”',
    'warning: 2 private posts came in as drafts: “Post 4”, “Post 8”',
    'warning: 1 post that a password protects came in as a draft: “Post 5”',
    'warning: 1 post of a status that is not known came in as a draft (archived): “Post 7”',
    'warning: 1 post is to be published at a time that is not said, and came in as a draft: “Post 9”',
  ]);
});

test('dates: GMT, else the date of the feed, else the local one; none of no day', async () => {
  const none = '0000-00-00 00:00:00';
  const { post } = await readWxr(
    wxr(
      [
        item({ id: 1, gmt: none, date: '2011-06-01 12:00:00', pubDate: 'Wed, 01 Jun 2011 10:00:00 +0000' }),
        item({ id: 2, gmt: none, date: '2011-06-01 12:00:00', pubDate: 'Wed, 30 Nov -0001 00:00:00 +0000' }),
        item({ id: 3, gmt: none, date: none, pubDate: 'Wed, 01 Jun 2011 10:00:00 +0200' }),
        item({ id: 4, gmt: '2011-02-31 10:00:00', date: '2011-13-01 10:00:00' }),
        item({ id: 5, gmt: none, date: '2011-06-01 12:00:00', pubDate: 'Wed, 01 Jun 2016 10:00:00 +0000' }),
        item({ id: 6, raw: '<wp:post_modified>2020-01-05 04:04:05</wp:post_modified>' }),
        item({ id: 7, modifiedGmt: '2019-12-31 00:00:00' }),
      ].join(''),
    ),
  );
  const dateOf = (id: number): string | undefined => post(id).publishedAt?.toISOString();
  assert.equal(dateOf(1), '2011-06-01T10:00:00.000Z');
  assert.equal(dateOf(2), '2011-06-01T12:00:00.000Z');
  assert.equal(dateOf(3), '2011-06-01T08:00:00.000Z');
  assert.equal(dateOf(4), undefined);
  assert.equal(dateOf(5), '2011-06-01T12:00:00.000Z');
  // An hour east of Greenwich, as when it was published.
  assert.equal(post(6).updatedAt?.toISOString(), '2020-01-05T03:04:05.000Z');
  assert.equal(post(7).updatedAt, null);
});

test('old addresses: the permalink, former slugs, by number; links between posts follow', async () => {
  const first = item({
    id: 1,
    slug: 'new-name',
    meta: [
      ['_wp_old_slug', 'old-name'],
      ['_wp_old_slug', 'older-name'],
      ['_wp_old_slug', 'new-name__trashed'],
      ['blogger_permalink', '/2008/05/first-name.html'],
      ['blogger_permalink', 'http://a-blog.blogspot.example/2007/02/first.html'],
      ['blogger_permalink', ''],
    ],
    guid: 'http://www.blog.example/archives/2009/first-name/',
  });
  const content =
    '<a href="/?p=1">a</a> <a href="http://www.blog.example/2020/01/old-name/#x">b</a> <a href="../new-name/">c</a> <a href="https://elsewhere.example/?p=1">d</a>';
  const second = item({
    id: 2,
    slug: '',
    link: 'https://blog.example/?p=2',
    guid: 'http://localhost/?p=2',
    content,
  });
  const { post } = await readWxr(wxr(first + second));
  assert.deepEqual(post(1).aliases.toSorted(), [
    '/2007/02/first.html',
    '/2008/05/first-name.html',
    '/2020/01/new-name',
    '/2020/01/old-name',
    '/2020/01/older-name',
    '/archives/2009/first-name',
  ]);
  assert.equal(post(2).slug, 'post-2');
  assert.deepEqual(post(2).aliases, []);
  assert.match(post(2).markdown, /\[a\]\(\/blog\/new-name\) \[b\]\(\/blog\/new-name#x\)/);
  assert.match(post(2).markdown, /\[d\]\(https:\/\/elsewhere\.example\/\?p=1\)/);
});

test('slugs in other scripts, and names of files', async () => {
  const { post } = await readWxr(
    wxr(
      item({
        id: 1,
        slug: '%e6%97%a5%e6%9c%ac%e8%aa%9e',
        link: 'https://blog.example/%e6%97%a5%e6%9c%ac%e8%aa%9e/',
      }) + item({ id: 2, slug: 'squarespace.html' }),
    ),
  );
  assert.equal(post(1).slug, '日本語');
  assert.deepEqual(post(1).aliases, ['/日本語']);
  assert.equal(post(2).slug, 'squarespace');
});

test('pages are left out, and posts with `pages`; other types are told', async () => {
  const text = wxr(
    item({ id: 1 }) +
      item({ id: 2, type: 'page', title: 'About', slug: 'about' }) +
      item({ id: 3, type: 'nav_menu_item' }) +
      item({ id: 4, type: 'recipe' }),
  );
  const without = await readWxr(text);
  assert.deepEqual(
    without.posts.map(({ key }) => key),
    ['post/1'],
  );
  assert.deepEqual(without.skipped, [
    { file: 'export.xml: 1 × page', why: 'a page; --pages takes pages as posts too' },
    { file: 'export.xml: 1 × nav_menu_item', why: 'neither a post nor a page' },
    { file: 'export.xml: 1 × recipe', why: 'neither a post nor a page' },
  ]);
  assert.deepEqual(without.said, [
    'suggestion: 1 item of a type of the site’s own was left out (recipe): export.xml',
  ]);
  const withPages = await readWxr(text, { pages: true });
  assert.deepEqual(
    withPages.posts.map(({ key }) => key),
    ['post/1', 'page/2'],
  );
  assert.equal(withPages.post(2).metadata['type'], 'page');
});

test('sticky, format, recordings and terms of other taxonomies are in the metadata', async () => {
  const { post, said } = await readWxr(
    wxr(
      item({
        id: 1,
        sticky: true,
        terms: [
          ['post_format', 'post-format-audio', 'Audio'],
          ['mood', 'cheerful', 'Cheerful &amp; loud'],
          ['nav_menu', 'top', 'Top'],
        ],
        meta: [
          ['enclosure', 'https://cdn.example/1.mp3\n12345\naudio/mpeg\na:1:{s:8:"duration";s:5:"12:34";}'],
          ['enclosure', 'javascript:alert(1)'],
          ['_api_secret', 's3cret'],
        ],
      }),
    ),
  );
  assert.deepEqual(post(1).metadata, {
    sticky: true,
    format: 'audio',
    enclosures: [{ url: 'https://cdn.example/1.mp3', type: 'audio/mpeg', length: 12345 }],
    taxonomies: { mood: ['Cheerful & loud'] },
  });
  assert.match(post(1).markdown, /\[1\.mp3\]\(https:\/\/cdn\.example\/1\.mp3\)/);
  assert.deepEqual(said, ['suggestion: 1 post is filed in a taxonomy of the site’s own (mood): “Post 1”']);
});

test('languages and translations of Polylang and of WPML', async () => {
  const { posts } = await readWxr(
    wxr(
      [
        item({
          id: 1,
          terms: [
            ['language', 'en', 'English'],
            ['post_translations', 'pll_5f', 'pll_5f'],
          ],
        }),
        item({
          id: 2,
          terms: [
            ['language', 'fr', 'Français'],
            ['post_translations', 'pll_5f', 'pll_5f'],
          ],
        }),
        item({
          id: 3,
          meta: [
            ['_wpml_import_language_code', 'de'],
            ['_wpml_import_translation_group', '9'],
          ],
        }),
      ].join(''),
    ),
  );
  assert.deepEqual(
    posts.map(({ language, translationKey }) => [language, translationKey]),
    [
      ['en-US', 'pll_5f'],
      ['fr', 'pll_5f'],
      ['de', '9'],
    ],
  );
});

test('an excerpt is a text like any other: paragraphs, blocks, shortcodes', async () => {
  const { post } = await readWxr(
    wxr(
      item({ id: 1, excerpt: 'One.\n\nTwo [dropcap]w[/dropcap]ords [&hellip;]' }) +
        item({ id: 2, excerpt: '<!-- wp:paragraph -->\n<p>Short.</p>\n<!-- /wp:paragraph -->' }),
    ),
  );
  assert.equal(post(1).summary, 'One.\n\nTwo words \\[…]');
  assert.equal(post(2).summary, 'Short.');
});
