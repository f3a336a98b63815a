/** A document has its price before any SQL runs, however it writes its page sizes. */
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { graphql, parse, validate } from 'graphql';
import { createContext } from '../../src/context.ts';
import { COST_PUBLIC } from '../../src/domain/limits.ts';
import { schema } from '../../src/schema.ts';
import { countStatements, testDatabase } from '../support/database.ts';

const db = await testDatabase();

/** The price that a document is refused with when nothing may cost anything. */
async function costOf(source: string, variableValues: Record<string, unknown> = {}): Promise<number> {
  const contextValue = createContext({
    db,
    viewer: { kind: 'public' },
    urls: { site: null, media: 'https://api.example' },
    requestId: 'test',
    costLimit: -1,
  });
  const { result, statements } = await countStatements(db, () =>
    graphql({ schema, source, variableValues, contextValue }),
  );
  assert.deepEqual(statements, []);
  const { originalError } = result.errors![0]!;
  assert.equal((originalError as { readonly code?: string }).code, 'COST_LIMIT');
  return Number(/costs (\d+) points/.exec(result.errors![0]!.message)![1]);
}

test('a page costs what it may bring, however its size is written', async () => {
  const inner = '{ nodes { title } }';
  const costs = await Promise.all([
    costOf(`{ posts(first: 50) ${inner} }`),
    costOf(`{ posts(last: 50) ${inner} }`),
    costOf(`query ($n: Int) { posts(first: $n) ${inner} }`, { n: 50 }),
    costOf(`query ($n: Int = 50) { posts(first: $n) ${inner} }`),
    costOf(`query ($n: Int = 3) { posts(first: $n) ${inner} }`, { n: 50 }),
    costOf(`{ ...F } fragment F on Query { posts(first: 50) ${inner} }`),
    costOf(`{ ... on Query { ... on Query { posts(first: 50) ${inner} } } }`),
    costOf('{ posts(first: 50) { edges { node { title } } } }'),
  ]);
  assert.deepEqual(
    costs,
    costs.map(() => 51),
  );
  assert.equal(await costOf('{ posts { nodes { title } } }'), 21);
});

test('lists within lists multiply; aliases add', async () => {
  assert.equal(
    await costOf('{ tags(first: 10) { nodes { posts(first: 10) { nodes { title } } } } }'),
    1 + 10 * (1 + 10),
  );
  assert.equal(
    await costOf('{ a: posts(first: 10) { nodes { title } } b: posts(first: 10) { nodes { title } } }'),
    22,
  );
  // A list that is counted from all posts of its owner costs more than one that is walked.
  assert.equal(
    await costOf('{ tags(first: 10) { nodes { authors(first: 10) { nodes { name } } } } }'),
    1 + 10 * (10 + 10),
  );
});

test('what search engines are told costs little in a list, and in full what it takes', async () => {
  assert.equal(await costOf('{ posts(first: 50) { nodes { seo { title } } } }'), 1 + 50 * 2);
  const image = 'url alt width height';
  const seo = `seo { title description canonicalUrl noIndex jsonLd twitterCard { card title description image { ${image} } site creator }
    openGraph { type title description url siteName locale alternateLocales images { ${image} } publishedTime modifiedTime authors section tags }
    headTags { html tags { tag attributes { name value } content } } } breadcrumb { name path url }`;
  assert.ok((await costOf(`{ post(by: {slug: "x"}) { ${seo} } }`)) < 200);
  const lean = 'seo { headTags { html } } breadcrumb { name url }';
  assert.ok((await costOf(`{ posts(first: 100) { nodes { ${lean} } } }`)) < COST_PUBLIC);
});

test('a search has a price of its own; a page of 100 with highlights and facets is allowed', async () => {
  const nodes = '{ nodes { ... on Post { title } } }';
  assert.equal(await costOf(`{ search(query: "x", first: 100) ${nodes} }`), 10 + 100);
  assert.equal(
    await costOf(`{ search(query: "x", first: 1) ${nodes} }`),
    10 + 20,
    'no less than a usual page',
  );
  const facet = 'facets { tags(first: 10) { tag { posts(first: 50) { nodes { title } } } } }';
  assert.ok((await costOf(`{ search(query: "x", first: 1) { ${facet} } }`)) >= 10 * (1 + 50));
  const page = `{ search(query: "x", first: 100) {
    totalCount suggestion
    edges {
      score
      node { __typename ... on Post { id title path excerpt publishedAt } ... on Tag { id name path } ... on Author { id name path } }
      highlights { field fragments { text matches { start end } } }
    }
    facets { tags { tag { name slug } count } categories { category { name } count } years { year count } kinds { kind count } }
  } }`;
  assert.ok((await costOf(page)) < COST_PUBLIC * 0.8);
});

test('a size that will be refused costs no more than the largest page', async () => {
  for (const size of [-5, 0, 101, 2_147_483_647]) {
    assert.ok((await costOf(`{ posts(first: ${size}) { nodes { title } } }`)) <= 101);
  }
});

test('what costs too much is refused before any SQL, whatever field it hides behind', async () => {
  const deep =
    'tags(first: 100) { nodes { posts(first: 100) { nodes { related(first: 100) { nodes { title } } } } } }';
  for (const source of [
    `{ ${deep} }`,
    `{ site { name } ${deep} }`,
    `{ post(by: {slug: "x"}) { tags { posts(first: 100) { nodes { tags { posts(first: 100) { nodes { title } } } } } } } }`,
  ]) {
    assert.ok((await costOf(source)) > COST_PUBLIC);
  }
});

test('the documents that we ship are valid and far below the limit', async () => {
  const folders = ['../../bench/queries/', '../../src/server/graphiql/documents/'].map(
    (path) => new URL(path, import.meta.url),
  );
  for (const folder of folders) {
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.graphql'))) {
      const document = await readFile(new URL(name, folder), 'utf8');
      assert.deepEqual(validate(schema, parse(document)), [], name);
      const cost = await costOf(document, { slug: 'x', path: '/x', tag: 'x', id: 'x' });
      assert.ok(cost < COST_PUBLIC / 2, `${name} costs ${cost}`);
    }
  }
});
