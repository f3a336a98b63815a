/** Feeds as their readers get them: whatever a blog holds, valid by the specifications, and read back the same. */
import assert from 'node:assert/strict';
import { before, suite, test } from 'node:test';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { testDatabase } from '../support/database.ts';
import { author, category, post, seed, series, site, tag } from '../support/seed.ts';
import { webOf } from '../support/web.ts';
import { checkAtom, checkJsonFeed, checkRss } from './feed-rules.ts';

const db = await testDatabase();
const { get } = webOf(db);
const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const image = { url: 'https://img.example/a%20b.jpg?size=2&x' };

before(async () => {
  await seed(db, {
    site: site({ name: 'R&D <notes>', description: 'What we "learn" & why', languages: [] }),
    tags: [tag('sql', { name: 'SQL & more', description: 'Queries <3' }), tag('empty', { declared: true })],
    authors: [author('ada', { name: 'Ada "Countess" Lovelace', bio: 'She <counts>.' }), author('bob')],
    categories: [category('eng', { name: 'Engineering' }), category('eng/db', { name: 'Databases' })],
    posts: [
      post('one', {
        title: 'Tom & Jerry < "Spike"',
        publishedAt: day(1),
        updatedAt: day(9),
        description: 'All <b>about</b> & around it.',
        markdown: '# Start\n\n[home](/) ![pic](https://img.example/p.png) [up](#start) `a < b`',
        tags: ['sql', 'web'],
        authors: ['ada', 'bob'],
        categories: ['eng/db'],
        cover: { image, alt: null, caption: null },
      }),
      post('two', { publishedAt: day(2), tags: ['sql'], authors: ['ada'], categories: ['eng'] }),
      post('zwei', {
        publishedAt: day(3),
        language: 'de',
        tags: ['sql'],
        title: 'Größe für Äpfel',
        translationKey: 'two',
      }),
      post('アクセス', {
        publishedAt: day(4),
        language: 'ja',
        title: 'アクセス解析',
        path: '/ブログ/アクセス',
      }),
      post('undated', { publishedAt: null }),
      post('later', { publishedAt: new Date('2030-01-01'), tags: ['sql'] }),
      post('draft', { wanted: 'draft', tags: ['sql'] }),
    ],
    series: [series('saga', ['one', 'two', null], { title: 'The saga', description: 'In parts.' })],
    redirects: [{ file: '_redirects', path: '/tags/old', target: '/tags/sql' }],
  });
});

const owners = {
  '': ['アクセス', 'zwei', 'two', 'one', 'undated'],
  '/tags/sql': ['zwei', 'two', 'one'],
  '/authors/ada': ['two', 'one'],
  '/topics/eng': ['two', 'one'],
  '/topics/eng/db': ['one'],
  '/series/saga': ['two', 'one'],
  '/tags/empty': [],
};

const slugOf = (url: unknown): string => decodeURIComponent(String(url)).split('/').at(-1)!;

for (const [path, slugs] of Object.entries(owners)) {
  test(`RSS of ${path || 'the blog'}`, async () => {
    const { status, headers, text } = await get(`${path}/feed.xml`);
    assert.deepEqual([status, headers.get('content-type')], [200, 'application/rss+xml; charset=utf-8']);
    assert.equal(checkRss(text).length, slugs.length);
    const feed = parseRssFeed(text);
    assert.deepEqual(
      (feed.items ?? []).map(({ link }) => slugOf(link)),
      slugs,
    );
  });

  test(`Atom of ${path || 'the blog'}`, async () => {
    const { status, headers, text } = await get(`${path}/atom.xml`);
    assert.deepEqual([status, headers.get('content-type')], [200, 'application/atom+xml; charset=utf-8']);
    assert.equal(checkAtom(text).length, slugs.length);
    const links = (parseAtomFeed(text).entries ?? []).map(({ links }) => links?.[0]?.href);
    assert.deepEqual(links.map(slugOf), slugs);
  });

  test(`JSON Feed of ${path || 'the blog'}`, async () => {
    const { status, headers, text } = await get(`${path}/feed.json`);
    assert.deepEqual([status, headers.get('content-type')], [200, 'application/feed+json; charset=utf-8']);
    assert.equal(checkJsonFeed(text).length, slugs.length);
    assert.deepEqual(
      (parseJsonFeed(text).items ?? []).map(({ url }) => slugOf(url)),
      slugs,
    );
  });
}

