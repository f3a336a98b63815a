import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { askWell } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { post, seed, series } from '../support/seed.ts';

const db = await testDatabase();
const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));

before(() =>
  seed(db, {
    posts: [
      post('a', { publishedAt: day(1), tags: ['x', 'y'], authors: ['ada', 'bob'], categories: ['eng'] }),
      post('b', { publishedAt: day(2), tags: ['y'], authors: ['bob'], categories: ['eng/db', 'eng'] }),
      post('draft', {
        publishedAt: day(3),
        wanted: 'draft',
        tags: ['x'],
        authors: ['ada'],
        categories: ['eng'],
      }),
      post('german', {
        publishedAt: day(3),
        language: 'de',
        tags: ['x'],
        authors: ['ada'],
        categories: ['eng'],
      }),
      post('c', { publishedAt: day(4), tags: ['x'], authors: ['ada'], categories: ['eng'] }),
      post('d', { publishedAt: day(4), tags: ['z'], authors: ['cleo'], categories: ['people'] }),
      post('later', {
        publishedAt: new Date('2027-01-01'),
        tags: ['x'],
        authors: ['ada'],
        categories: ['eng'],
      }),
      post('bare', { publishedAt: day(5) }),
    ],
    series: [series('saga', ['c', 'draft', 'a', null, 'd'])],
  }),
);

const document = `query ($slug: String!, $within: PostNeighbourhood!) {
  post(by: {slug: $slug}) { previous(within: $within) { slug } next(within: $within) { slug } } }`;

async function neighbours(slug: string, within: string): Promise<unknown> {
  const { data, statements } = await askWell(db, document, { slug, within });
  const place = within.charAt(0) + within.slice(1).toLowerCase();
  assert.deepEqual(statements, [`nextPostIn${place}`, 'postBySlug', `previousPostIn${place}`]);
  const { previous, next } = (
    data as { readonly post: Record<'previous' | 'next', { readonly slug: string } | null> }
  ).post;
  return [previous?.slug ?? null, next?.slug ?? null];
}

test('by date in the language, hidden posts passed over', async () => {
  // Two posts of one instant stand in the order of their ids.
  const tied = await db.prisma.post.findMany({ where: { slug: { in: ['c', 'd'] } }, orderBy: { id: 'asc' } });
  const inOrder = ['a', 'b', ...tied.map(({ slug }) => slug), 'bare'];
  for (const [index, slug] of inOrder.entries()) {
    assert.deepEqual(await neighbours(slug, 'BLOG'), [
      inOrder[index - 1] ?? null,
      inOrder[index + 1] ?? null,
    ]);
  }
  assert.deepEqual(await neighbours('german', 'BLOG'), [null, null]);
});

test('within the first tag, the category, the first author', async () => {
  assert.deepEqual(await neighbours('a', 'TAG'), [null, 'c']);
  assert.deepEqual(await neighbours('b', 'TAG'), ['a', null]);
  assert.deepEqual(await neighbours('a', 'CATEGORY'), [null, 'b']);
  assert.deepEqual(await neighbours('b', 'CATEGORY'), [null, null]);
  assert.deepEqual(await neighbours('c', 'AUTHOR'), ['a', null]);
  assert.deepEqual(await neighbours('b', 'AUTHOR'), ['a', null]);
});

test('within a series by position, parts to come and hidden ones passed over', async () => {
  assert.deepEqual(await neighbours('c', 'SERIES'), [null, 'a']);
  assert.deepEqual(await neighbours('a', 'SERIES'), ['c', 'd']);
  assert.deepEqual(await neighbours('d', 'SERIES'), ['a', null]);
});

test('a post without tags, category, author or series has no neighbours there', async () => {
  for (const within of ['TAG', 'CATEGORY', 'AUTHOR', 'SERIES'])
    assert.deepEqual(await neighbours('bare', within), [null, null]);
});

test('the neighbours of a whole list in a statement each', async () => {
  const { statements } = await askWell(
    db,
    '{ posts { nodes { previous { slug } next(within: TAG) { slug } again: previous { title } } } }',
  );
  assert.deepEqual(statements, ['nextPostInTag', 'posts', 'previousPostInBlog']);
});
