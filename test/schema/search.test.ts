import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { ask, askWell } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { author, category, post, resource, seed, series, tag } from '../support/seed.ts';

const db = await testDatabase();
const day = (number: number): Date => new Date(Date.UTC(2025, 0, number));

before(() =>
  seed(db, {
    posts: [
      post('planner', {
        title: 'The query planner of a database',
        tags: ['postgres'],
        authors: ['ada'],
        categories: ['eng/db'],
        publishedAt: day(1),
        markdown: 'It has many ways to go.',
      }),
      post('tagged', {
        tags: ['planner', 'postgres'],
        authors: ['bob'],
        categories: ['eng'],
        publishedAt: day(2),
      }),
      post('headed', {
        tags: ['postgres'],
        markdown: '## On planners\n\nNothing else.',
        publishedAt: day(3),
      }),
      post('new', { markdown: 'Here *the planner*\nreads a query.', publishedAt: new Date('2026-02-01') }),
      post('old', { markdown: 'The planner reads it.', publishedAt: day(5) }),
      post('cafe', { title: 'Ein Café für Entwickler', language: 'de', markdown: 'Die Planung der Cafés.' }),
      post('kensaku', { title: '検索の仕組み', language: 'ja', markdown: '全文検索について説明します。' }),
      post('draft', { title: 'The planner of zebras', wanted: 'draft', tags: ['planner', 'zoo'] }),
    ],
    series: [series('saga', ['planner', null], { title: 'A saga', description: 'How planners began.' })],
    resources: [
      resource('talk', { title: 'Planners at work', kind: 'VIDEO', tags: ['postgres'], speakers: ['ada'] }),
    ],
    tags: [
      tag('planner'),
      tag('postgres', { name: 'PostgreSQL', description: 'A database with a planner.' }),
    ],
    authors: [author('ada', { name: 'Ada Þórsdóttir', role: 'Planner' }), author('bob')],
    categories: [category('eng', { name: 'Engineering' }), category('eng/db', { name: 'Databases' })],
  }),
);

const slugs = ['Post', 'Series', 'Resource', 'Author', 'Tag', 'Category']
  .map((type) => `... on ${type} { slug }`)
  .join(' ');

interface Found {
  readonly search: {
    readonly totalCount: number;
    readonly suggestion: string | null;
    readonly nodes: readonly { readonly slug: string }[];
  };
}

async function search(
  query: string,
  filter: Record<string, unknown> | null = null,
): Promise<Found['search']> {
  const { data } = await askWell(
    db,
    `query ($query: String!, $filter: SearchFilter) { search(query: $query, filter: $filter, first: 100) {
      totalCount suggestion nodes { ${slugs} } } }`,
    { query, filter },
  );
  const found = (data as Found).search;
  assert.equal(found.totalCount, found.nodes.length);
  return found;
}

/** Slugs of what is found, in order. */
async function find(query: string, filter?: Record<string, unknown>): Promise<string> {
  return (await search(query, filter)).nodes.map(({ slug }) => slug).join(' ');
}

test('title before tags before headings before body; the newer first among equals', async () => {
  const posts = { kinds: ['POST'] };
  assert.equal(await find('planner ', posts), 'planner tagged headed new old');
});

test('everything there is, by one query', async () => {
  const found = (await find('planner ')).split(' ').toSorted();
  assert.deepEqual(found, [
    'ada',
    'headed',
    'new',
    'old',
    'planner',
    'planner',
    'postgres',
    'saga',
    'tagged',
    'talk',
  ]);
});

test('forms of words, accents, prefixes, other scripts', async () => {
  assert.equal(await find('planners reading'), 'new old');
  assert.equal(await find('cafe'), 'cafe');
  assert.equal(await find('PLANUNG CAFÉS '), 'cafe');
  assert.equal(await find('thorsd', { kinds: ['AUTHOR'] }), 'ada');
  assert.equal(await find('検索'), 'kensaku');
});

test('phrases, exclusions, alternatives', async () => {
  assert.equal(await find('"query planner"'), 'planner');
  assert.equal(await find('"planner query"'), '');
  assert.equal(await find('planner -query -tagged ', { kinds: ['POST'] }), 'headed old');
  assert.deepEqual((await find('café or 検索 ')).split(' ').toSorted(), ['cafe', 'kensaku']);
});

