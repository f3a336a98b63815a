/**
 * Nobody can tell from a feed, a sitemap or a file that something is hidden: at every address a blog with drafts
 * and scheduled posts answers as the same blog without them, byte for byte.
 */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { BlogRecord } from '../../src/domain/blog-record.ts';
import { testDatabase } from '../support/database.ts';
import { author, category, post, resource, seed, series, tag } from '../support/seed.ts';
import { webOf } from '../support/web.ts';

const about = { tags: ['sql'], authors: ['ada'], categories: ['eng'] };

const visible = {
  posts: [
    post('one', { ...about, translationKey: 'one', aliases: ['/blog/old-one'] }),
    post('two', { ...about, publishedAt: new Date('2026-02-01'), categories: ['eng/db'] }),
  ],
  series: [series('saga', ['one', 'two', null])],
  resources: [resource('talk', { tags: ['sql'], speakers: ['ada'] })],
  redirects: [{ file: '_redirects', path: '/tags/moved', target: '/tags/sql' }],
} satisfies Partial<BlogRecord>;

const hidden = ['draft-canary', 'later-canary', 'eins-canary', 'one'].map((slug, index) =>
  post(slug, {
    key: `canary-${index}`,
    path: `/blog/canary-${index}`,
    title: 'Canary',
    markdown: 'canary',
    description: 'canary',
    wanted: index === 1 ? 'published' : 'draft',
    publishedAt: index === 1 ? new Date('2027-01-01') : new Date('2026-01-15'),
    language: index > 1 ? 'de' : 'en',
    translationKey: index === 2 ? 'one' : null,
    tags: ['sql', 'canary-tag'],
    authors: ['ada', 'canary-author'],
    categories: ['eng/db', 'canary-category'],
    aliases: [`/old/canary-${index}`],
    supersededBy: 'one',
  }),
);

const both = {
  ...visible,
  posts: [...visible.posts.map((each) => ({ ...each, supersededBy: 'canary-0' })), ...hidden],
  series: [
    {
      ...visible.series[0]!,
      parts: [
        ...visible.series[0]!.parts,
        { position: 4, title: null, summary: 'canary', post: 'canary-0', announced: false },
      ],
    },
    series('canary-series', ['canary-0'], { title: 'Canary' }),
  ],
  resources: [...visible.resources, resource('canary-talk', { wanted: 'draft', tags: ['canary-tag'] })],
  redirects: [
    ...visible.redirects,
    { file: '_redirects', path: '/posts/canary-away', target: '/blog/canary-0' },
  ],
  tags: [tag('canary-tag', { description: 'canary' })],
  authors: [author('canary-author', { bio: 'canary' })],
  categories: [category('eng'), category('canary-category', { description: 'canary' })],
} satisfies Partial<BlogRecord>;

const plain = await testDatabase();
const hiding = await testDatabase();

before(async () => {
  await seed(plain, visible);
  await seed(hiding, both);
});

/** Every address there could be, of what is seen and of what is not. */
async function addresses(): Promise<string[]> {
  const {
    post: posts,
    tag: tags,
    author: authors,
    category: categories,
    series,
    resource,
    redirect,
  } = hiding.prisma;
  const slugs = (await posts.findMany()).map(({ slug }) => `/posts/${slug}`);
  const rows = [posts, tags, authors, categories, series, resource, redirect].map((table) =>
    (table as typeof tags).findMany({ select: { path: true } }),
  );
  const paths = (await Promise.all(rows)).flat().map(({ path }) => path);
  const olds = redirectSlugs(paths);
  const files = [...slugs, ...olds, ...paths].flatMap((path) => [
    `${path}.md`,
    `${path}.html`,
    `${path}.json`,
  ]);
  const feeds = ['', ...paths].flatMap((path) => [
    `${path}/feed.xml`,
    `${path}/atom.xml`,
    `${path}/feed.json`,
  ]);
  const others = [
    '/sitemap.xml',
    '/sitemap-1.xml',
    '/sitemap-2.xml',
    '/robots.txt',
    '/llms.txt',
    '/llms-full.txt',
  ];
  const all = [...files, ...feeds, ...others];
  // One format of each stands for the others where it is only a matter of finding.
  const german = all.filter((path) => path.endsWith('.json')).map((path) => `${path}?language=de`);
  return [...new Set([...all, ...german])];
}

const redirectSlugs = (paths: readonly string[]) => paths.map((path) => `/posts/${path.split('/').at(-1)!}`);

/** What hangs on the version and on the request, by design. */
const changing = new Set(['etag', 'x-request-id']);

async function compareAll(): Promise<void> {
  const [without, withHidden] = [webOf(plain), webOf(hiding)];
  let found = 0;
  for (const path of await addresses()) {
    const [expected, actual] = [await without.get(path), await withHidden.get(path)];
    assert.deepEqual([actual.status, actual.text], [expected.status, expected.text], path);
    const headers = ({ headers: all }: typeof actual) => [...all].filter(([name]) => !changing.has(name));
    assert.deepEqual(headers(actual), headers(expected), path);
    // What is hidden takes the work of what never was, and so its time.
    if (actual.status >= 400) assert.deepEqual(actual.statements, expected.statements, path);
    assert.doesNotMatch(actual.text, /canary/i, path);
    if (actual.status === 200) found += 1;
    // Nor by what a client says it has.
    if (!/\.md$|feed\.xml$/.test(path)) continue;
    const known = { headers: { 'if-none-match': '*' } };
    assert.equal((await withHidden.get(path, known)).status, (await without.get(path, known)).status, path);
  }
  assert.ok(found > 30, String(found));
}

test('every address answers as if nothing were hidden', () => compareAll());

test('the same after everything hidden was public for a while', async () => {
  const posts = both.posts.map((each) => ({
    ...each,
    wanted: 'published' as const,
    publishedAt: each.title === 'Canary' ? new Date('2026-03-01') : each.publishedAt,
  }));
  await seed(hiding, { ...both, posts });
  const { get } = webOf(hiding);
  assert.match((await get('/feed.xml')).text, /Canary/);
  assert.match((await get('/sitemap.xml')).text, /canary-tag/);
  assert.equal((await get('/posts/draft-canary.md')).status, 200);
  await seed(hiding, both);
  await compareAll();
});
