import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ask, askWell } from '../support/ask.ts';
import { emptyDatabase, testDatabase } from '../support/database.ts';
import { childList, idsOf, pageOf, walkForward } from '../support/lists.ts';
import { post, seed, series } from '../support/seed.ts';

const db = await testDatabase();
beforeEach(() => emptyDatabase(db));

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));

test("an editor's picks come first, then shared tags by rarity, then those that came out nearer", async () => {
  await seed(db, {
    posts: [
      post('here', { tags: ['rare', 'common', 'other'], related: ['picked-2', 'picked-1'] }),
      post('picked-1', { publishedAt: day(2) }),
      post('picked-2', { publishedAt: day(3), language: 'de', tags: ['common'] }),
      post('rare-and-common', { tags: ['common', 'rare'], publishedAt: day(4) }),
      post('only-rare', { tags: ['rare'], publishedAt: day(5) }),
      post('only-common-near', { tags: ['common'], publishedAt: day(6) }),
      post('only-common-far', { tags: ['common'], publishedAt: day(7) }),
      post('nothing', { tags: ['else'] }),
      post('german', { tags: ['rare'], language: 'de' }),
    ],
  });
  const { data, statements } = await askWell(
    db,
    `{ post(by: {slug: "here"}) { related(first: 7) { totalCount edges { node { slug } reasons { kind tags { slug } } } } } }`,
  );
  const picked = { kind: 'PICKED', tags: [] };
  const shared = (...slugs: string[]) => ({ kind: 'SHARED_TAGS', tags: slugs.map((slug) => ({ slug })) });
  assert.deepEqual(data, {
    post: {
      related: {
        totalCount: 6,
        edges: [
          { node: { slug: 'picked-2' }, reasons: [picked, shared('common')] },
          { node: { slug: 'picked-1' }, reasons: [picked] },
          { node: { slug: 'rare-and-common' }, reasons: [shared('rare', 'common')] },
          { node: { slug: 'only-rare' }, reasons: [shared('rare')] },
          { node: { slug: 'only-common-near' }, reasons: [shared('common')] },
          { node: { slug: 'only-common-far' }, reasons: [shared('common')] },
        ],
      },
    },
  });
  assert.deepEqual(statements, ['postBySlug', 'relatedByPost', 'relatedByPostCount', 'tagById']);
});

test('the score says how much they share: rare tags and words the more, each with its reason', async () => {
  const about = (subject: string): string => `We write about ${subject} here, and of nothing else.`;
  await seed(db, {
    posts: [
      post('a', { tags: ['x', 'y'], markdown: about('vacuum tubes and old radios') }),
      post('b', { tags: ['x', 'y'], markdown: about('vacuum tubes, amplifiers and radios') }),
      post('c', { tags: ['y'], markdown: about('bread') }),
      post('d', { markdown: about('cheese') }),
      ...Array.from({ length: 6 }, (_, index) => post(`e-${index}`, { markdown: about(`number ${index}`) })),
    ],
  });
  const { data } = await askWell(
    db,
    '{ post(by: {slug: "a"}) { related { edges { score node { slug } reasons { kind terms tags { slug } } } } } }',
  );
  const [first, second, ...others] = edgesOf(data);
  assert.deepEqual(
    [first?.node.slug, first?.reasons],
    [
      'b',
      [
        { kind: 'SHARED_TAGS', terms: [], tags: [{ slug: 'x' }, { slug: 'y' }] },
        { kind: 'SHARED_TERMS', terms: ['radios', 'vacuum tubes'], tags: [] },
      ],
    ],
  );
  assert.deepEqual(
    [second?.node.slug, second?.reasons],
    ['c', [{ kind: 'SHARED_TAGS', terms: [], tags: [{ slug: 'y' }] }]],
  );
  assert.ok(first!.score > 2 * second!.score && second!.score > 0);
  // What all posts say ("we write about") relates none to another.
  assert.deepEqual(others, []);
});

test('posts that link to each other, and parts of one series, are related and say so', async () => {
  await seed(db, {
    posts: [
      post('a', { markdown: 'Read [more](/blog/b).' }),
      post('b', { markdown: 'Of bread.' }),
      post('c', { markdown: 'Of cheese.' }),
      post('d', { markdown: 'Of wine.' }),
    ],
    series: [series('saga', ['a', 'c'])],
  });
  for (const [slug, expected] of [
    ['a', ['b LINKED', 'c SAME_SERIES']],
    ['b', ['a LINKED']],
    ['c', ['a SAME_SERIES']],
    ['d', []],
  ] as const)
    assert.deepEqual(await reasonsOf(slug), expected, slug);
});

