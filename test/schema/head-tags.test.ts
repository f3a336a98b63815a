/** The tags for <head>: what a parser and a browser make of them is what was meant, whatever the texts hold. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { before, test } from 'node:test';
import { askWell } from '../support/ask.ts';
import { browserCommand, openPage } from '../support/browser.ts';
import { companyBlog, hostileTitle } from '../support/company-blog.ts';
import { testDatabase } from '../support/database.ts';
import type { Element } from '../support/head.ts';
import { elementsOfHead, pageWith, tagsOfPage } from '../support/head.ts';
import { seed } from '../support/seed.ts';

const db = await testDatabase();

before(() => seed(db, companyBlog));

interface Head {
  readonly html: string;
  readonly tags: readonly {
    readonly tag: string;
    readonly attributes: readonly { readonly name: string; readonly value: string }[];
    readonly content: string | null;
  }[];
}

async function headOf(page: string): Promise<Head> {
  const { data } = await askWell(
    db,
    `{ page: ${page} { seo { headTags { html tags { tag attributes { name value } content } } } } }`,
  );
  return (data as { readonly page: { readonly seo: { readonly headTags: Head } } }).page.seo.headTags;
}

/** What the tags say, in the form of the parser. */
function meant({ tags }: Head): Element[] {
  return tags.map(({ tag, attributes, content }) => ({
    tag: tag.toLowerCase(),
    attributes: Object.fromEntries(attributes.map(({ name, value }) => [name, value])),
    content: content ?? '',
  }));
}

const pages = [
  ...companyBlog.posts.map(({ path }) => `post(by: {path: "${path}"})`),
  ...companyBlog.resources.slice(0, 4).map(({ slug }) => `resource(by: {slug: "${slug}"})`),
  'series(by: {slug: "saga"})',
  'author(by: {slug: "ada"})',
  'tag(by: {slug: "sql"})',
  'category(by: {treePath: "eng/db"})',
  'site',
];

test('a parser makes of the HTML exactly the tags that were meant', async () => {
  for (const page of pages) {
    const head = await headOf(page);
    const [charset, ...parsed] = elementsOfHead(pageWith(head.html));
    assert.deepEqual(charset!.attributes, { charset: 'utf-8' });
    assert.deepEqual(parsed, meant(head), page);
    // Nothing fell out of the head, and nothing came in.
    assert.deepEqual(tagsOfPage(pageWith(head.html)).slice(-2), ['body', 'p']);
    assert.equal(parsed.filter(({ tag }) => tag === 'script').length, 1);
  }
});

test(
  'a browser does, too, and runs nothing',
  { skip: browserCommand === null && 'no Chromium here' },
  async (t) => {
    const head = await headOf('post(by: {path: "/blog/second"})');
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(pageWith(head.html));
    }).listen(0, '127.0.0.1');
    t.after(() => server.close());
    const page = await openPage(browserCommand!);
    t.after(() => page.close());
    await page.open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.until(
      'document.readyState === "complete" && document.body?.textContent === "The page."',
      'the page',
    );
    const seen = await page.evaluate(
      `[...document.head.children].map((element) => ({ tag: element.localName,
      attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
      content: element.textContent }))`,
    );
    assert.deepEqual((seen as Element[]).slice(1), meant(head));
    assert.equal(await page.evaluate('document.title'), hostileTitle);
    const headline = `JSON.parse(document.querySelector('script').text)['@graph'][0].headline`;
    assert.equal(await page.evaluate(headline), hostileTitle);
    assert.deepEqual(page.complaints, []);
  },
);

async function linesOf(page: string): Promise<string[]> {
  return (await headOf(page)).html.split('\n').filter((line) => !line.startsWith('<script'));
}

