/** Backlinks, linked posts, and posts that others replace. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { askWell } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { post, seed } from '../support/seed.ts';

const db = await testDatabase();
const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));

before(() =>
  seed(db, {
    posts: [
      post('goal', {
        publishedAt: day(1),
        aliases: ['/old/goal'],
        markdown: '[Me](/blog/goal) and [elsewhere](https://other.example/blog/plain)',
      }),
      post('plain', { publishedAt: day(2), markdown: '[a](/blog/goal) [again](/blog/goal/#part "title")' }),
      post('absolute', {
        publishedAt: day(3),
        language: 'de',
        markdown: '<a href="HTTPS://www.Blog.example/blog/goal/index.html?x=1">a</a> [b](/blog/plain)',
      }),
      post('alias', { publishedAt: day(4), markdown: 'See [it][1].\n\n[1]: /old/goal/' }),
      post('redirect', { publishedAt: day(5), markdown: 'https://blog.example/older/goal' }),
      post('draft', { publishedAt: day(6), wanted: 'draft', markdown: '[a](/blog/goal)' }),
      post('code', { publishedAt: day(7), markdown: '`[a](/blog/goal)`\n\n![a](/blog/goal)' }),
      post('old', { publishedAt: day(1), supersededBy: 'goal' }),
      post('older', { publishedAt: day(2), supersededBy: 'goal', wanted: 'draft' }),
      post('replaced', { publishedAt: day(3), supersededBy: 'draft' }),
      post('links-to-hidden', { publishedAt: day(1), markdown: '[a](/blog/draft) [b](/blog/plain)' }),
    ],
    redirects: [
      { file: '_redirects', path: '/older/goal', target: '/oldest' },
      { file: '_redirects', path: '/oldest', target: '/blog/goal' },
    ],
  }),
);

test('whoever links to a post, once each, the newest first, by path, alias, redirect and address', async () => {
  const { data, statements } = await askWell(
    db,
    '{ post(by: {slug: "goal"}) { backlinks { totalCount nodes { slug } } } }',
  );
  assert.deepEqual(data, {
    post: {
      backlinks: {
        totalCount: 4,
        nodes: ['redirect', 'alias', 'absolute', 'plain'].map((slug) => ({ slug })),
      },
    },
  });
  assert.deepEqual(statements, ['postBySlug', 'postsByLinkTo', 'postsByLinkToCount']);
});

test('backlinks page, filter and order as all lists of posts do; one statement for many posts', async () => {
  const { data, statements } = await askWell(
    db,
    `{ post(by: {slug: "goal"}) {
      first: backlinks(first: 2) { nodes { slug } pageInfo { hasNextPage endCursor } }
      german: backlinks(filter: {languages: ["de"]}) { totalCount nodes { slug } }
      byTitle: backlinks(orderBy: [{field: TITLE}]) { nodes { slug } }
    } }`,
  );
  const { first, german, byTitle } = (data as { post: Record<string, Page> }).post;
  assert.deepEqual(slugs(first), ['redirect', 'alias']);
  assert.deepEqual(slugs(german), ['absolute']);
  assert.deepEqual(slugs(byTitle), ['absolute', 'alias', 'plain', 'redirect']);
  assert.deepEqual(statements, [
    'postBySlug',
    'postsByLinkTo',
    'postsByLinkTo',
    'postsByLinkTo',
    'postsByLinkToCount',
  ]);
  const next = await askWell(
    db,
    `query ($after: String) { post(by: {slug: "goal"}) {
      backlinks(first: 2, after: $after) { nodes { slug } pageInfo { hasNextPage hasPreviousPage } } } }`,
    { after: first!.pageInfo.endCursor },
  );
  assert.deepEqual(next.data, {
    post: {
      backlinks: {
        nodes: [{ slug: 'absolute' }, { slug: 'plain' }],
        pageInfo: { hasNextPage: false, hasPreviousPage: true },
      },
    },
  });
  const all = await askWell(db, '{ posts { nodes { slug backlinks { nodes { slug } } } } }');
  assert.deepEqual(all.statements, ['posts', 'postsByLinkTo']);
});

test('the posts that a body links to; not itself, not what is hidden, not what code shows', async () => {
  const { data, statements } = await askWell(
    db,
    `{ absolute: post(by: {slug: "absolute"}) { linkedPosts { nodes { slug } } }
       goal: post(by: {slug: "goal"}) { linkedPosts { totalCount } }
       code: post(by: {slug: "code"}) { linkedPosts { totalCount } }
       hidden: post(by: {slug: "links-to-hidden"}) { linkedPosts { totalCount nodes { slug } } } }`,
  );
  assert.deepEqual(data, {
    absolute: { linkedPosts: { nodes: [{ slug: 'plain' }, { slug: 'goal' }] } },
    goal: { linkedPosts: { totalCount: 0 } },
    code: { linkedPosts: { totalCount: 0 } },
    hidden: { linkedPosts: { totalCount: 1, nodes: [{ slug: 'plain' }] } },
  });
  assert.deepEqual(statements, ['postBySlug', 'postsByLinkFrom', 'postsByLinkFromCount']);
});

test('a post says which one to read now, and that one which it replaces; hidden ones are absent', async () => {
  const { data, statements } = await askWell(
    db,
    `{ old: post(by: {slug: "old"}) { supersededBy { slug } }
       goal: post(by: {slug: "goal"}) { supersededBy { slug } supersedes { totalCount nodes { slug } } }
       replaced: post(by: {slug: "replaced"}) { supersededBy { slug } } }`,
  );
  assert.deepEqual(data, {
    old: { supersededBy: { slug: 'goal' } },
    goal: { supersededBy: null, supersedes: { totalCount: 1, nodes: [{ slug: 'old' }] } },
    replaced: { supersededBy: null },
  });
  assert.deepEqual(statements, ['postById', 'postBySlug', 'postsBySuccessor', 'postsBySuccessorCount']);
});

interface Page {
  readonly nodes: readonly { readonly slug: string }[];
  readonly pageInfo: { readonly endCursor: string };
}

const slugs = (page: Page | undefined): string[] => page!.nodes.map(({ slug }) => slug);
