/** Texts that break feeds elsewhere, and blogs with nothing in them. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { writeAtom } from '../../src/web/atom.ts';
import type { Feed } from '../../src/web/feed.ts';
import { writeJsonFeed } from '../../src/web/json-feed.ts';
import { writeRss } from '../../src/web/rss.ts';
import { testDatabase } from '../support/database.ts';
import { author, post, seed, site, tag } from '../support/seed.ts';
import { webOf } from '../support/web.ts';
import { checkAtom, checkJsonFeed, checkRss } from './feed-rules.ts';

const hostile = {
  markup: '</title></item><script>alert(1)</script>&amp;&lt;&nbsp;<!-- -->',
  quotes: `"double" 'single' \`back\` =">`,
  cdata: ']]> <![CDATA[ x ]]>',
  controls: 'a\u0000b\u0008c\u001fd\ufffee\uffff',
  'half pairs': 'a\ud800b\udc00c',
  'right to left': '\u202eשלום عالم\u202c \u200f',
  astral: '👩‍👩‍👧 𝒳 \u{10ffff}',
  lines: 'one\r\ntwo\tthree\nfour',
};

/** What is left of a text in XML, as a parser trims it. */
const kept = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .trim();

function feedOf(text: string): Feed {
  const item = {
    id: 'urn:uuid:1',
    url: 'https://blog.example/1',
    title: text,
    language: 'en',
    summary: text,
    html: `<p>${text}</p>`,
    published: new Date('2026-01-01'),
    updated: new Date('2026-01-02'),
    authors: [{ name: text, url: 'https://blog.example/a?b="&c' }],
    categories: [{ term: text, name: text }],
    image: null,
  };
  return {
    id: 'urn:uuid:2',
    title: text,
    description: text,
    language: 'en',
    pageUrl: 'https://blog.example/',
    selfUrl: 'https://blog.example/feed?a=1&b=2',
    siteName: text,
    siteUrl: 'https://blog.example/',
    others: [],
    updated: item.updated,
    items: [item],
  };
}

suite('any text comes back as it went in, but for what XML cannot hold', () => {
  for (const [what, text] of Object.entries(hostile)) {
    test(`${what} in RSS`, () => {
      const written = writeRss(feedOf(text));
      checkRss(written);
      const { title, items } = parseRssFeed(written);
      const [item] = items!;
      assert.deepEqual([title, item!.title, item!.dc!.creators], [kept(text), kept(text), [kept(text)]]);
      assert.equal(
        item!.content!.encoded,
        `<p>${kept(text)}</p>`.replace(kept(text), () => inner(text)),
      );
    });

    test(`${what} in Atom`, () => {
      const written = writeAtom(feedOf(text));
      checkAtom(written);
      const { title, entries } = parseAtomFeed(written);
      const [entry] = entries!;
      assert.deepEqual([title!.value, entry!.title!.value, entry!.summary!.value], Array(3).fill(kept(text)));
    });

    test(`${what} in JSON Feed`, () => {
      const written = writeJsonFeed(feedOf(text));
      assert.ok(written.isWellFormed());
      const [item] = checkJsonFeed(written);
      assert.deepEqual([item!['title'], item!['summary']], [text.toWellFormed(), text.toWellFormed()]);
      assert.equal(parseJsonFeed(written).items!.length, 1);
    });
  }
});

/** Blanks at the ends are within, there. */
const inner = (text: string): string =>
  text.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '');

test('the same through a whole blog', async (t) => {
  const db = await testDatabase(t);
  const { get } = webOf(db);
  const names = Object.values(hostile).filter((text) => text.isWellFormed() && !text.includes('\0'));
  await seed(db, {
    site: site({ name: hostile.markup, description: hostile.cdata }),
    tags: names.map((name, index) => tag(`tag-${index}`, { name, description: name })),
    authors: names.map((name, index) => author(`author-${index}`, { name })),
    posts: names.map((title, index) =>
      post(`post-${index}`, {
        title,
        description: title,
        markdown: title,
        tags: [`tag-${index}`],
        authors: [`author-${index}`],
      }),
    ),
  });
  const stored = new Set((await db.prisma.post.findMany()).map(({ title }) => kept(title)));
  for (const path of ['', ...names.map((_, index) => `/tags/tag-${index}`)]) {
    const [rss, atom, json] = [
      await get(`${path}/feed.xml`),
      await get(`${path}/atom.xml`),
      await get(`${path}/feed.json`),
    ];
    assert.ok(checkRss(rss.text).length > 0);
    checkAtom(atom.text);
    checkJsonFeed(json.text);
    const titles = parseRssFeed(rss.text).items!.map(({ title }) => title!);
    assert.deepEqual(
      titles.filter((title) => !stored.has(title)),
      [],
    );
  }
  const sitemap = await get('/llms.txt');
  assert.equal(
    sitemap.text.split('\n').filter((line) => line.startsWith('- [')).length >= names.length,
    true,
  );
});

test('a blog without posts, and one of which nothing is known', async (t) => {
  const db = await testDatabase(t);
  const { get } = webOf(db, {}, { site: null, media: 'http://127.0.0.1:4000' });
  for (const known of [false, true]) {
    if (known) await seed(db, { tags: [tag('sql', { declared: true })] });
    for (const path of ['', ...(known ? ['/tags/sql'] : [])]) {
      const rss = await get(`${path}/feed.xml`);
      assert.deepEqual([rss.status, checkRss(rss.text)], [200, []]);
      const atom = await get(`${path}/atom.xml`);
      assert.deepEqual([atom.status, checkAtom(atom.text)], [200, []]);
      const json = await get(`${path}/feed.json`);
      assert.deepEqual([json.status, checkJsonFeed(json.text)], [200, []]);
      assert.equal(rss.headers.has('last-modified'), known);
      assert.ok(rss.headers.has('etag'));
      // The site's own address counts once it says one.
      assert.match(rss.text, known ? /https:\/\/blog\.example\// : /http:\/\/127\.0\.0\.1:4000\//);
    }
  }
});

test('a feed leaves out texts when it would be larger than an answer may be', async (t) => {
  const db = await testDatabase(t);
  const { get } = webOf(db, { LIMIT_RESPONSE_BYTES: '20000' });
  const markdown = 'word '.repeat(600);
  await seed(db, { posts: Array.from({ length: 8 }, (_, index) => post(`post-${index}`, { markdown })) });
  const { text } = await get('/feed.json');
  const items = checkJsonFeed(text);
  const full = items.filter((item) => 'content_html' in item).length;
  assert.deepEqual([items.length, full], [8, 3]);
  assert.ok(text.length < 20_000);
  assert.equal(checkRss((await get('/feed.xml')).text).length, 8);
  assert.equal(checkAtom((await get('/atom.xml')).text).length, 8);
});
