/** The exports of Medium, DEV and Hashnode through the whole import, into a real database. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, test, type TestContext } from 'node:test';
import { detectFormat } from '../../../src/importers/detect-format.ts';
import { dump } from '../../actions/dump.ts';
import { askWell } from '../../support/ask.ts';
import { emptyDatabase, testDatabase } from '../../support/database.ts';
import { importInto } from '../../support/import-into.ts';
import { folderWith } from '../../support/small-blog.ts';
import { zipOf } from '../../support/zip-of.ts';
import { mediumPage, profilePage } from '../medium/medium-page.ts';

const db = await testDatabase();
beforeEach(() => emptyDatabase(db));

const [one, two] = ['aaaa00000001', 'bbbb00000002'] as const;

const medium: Readonly<Record<string, string>> = {
  'profile/profile.html': profilePage,
  [`posts/2020-01-02_Post-${one}.html`]: mediumPage(one, { title: 'First', tags: ['Node'] }),
  [`posts/draft_Post-${two}.html`]: mediumPage(two, {
    title: 'Secret',
    canonical: null,
    date: null,
    author: null,
  }),
};

const devto = JSON.stringify([
  {
    ...{
      title: 'First',
      slug: 'first-1abc',
      path: '/jo/first-1abc',
      cached_tag_list: 'node',
      published: true,
    },
    ...{
      body_markdown: '---\nseries: All of it\n---\n\n{% youtube dQw4w9WgXcQ %}',
      cached_user_username: 'jo',
    },
    ...{
      canonical_url: 'https://jo.example/first',
      published_at: '2020-01-02T03:04:05Z',
      main_image: 'https://i.example/c.png',
    },
  },
  {
    title: 'Secret',
    slug: 'secret-temp-slug-1',
    published: false,
    body_markdown: 'canary',
    cached_user_username: 'jo',
  },
]);

const hashnode = JSON.stringify({
  posts: [
    {
      ...{
        cuid: 'c1',
        title: 'First',
        slug: 'first',
        contentMarkdown: 'Text',
        dateAdded: '2020-01-02T03:04:05Z',
      },
      ...{
        brief: 'Words',
        tags: [{ name: 'Node', slug: 'node' }],
        series: { name: 'All of it', slug: 'all' },
        isActive: true,
      },
      ...{ coverImage: 'https://i.example/c.png', originalArticleURL: 'https://jo.example/first' },
    },
  ],
  drafts: [{ cuid: 'c2', title: 'Secret', slug: 'secret', contentMarkdown: 'canary' }],
});

/** Each as a file or a zip, and as a folder. */
async function inputs(t: TestContext): Promise<readonly (readonly [format: string, input: string])[]> {
  const folder = await folderWith(t, {
    ...Object.fromEntries(Object.entries(medium).map(([name, text]) => [`medium/${name}`, text])),
    'devto/articles.json': devto,
    'devto/comments.json': '[]',
    'hashnode/posts.json': hashnode,
  });
  await writeFile(join(folder, 'medium.zip'), zipOf(Object.entries(medium)));
  await writeFile(
    join(folder, 'devto.zip'),
    zipOf([
      ['articles.json', devto],
      ['comments.json', '[]'],
    ]),
  );
  await writeFile(join(folder, 'hashnode.zip'), zipOf([['export/posts.json', hashnode]]));
  return [
    ...(['medium', 'devto', 'hashnode'] as const).flatMap((name) => [
      [name, join(folder, name)] as const,
      [name, join(folder, `${name}.zip`)] as const,
    ]),
    ['devto', join(folder, 'devto/articles.json')],
    ['hashnode', join(folder, 'hashnode/posts.json')],
  ];
}

const shown = `{ posts(first: 9) { nodes { title publishedAt tags { name } authors { name } coverImage { url }
  seo { canonicalUrl } body { html } } } }`;

const first = { title: 'First', publishedAt: '2020-01-02T03:04:05.000Z' };
const elsewhere = {
  seo: { canonicalUrl: 'https://jo.example/first' },
  coverImage: { url: 'https://i.example/c.png' },
};

/** What of the one published post everybody sees. */
const seen: Readonly<Record<string, object>> = {
  medium: {
    ...{
      ...first,
      publishedAt: '2020-01-02T03:04:05.678Z',
      tags: [{ name: 'Node' }],
      authors: [{ name: 'Jo Doe' }],
    },
    ...{ coverImage: null, seo: { canonicalUrl: 'https://blog.example/blog/post' } },
    body: { html: `<p>Text of ${one}.</p>` },
  },
  devto: {
    ...{ ...first, ...elsewhere, tags: [{ name: 'node' }], authors: [{ name: 'jo' }] },
    body: {
      html: '<p><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">youtube.com/watch?v=dQw4w9WgXcQ</a></p>',
    },
  },
  hashnode: { ...first, ...elsewhere, tags: [{ name: 'Node' }], authors: [], body: { html: '<p>Text</p>' } },
};

test('each is known by what is in it', async (t) => {
  for (const [format, input] of await inputs(t)) assert.equal(await detectFormat(input), format, input);
});

test('each goes in; a dry run and a second import write nothing', async (t) => {
  for (const [format, input] of await inputs(t)) {
    if (!input.endsWith('.zip')) continue;
    await emptyDatabase(db);
    const empty = await dump(db);
    assert.match((await importInto(db, [input], { dryRun: true })).text, /posts +2 created/, format);
    assert.deepEqual(await dump(db), empty);
    assert.match((await importInto(db, [input])).text, /1 post is a draft/);
    const before = await dump(db);
    assert.match((await importInto(db, [input])).text, /posts +2 unchanged/);
    assert.deepEqual(await dump(db), before);
    const { data } = await askWell(db, shown);
    const { nodes } = (data as { posts: { nodes: readonly unknown[] } }).posts;
    assert.deepEqual(nodes, [seen[format]]);
    assert.equal(await db.prisma.series.count(), format === 'medium' ? 0 : 1);
  }
});