test('a misspelt word finds what it was meant to be, and nothing hidden is suggested', async () => {
  const { suggestion, nodes } = await search('quary plannr ');
  assert.equal(suggestion, 'query planner');
  assert.equal(nodes[0]?.slug, 'planner');
  assert.equal((await search('planner ')).suggestion, null);
  assert.deepEqual(await search('zebra '), { totalCount: 0, suggestion: null, nodes: [] });
  assert.deepEqual(await search('zebas '), { totalCount: 0, suggestion: null, nodes: [] });
});

test('all filters hold; of each list one is enough', async () => {
  assert.equal(await find('planner ', { tags: ['planner', 'nothing'] }), 'tagged');
  assert.equal(await find('planner ', { kinds: ['VIDEO', 'SERIES'] }), 'talk saga');
  assert.equal(
    await find('planner ', { categories: ['eng'], kinds: ['POST'] }),
    'planner tagged',
    'with those below it',
  );
  assert.equal(await find('planner ', { categories: ['eng/db'], kinds: ['POST'] }), 'planner');
  assert.equal(await find('planner ', { authors: ['ada'], tags: ['postgres'], kinds: ['POST'] }), 'planner');
  assert.equal(await find('planner ', { years: [2026], kinds: ['POST'] }), 'new');
  assert.equal(await find('cafe or planner ', { languages: ['de'] }), 'cafe');
  assert.equal(await find('planner ', { tags: [] }), '', 'an empty list is met by nothing');
});

test('a relevance cursor goes on where it stood, to the end and back', async () => {
  const walk = async (step: string, size: string): Promise<string[]> => {
    const found: string[] = [];
    for (let cursor: string | null = null, more = true; more;) {
      const { data } = await askWell(
        db,
        `query ($cursor: String) { search(query: "planner ", ${size}: 3, ${step}: $cursor) {
          edges { cursor node { ${slugs} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
        { cursor },
      );
      const { edges, pageInfo } = (data as { readonly search: Pages }).search;
      const page = edges.map(({ node }) => node.slug);
      found.push(...(size === 'last' ? page.toReversed() : page));
      cursor = size === 'last' ? pageInfo.startCursor : pageInfo.endCursor;
      more = size === 'last' ? pageInfo.hasPreviousPage : pageInfo.hasNextPage;
    }
    return found;
  };
  const all = (await find('planner ')).split(' ');
  assert.deepEqual(await walk('after', 'first'), all);
  assert.deepEqual((await walk('before', 'last')).toReversed(), all);
});

interface Pages {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly slug: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

test('what cannot be searched is refused with a code', async () => {
  const refused = async (args: string): Promise<readonly string[]> =>
    (await ask(db, `{ search(${args}) { totalCount } }`)).errors;
  assert.deepEqual(await refused('query: " -planner "'), ['EMPTY_QUERY']);
  assert.deepEqual(await refused('query: "…"'), ['EMPTY_QUERY']);
  assert.deepEqual(await refused(`query: "${'x'.repeat(257)}"`), ['BAD_USER_INPUT']);
  assert.deepEqual(await refused('query: "x", first: 101'), ['BAD_PAGE_SIZE']);
  assert.deepEqual(await refused('query: "x", after: "abc"'), ['BAD_CURSOR']);
  assert.deepEqual(await refused(`query: "x", filter: {tags: [${'"t",'.repeat(201)}]}`), ['BAD_USER_INPUT']);
  const { data } = await askWell(db, '{ posts(first: 1) { pageInfo { endCursor } } }');
  const { endCursor } = (data as { readonly posts: Pages }).posts.pageInfo;
  assert.deepEqual(await refused(`query: "x", after: "${endCursor}"`), ['BAD_CURSOR'], 'of another list');
});

test('the same statements however much is found', async () => {
  const document = `query ($query: String!) { search(query: $query, first: 100) {
    totalCount suggestion edges { score node { ${slugs} } } pageInfo { endCursor } } }`;
  const statementsOf = async (query: string): Promise<readonly string[]> =>
    (await askWell(db, document, { query })).statements;
  const search = ['searchCount', 'searchPage', 'searchWords'];
  const rows = ['authorById', 'postById', 'resourceById', 'seriesById', 'tagById'];
  assert.deepEqual(await statementsOf('planner '), [...search, ...rows].toSorted());
  assert.deepEqual(await statementsOf('planner or nothing or -query '), [...search, ...rows].toSorted());
  assert.deepEqual(await statementsOf('xyzzy '), search);
  // The stems of what a misspelt word was meant to be.
  assert.deepEqual(await statementsOf('plannr '), [...search, 'searchWords', ...rows].toSorted());
});