test('the head of a post, tag by tag', async () => {
  assert.deepEqual(await linesOf('post(by: {path: "/blog/first"})'), [
    '<title>Cursors without tears · Works &amp; Days</title>',
    '<meta name="description" content="Why a page knows its place.">',
    '<link rel="canonical" href="https://blog.example/blog/first">',
    '<meta name="robots" content="max-image-preview:large">',
    '<meta name="author" content="Ada">',
    '<meta name="author" content="The team">',
    '<link rel="alternate" hreflang="en" href="https://blog.example/blog/first">',
    '<link rel="alternate" hreflang="de" href="https://blog.example/blog/erster">',
    '<link rel="alternate" hreflang="x-default" href="https://blog.example/blog/first">',
    '<link rel="next" href="https://blog.example/blog/second">',
    '<meta property="og:type" content="article">',
    '<meta property="og:title" content="Cursors without tears">',
    '<meta property="og:description" content="Why a page knows its place.">',
    '<meta property="og:url" content="https://blog.example/blog/first">',
    '<meta property="og:site_name" content="Works &amp; Days">',
    '<meta property="og:locale" content="en_US">',
    '<meta property="og:locale:alternate" content="de_DE">',
    '<meta property="og:image" content="https://img.example/cover.png">',
    '<meta property="og:image:alt" content="A &quot;mill&quot;">',
    '<meta property="article:published_time" content="2026-01-02T03:04:05.000Z">',
    '<meta property="article:modified_time" content="2026-01-05T00:00:00.000Z">',
    '<meta property="article:author" content="https://blog.example/authors/ada">',
    '<meta property="article:author" content="https://blog.example/authors/team">',
    '<meta property="article:section" content="Databases">',
    '<meta property="article:tag" content="SQL">',
    '<meta property="article:tag" content="web">',
    '<meta name="twitter:card" content="summary_large_image">',
    '<meta name="twitter:site" content="@works">',
    '<meta name="twitter:creator" content="@ada_counts">',
    '<meta name="twitter:title" content="Cursors without tears">',
    '<meta name="twitter:description" content="Why a page knows its place.">',
    '<meta name="twitter:image" content="https://img.example/cover.png">',
    '<meta name="twitter:image:alt" content="A &quot;mill&quot;">',
    '<link rel="alternate" type="application/rss+xml" title="Works &amp; Days" href="https://blog.example/feed.xml">',
    '<link rel="alternate" type="application/atom+xml" title="Works &amp; Days" href="https://blog.example/atom.xml">',
    '<link rel="alternate" type="application/feed+json" title="Works &amp; Days" href="https://blog.example/feed.json">',
  ]);
});

test('a post that is not to be found says so, and names no languages', async () => {
  const lines = await linesOf('post(by: {path: "/blog/told"})');
  assert.ok(lines.includes('<meta name="robots" content="noindex">'));
  assert.ok(lines.includes('<link rel="canonical" href="https://elsewhere.example/told">'));
  assert.ok(lines.includes('<title>Found by this title</title>'));
  assert.ok(lines.includes('<meta property="og:image" content="https://img.example/card.png">'));
  assert.ok(!lines.some((line) => line.includes('hreflang')));
});

test('an archived post leads to its successor and stays its own canonical page', async () => {
  const lines = await linesOf('post(by: {path: "/blog/old"})');
  assert.ok(lines.includes('<link rel="canonical" href="https://blog.example/blog/old">'));
  assert.ok(lines.includes('<link rel="successor-version" href="https://blog.example/blog/first">'));
});

test('pages that have feeds name them before that of the site', async () => {
  for (const [page, path, title] of [
    ['tag(by: {slug: "sql"})', '/tags/sql', 'SQL'],
    ['author(by: {slug: "ada"})', '/authors/ada', 'Ada'],
    ['category(by: {treePath: "eng/db"})', '/topics/eng/db', 'Databases'],
    ['series(by: {slug: "saga"})', '/series/saga', 'A saga'],
  ] as const) {
    const feeds = (await linesOf(page)).filter((line) => line.includes('application/rss+xml'));
    assert.deepEqual(feeds, [
      `<link rel="alternate" type="application/rss+xml" title="${title} · Works &amp; Days" href="https://blog.example${path}/feed.xml">`,
      '<link rel="alternate" type="application/rss+xml" title="Works &amp; Days" href="https://blog.example/feed.xml">',
    ]);
  }
});