test('words are compared within a language, whatever its script', async () => {
  await seed(db, {
    posts: [
      post('ja-1', { language: 'ja', markdown: '真空管の増幅器について書きます。' }),
      post('ja-2', { language: 'ja', markdown: '古い真空管を集めています。' }),
      post('ja-3', { language: 'ja', markdown: 'パンとチーズ' }),
      post('ja-4', { language: 'ja', markdown: '旅' }),
      post('ru-1', { language: 'ru', markdown: 'Ламповый усилитель' }),
      post('ru-2', { language: 'ru', markdown: 'Старый усилитель' }),
      post('ru-3', { language: 'ru', markdown: 'Хлеб' }),
      post('en', { language: 'en', markdown: 'Старый усилитель' }),
    ],
  });
  assert.deepEqual(await reasonsOf('ja-1'), ['ja-2 SHARED_TERMS']);
  assert.deepEqual(await reasonsOf('ru-1'), ['ru-2 SHARED_TERMS']);
  assert.deepEqual(await reasonsOf('en'), []);
});

interface Edge {
  readonly score: number;
  readonly node: { readonly slug: string };
  readonly reasons: readonly { readonly kind: string }[];
}

function edgesOf(data: unknown): readonly Edge[] {
  return (data as { readonly post: { readonly related: { readonly edges: readonly Edge[] } } }).post.related
    .edges;
}

/** The related posts of one, in order, each with the kinds of its reasons. */
async function reasonsOf(slug: string): Promise<string[]> {
  const { data } = await askWell(
    db,
    'query ($slug: String!) { post(by: {slug: $slug}) { related { edges { score node { slug } reasons { kind } } } } }',
    { slug },
  );
  return edgesOf(data).map(({ node, reasons }) => [node.slug, ...reasons.map(({ kind }) => kind)].join(' '));
}

test('posts of the same series can be left out; a translation is never related', async () => {
  await seed(db, {
    posts: [
      post('one', { tags: ['x'], translationKey: 'one' }),
      post('eins', { tags: ['x'], language: 'de', translationKey: 'one' }),
      post('two', { tags: ['x'] }),
      post('three', { tags: ['x'] }),
    ],
    series: [series('saga', ['one', 'two'])],
  });
  const { data } = await askWell(
    db,
    '{ post(by: {slug: "one"}) { all: related { nodes { slug } } others: related(excludeSeries: true) { nodes { slug } totalCount } } }',
  );
  const slugs = (list: { readonly nodes: readonly { readonly slug: string }[] }) =>
    list.nodes.map(({ slug }) => slug).sort();
  const { all, others } = (
    data as {
      readonly post: Record<'all' | 'others', { readonly nodes: readonly { readonly slug: string }[] }>;
    }
  ).post;
  assert.deepEqual([slugs(all), slugs(others)], [['three', 'two'], ['three']]);
});

test('related posts of a whole list in one statement, their tags in another', async () => {
  await seed(db, {
    posts: Array.from({ length: 12 }, (_, index) =>
      post(`post-${index}`, { tags: [`t${index % 3}`, 'all'] }),
    ),
  });
  const { statements } = await askWell(
    db,
    '{ posts(first: 10) { nodes { title tags { name } related(first: 4) { nodes { title tags { name } } } } } }',
  );
  assert.deepEqual(statements, ['posts', 'relatedByPost', 'tagsByPost', 'tagsByPost']);
});

test('pages of picks stay whole when picks before, at and after the cursor go', async () => {
  const picks = Array.from({ length: 8 }, (_, index) => `pick-${index}`);
  const list = childList('post(by: {slug: "here"})', 'related');
  for (const gone of picks.slice(1, 7)) {
    await emptyDatabase(db);
    await seed(db, {
      posts: [
        post('here', { tags: ['x'], related: picks }),
        ...picks.map((slug) => post(slug)),
        post('last', { tags: ['x'] }),
      ],
    });
    const before = idsOf(await pageOf(db, list, { first: 100 }));
    const index = picks.indexOf(gone);
    let pages = 0;
    const seen = await walkForward(db, list, 3, async () => {
      pages += 1;
      if (pages === 1) await db.prisma.post.deleteMany({ where: { slug: gone } });
    });
    // What went before its page came is not seen; all others are, once.
    assert.deepEqual(seen, index < 3 ? before : before.filter((_, place) => place !== index), gone);
  }
});

test('a pick that is hidden leaves no trace in cursors', async () => {
  const posts = [
    post('here', { related: ['hidden', 'shown'] }),
    post('shown'),
    post('hidden', { wanted: 'draft' }),
  ];
  await seed(db, { posts });
  const document =
    '{ post(by: {slug: "here"}) { related { edges { cursor } pageInfo { hasPreviousPage } } } }';
  const withHidden = await ask(db, document);
  await emptyDatabase(db);
  await seed(db, { posts: [{ ...posts[0]!, related: ['shown'] }, posts[1]!] });
  assert.deepEqual(withHidden.data, (await ask(db, document)).data);
});
