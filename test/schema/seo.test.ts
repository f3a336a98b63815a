import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { askWell } from '../support/ask.ts';
import { companyBlog } from '../support/company-blog.ts';
import { testDatabase } from '../support/database.ts';
import { seed } from '../support/seed.ts';

const db = await testDatabase();

before(() => seed(db, companyBlog));

async function seoOf(page: string, fields: string): Promise<unknown> {
  const { data } = await askWell(db, `{ page: ${page} { seo { ${fields} } } }`);
  return (data as { readonly page: { readonly seo: unknown } }).page.seo;
}

test('title, description and canonical address of every kind of page', async () => {
  const own = (path: string) => `https://blog.example${path}`;
  for (const [page, title, description, canonicalUrl] of [
    [
      'post(by: {slug: "first"})',
      'Cursors without tears · Works & Days',
      'Why a page knows its place.',
      own('/blog/first'),
    ],
    ['post(by: {slug: "old"})', 'The old way · Works & Days', 'The text of old.', own('/blog/old')],
    ['post(by: {slug: "told"})', 'Found by this title', 'Found by this.', 'https://elsewhere.example/told'],
    ['series(by: {slug: "saga"})', 'A saga · Works & Days', 'In three parts.', own('/series/saga')],
    ['author(by: {slug: "ada"})', 'Ada · Works & Days', 'Counts things.', own('/authors/ada')],
    ['author(by: {slug: "team"})', 'The team · Works & Days', null, own('/authors/team')],
    ['tag(by: {slug: "sql"})', 'SQL · Works & Days', 'The language of tables.', own('/tags/sql')],
    ['category(by: {treePath: "eng/db"})', 'Databases · Works & Days', 'Rows.', own('/topics/eng/db')],
    ['resource(by: {slug: "ebook"})', 'ebook · Works & Days', 'About ebook.', own('/resources/ebook')],
    ['site', 'Works & Days · From the people who make it', 'What we learn.', own('/')],
  ] as const)
    assert.deepEqual(await seoOf(page, 'title description canonicalUrl'), {
      title,
      description,
      canonicalUrl,
    });
});

const card = `type title description url siteName locale alternateLocales images { url alt width height caption }
  publishedTime modifiedTime authors section tags`;

test('Open Graph and card of a post', async () => {
  const image = { url: 'https://img.example/cover.png', alt: 'A "mill"' };
  const unsaid = { width: null, height: null, caption: null };
  assert.deepEqual(
    await seoOf(
      'post(by: {slug: "first"})',
      `noIndex openGraph { ${card} } twitterCard { card title description image { url alt } site creator }`,
    ),
    {
      noIndex: false,
      openGraph: {
        type: 'article',
        title: 'Cursors without tears',
        description: 'Why a page knows its place.',
        url: 'https://blog.example/blog/first',
        siteName: 'Works & Days',
        locale: 'en_US',
        alternateLocales: ['de_DE'],
        images: [{ ...image, ...unsaid }],
        publishedTime: '2026-01-02T03:04:05.000Z',
        modifiedTime: '2026-01-05T00:00:00.000Z',
        authors: ['https://blog.example/authors/ada', 'https://blog.example/authors/team'],
        section: 'Databases',
        tags: ['SQL', 'web'],
      },
      twitterCard: {
        card: 'SUMMARY_LARGE_IMAGE',
        title: 'Cursors without tears',
        description: 'Why a page knows its place.',
        image,
        site: '@works',
        creator: '@ada_counts',
      },
    },
  );
});

test('Open Graph of other pages is no article', async () => {
  const types = {
    'author(by: {slug: "ada"})': 'profile',
    'tag(by: {slug: "sql"})': 'website',
    'resource(by: {slug: "video"})': 'video.other',
  };
  for (const [page, type] of Object.entries(types)) {
    assert.deepEqual(await seoOf(page, 'openGraph { type authors tags section publishedTime }'), {
      openGraph: { type, authors: [], tags: [], section: null, publishedTime: null },
    });
  }
});

const titles = (way: readonly { readonly name: string }[]): string[] => way.map(({ name }) => name);

test('the breadcrumb leads from the home through the categories to the page', async () => {
  const { data, statements } = await askWell(
    db,
    `{ post(by: {slug: "first"}) { breadcrumb { name path url } } other: post(by: {slug: "old"}) { breadcrumb { name } }
       category(by: {treePath: "eng/db"}) { breadcrumb { name } } tag(by: {slug: "sql"}) { breadcrumb { name } }
       series(by: {slug: "saga"}) { breadcrumb { name } } author(by: {slug: "ada"}) { breadcrumb { name } }
       resource(by: {slug: "ebook"}) { breadcrumb { name } } }`,
  );
  const { post, ...others } = data as Record<
    string,
    { readonly breadcrumb: readonly { readonly name: string }[] }
  >;
  const step = (name: string, path: string) => ({ name, path, url: `https://blog.example${path}` });
  assert.deepEqual(post!.breadcrumb, [
    step('Works & Days', '/'),
    step('Engineering', '/topics/eng'),
    step('Databases', '/topics/eng/db'),
    step('Cursors without tears', '/blog/first'),
  ]);
  const home = 'Works & Days';
  assert.deepEqual(
    Object.fromEntries(Object.entries(others).map(([name, { breadcrumb }]) => [name, titles(breadcrumb)])),
    {
      other: [home, 'The old way'],
      category: [home, 'Engineering', 'Databases'],
      tag: [home, 'SQL'],
      series: [home, 'A saga'],
      author: [home, 'Ada'],
      resource: [home, 'ebook'],
    },
  );
  assert.deepEqual(
    statements.filter((name) => !/By(?:Slug|TreePath)$/.test(name)),
    ['categoriesByPost', 'site'],
  );
});

test('titles, descriptions and addresses of a list take the site alone', async () => {
  const { statements } = await askWell(
    db,
    '{ posts { nodes { seo { title description canonicalUrl noIndex } } } }',
  );
  assert.deepEqual(statements, ['posts', 'site']);
});

/** Everything at once, in however many pages. */
const everything = `seo { title description canonicalUrl openGraph { ${card} } twitterCard { card } jsonLd headTags { html } } breadcrumb { name url }`;

test('everything of a list of posts is a constant number of statements', async () => {
  const all = [
    'authorsByPost',
    'categoriesByPost',
    'categoryByTreePath',
    'imageById',
    'nextPostInSeries',
    'partsByPost',
    'postById',
    'posts',
    'previousPostInSeries',
    'seriesById',
    'site',
    'tagsByPost',
    'translationsByPost',
  ];
  const { data, statements } = await askWell(db, `{ posts { nodes { ${everything} } } }`);
  assert.equal((data as { readonly posts: { readonly nodes: readonly unknown[] } }).posts.nodes.length, 5);
  assert.deepEqual(statements, all);
});

test('and so is everything of a list of any other kind', async () => {
  for (const [list, ...names] of [
    ['seriesList', 'partsBySeries', 'postById'],
    ['tags'],
    ['authors', 'imageById'],
    ['categories', 'categoryByTreePath'],
    ['resources', 'imageById', 'speakersByResource', 'tagsByResource'],
  ] as const) {
    const { statements } = await askWell(db, `{ ${list} { nodes { ${everything} } } }`);
    assert.deepEqual(statements, [list, 'site', ...names].sort());
  }
});