suite('everything of a post comes through a parser as it went in', () => {
  let html = '';
  before(async () => {
    const { body } = await db.prisma.post.findFirstOrThrow({
      where: { slug: 'one' },
      include: { body: true },
    });
    html = body!.html
      .replace('href="/"', 'href="https://blog.example/"')
      .replace('href="#start"', 'href="https://blog.example/blog/one#start"');
    assert.match(html, /(?:https.*){3}/);
  });
  const url = 'https://blog.example/blog/one';

  test('RSS', async () => {
    const feed = parseRssFeed((await get('/tags/sql/feed.xml')).text);
    assert.deepEqual(
      [feed.title, feed.link, feed.description, feed.language],
      ['SQL & more · R&D <notes>', 'https://blog.example/tags/sql', 'Queries <3', 'en'],
    );
    const { guid, ...item } = feed.items![2]!;
    assert.match(guid!.value!, /^urn:uuid:/);
    assert.deepEqual(item, {
      title: 'Tom & Jerry < "Spike"',
      link: url,
      // HTML, so what the author wrote as text is escaped in it.
      description: 'All &lt;b&gt;about&lt;/b&gt; &amp; around it.',
      categories: [{ name: 'Databases' }, { name: 'SQL & more' }, { name: 'web' }],
      enclosures: [{ url: 'https://img.example/a%20b.jpg?size=2&x', length: 0, type: 'image/jpeg' }],
      pubDate: 'Thu, 01 Jan 2026 00:00:00 GMT',
      dc: { creators: ['Ada "Countess" Lovelace', 'bob'] },
      content: { encoded: html },
      atom: { updated: '2026-01-09T00:00:00.000Z' },
    });
  });

  test('Atom', async () => {
    const feed = parseAtomFeed((await get('/authors/ada/atom.xml')).text);
    assert.deepEqual(
      [feed.title?.value, feed.subtitle?.value, feed.updated],
      ['Ada "Countess" Lovelace · R&D <notes>', 'She <counts>.', '2026-01-09T00:00:00.000Z'],
    );
    const { id, ...entry } = feed.entries![1]!;
    assert.match(id!, /^urn:uuid:/);
    assert.deepEqual(entry, {
      title: { value: 'Tom & Jerry < "Spike"' },
      updated: '2026-01-09T00:00:00.000Z',
      published: '2026-01-01T00:00:00.000Z',
      links: [
        { href: url, rel: 'alternate', type: 'text/html' },
        { href: 'https://img.example/a%20b.jpg?size=2&x', rel: 'enclosure', type: 'image/jpeg' },
      ],
      authors: [
        { name: 'Ada "Countess" Lovelace', uri: 'https://blog.example/authors/ada' },
        { name: 'bob', uri: 'https://blog.example/authors/bob' },
      ],
      categories: [
        { term: 'eng/db', label: 'Databases' },
        { term: 'sql', label: 'SQL & more' },
        { term: 'web', label: 'web' },
      ],
      summary: { value: 'All <b>about</b> & around it.' },
      content: { value: html, type: 'html' },
      xml: { lang: 'en' },
    });
  });

  test('JSON Feed', async () => {
    const feed = parseJsonFeed((await get('/series/saga/feed.json')).text);
    assert.deepEqual(
      [feed.title, feed.home_page_url, feed.feed_url],
      [
        'The saga · R&D <notes>',
        'https://blog.example/series/saga',
        'https://blog.example/series/saga/feed.json',
      ],
    );
    const { id, ...item } = feed.items![1]!;
    assert.match(id!, /^urn:uuid:/);
    assert.deepEqual(item, {
      url,
      title: 'Tom & Jerry < "Spike"',
      content_html: html,
      summary: 'All <b>about</b> & around it.',
      image: 'https://img.example/a%20b.jpg?size=2&x',
      date_published: '2026-01-01T00:00:00.000Z',
      date_modified: '2026-01-09T00:00:00.000Z',
      authors: [
        { name: 'Ada "Countess" Lovelace', url: 'https://blog.example/authors/ada' },
        { name: 'bob', url: 'https://blog.example/authors/bob' },
      ],
      tags: ['Databases', 'SQL & more', 'web'],
      language: 'en',
    });
  });
});

test('the three formats give one post one id', async () => {
  const rss = parseRssFeed((await get('/feed.xml')).text).items!.map(({ guid }) => guid!.value);
  const atom = parseAtomFeed((await get('/atom.xml')).text).entries!.map(({ id }) => id);
  const json = parseJsonFeed((await get('/feed.json')).text).items!.map(({ id }) => id);
  assert.deepEqual([atom, json], [rss, rss]);
});

test('a language has a feed of its own, which names itself', async () => {
  const { text } = await get('/feed.xml?language=DE&limit=05&utm_source=x');
  const feed = parseRssFeed(text);
  assert.deepEqual([feed.language, feed.items!.map(({ title }) => title)], ['de', ['Größe für Äpfel']]);
  assert.equal(feed.atom!.links![0]!.href, 'https://blog.example/feed.xml?language=de&limit=5');
  const tagged = parseRssFeed((await get('/tags/sql/feed.xml?language=de')).text);
  assert.deepEqual(
    tagged.items!.map(({ title }) => title),
    ['Größe für Äpfel'],
  );
  const none = await get('/feed.xml?language=fr');
  assert.deepEqual([none.status, checkRss(none.text).length], [200, 0]);
});

test('limit says how many; what is no number or language is refused in words', async () => {
  assert.equal(parseRssFeed((await get('/feed.xml?limit=2')).text).items!.length, 2);
  for (const query of [
    'limit=0',
    'limit=101',
    'limit=x',
    'limit=1e1',
    'limit=',
    'language=x_y',
    'language=',
  ]) {
    const { status, text, statements } = await get(`/feed.xml?${query}`);
    assert.equal(status, 400, query);
    assert.match(text, /^\{"error":"(?:limit|language) must be /);
    assert.deepEqual(statements, []);
  }
});

test('a feed takes the same statements, however many posts it has', async () => {
  const usual = [
    'newestChange',
    'site',
    'posts',
    'htmlByPost',
    'authorsByPost',
    'categoriesByPost',
    'tagsByPost',
    'imageById',
  ];
  for (const limit of [1, 5]) {
    const { statements } = await get(`/feed.xml?limit=${limit}`);
    const others = statements.filter((name) => !usual.includes(name));
    assert.deepEqual([others, new Set(statements).size], [[], statements.length]);
  }
});

test('what has no list has no feed; what moved leads on', async () => {
  for (const path of ['/blog/one', '/none', '/tags/none', '/blog/draft', '/%00', '/a%2Fb', '//tags']) {
    const { status, text } = await get(`${path}/feed.xml`);
    assert.deepEqual([status, text], [404, '{"error":"There is no such page."}'], path);
  }
  const moved = await get('/tags/old/atom.xml?language=de');
  assert.deepEqual([moved.status, moved.headers.get('location')], [301, '/tags/sql/atom.xml?language=de']);
});
