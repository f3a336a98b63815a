import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { askWell } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { post, seed, series } from '../support/seed.ts';

const db = await testDatabase();

before(() =>
  seed(db, {
    posts: [
      post('one', { title: 'The first' }),
      post('two', { title: 'The second' }),
      post('hidden', { wanted: 'draft' }),
      post('lonely', { title: 'Lonely', publishedAt: new Date('2026-03-01') }),
    ],
    series: [
      series('saga', [], {
        plannedTotal: 5,
        parts: [
          { position: 1, title: null, summary: null, post: 'one', announced: true },
          { position: 2, title: 'Named by the series', summary: 'Second.', post: 'two', announced: true },
          { position: 3, title: null, summary: null, post: 'hidden', announced: false },
          { position: 4, title: 'To come', summary: 'Fourth.', post: null, announced: true },
        ],
      }),
      series('diary', ['one'], { title: 'A diary' }),
      series('solo', ['lonely'], { title: 'Zulu' }),
      series('secret', ['hidden']),
    ],
  }),
);

test('a series lists its parts in order, those to come included, hidden ones not', async () => {
  const { data, statements } = await askWell(
    db,
    `{ series(by: {slug: "saga"}) { title total postCount parts { position title summary post { slug }
       previous { position } next { position } series { slug } total } } }`,
  );
  const shared = { series: { slug: 'saga' }, total: 5 };
  assert.deepEqual(data, {
    series: {
      title: 'saga',
      total: 5,
      postCount: 2,
      parts: [
        {
          position: 1,
          title: 'The first',
          summary: null,
          post: { slug: 'one' },
          previous: null,
          next: { position: 2 },
          ...shared,
        },
        {
          position: 2,
          title: 'Named by the series',
          summary: 'Second.',
          post: { slug: 'two' },
          previous: { position: 1 },
          next: { position: 4 },
          ...shared,
        },
        {
          position: 4,
          title: 'To come',
          summary: 'Fourth.',
          post: null,
          previous: { position: 2 },
          next: null,
          ...shared,
        },
      ],
    },
  });
  assert.deepEqual(statements, ['partsBySeries', 'postById', 'seriesById', 'seriesBySlug']);
});

test('a post marks its place among the parts of each series it is in', async () => {
  const { data } = await askWell(
    db,
    `{ post(by: {slug: "one"}) { seriesParts { series { title } position total outline { isCurrent part { position } } } } }`,
  );
  assert.deepEqual(data, {
    post: {
      seriesParts: [
        {
          series: { title: 'A diary' },
          position: 1,
          total: 1,
          outline: [{ isCurrent: true, part: { position: 1 } }],
        },
        {
          series: { title: 'saga' },
          position: 1,
          total: 5,
          outline: [1, 2, 4].map((position) => ({ isCurrent: position === 1, part: { position } })),
        },
      ],
    },
  });
});

test('a series with nothing to show is not there', async () => {
  const { data } = await askWell(
    db,
    '{ series(by: {slug: "secret"}) { title } seriesList(orderBy: [{field: TITLE}]) { totalCount nodes { slug } } }',
  );
  assert.deepEqual(data, {
    series: null,
    seriesList: { totalCount: 3, nodes: [{ slug: 'diary' }, { slug: 'saga' }, { slug: 'solo' }] },
  });
});

test('the series of the newest post comes first, and a list of series takes a statement a level', async () => {
  const { data, statements } = await askWell(
    db,
    '{ seriesList { nodes { slug total parts { title } posts(first: 1) { totalCount } } } }',
  );
  assert.equal(
    (data as { readonly seriesList: { readonly nodes: readonly { readonly slug: string }[] } }).seriesList
      .nodes[0]!.slug,
    'solo',
  );
  assert.deepEqual(statements, [
    'partsBySeries',
    'postById',
    'postsBySeries',
    'postsBySeriesCount',
    'seriesList',
  ]);
});
