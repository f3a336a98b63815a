/** Global Object Identification. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { encodeGlobalId } from '../../src/domain/global-id.ts';
import { schema } from '../../src/schema.ts';
import { ask, askWell } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { post, resource, seed, series } from '../support/seed.ts';

const db = await testDatabase();

before(async () => {
  const given = {
    posts: [
      post('one', { tags: ['sql', 'web'], authors: ['ada'], categories: ['eng'], aliases: ['/old'] }),
      post('two'),
    ],
    series: [series('saga', ['one', null])],
    resources: [resource('talk')],
  };
  await seed(db, { ...given, posts: [...given.posts, post('gone')] });
  await seed(db, given);
});

interface Node {
  readonly __typename: string;
  readonly id: string;
}

/** An id of each type that has one. */
async function someIds(): Promise<Node[]> {
  const { data } = await askWell(
    db,
    `fragment N on Node { __typename id }
     { post(by: {slug: "one"}) { ...N tags { ...N } authors { ...N } category { ...N } seriesParts { ...N series { ...N } } }
       resource(by: {slug: "talk"}) { ...N } site { ...N } moved: resolve(path: "/old") { ...N } gone: resolve(path: "/blog/gone") { ...N } }`,
  );
  const nodes: Node[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('id' in value) nodes.push({ __typename: (value as Node).__typename, id: (value as Node).id });
    Object.values(value).forEach(collect);
  };
  collect(data);
  return nodes;
}

test('every type with an id is found by it, and says the same id again', async () => {
  const nodes = await someIds();
  const types = schema.getPossibleTypes(schema.getType('Node') as never).map(({ name }) => name);
  assert.deepEqual([...new Set(nodes.map(({ __typename }) => __typename))].sort(), types.toSorted());
  for (const node of nodes) {
    const { data } = await askWell(db, 'query ($id: ID!) { node(id: $id) { __typename id } }', {
      id: node.id,
    });
    assert.deepEqual(data, { node });
  }
  const { data } = await askWell(db, 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
    ids: nodes.map(({ id }) => id),
  });
  assert.deepEqual(data, { nodes });
});

test('a node has the fields of its type', async () => {
  const { id } = (await someIds())[0]!;
  const { data } = await askWell(
    db,
    'query ($id: ID!) { node(id: $id) { ... on Post { slug tags { name } } ... on Tag { name } } }',
    { id },
  );
  assert.deepEqual(data, { node: { slug: 'one', tags: [{ name: 'sql' }, { name: 'web' }] } });
});

test('what nothing has any more is null; a list keeps its places', async () => {
  const { id } = (await someIds())[0]!;
  const unknown = '00000000-0000-5000-8000-000000000000';
  const ids = [
    encodeGlobalId('Post', unknown),
    id,
    encodeGlobalId('Redirect', '/none'),
    encodeGlobalId('Gone', '/old'),
    encodeGlobalId('Redirect', '/blog/gone'),
    id,
  ];
  const { data, statements } = await askWell(db, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
  assert.deepEqual(data, { nodes: [null, { id }, null, null, null, { id }] });
  assert.deepEqual(statements, ['postById', 'redirectByPath']);
});

test('100 ids in one statement a type; more are refused', async () => {
  const posts = Array.from({ length: 100 }, (_, index) =>
    encodeGlobalId('Post', `00000000-0000-5000-8000-${String(index).padStart(12, '0')}`),
  );
  const document = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  assert.deepEqual((await askWell(db, document, { ids: posts })).statements, ['postById']);
  const { errors, statements } = await ask(db, document, { ids: [...posts, posts[0]] });
  assert.deepEqual([errors, statements], [['BAD_USER_INPUT'], []]);
  assert.deepEqual((await askWell(db, document, { ids: [] })).data, { nodes: [] });
});

test('what is no id of ours', async () => {
  const [{ id }] = (await someIds()) as [Node];
  for (const bad of [
    '',
    'x',
    id.toLowerCase(),
    id.replace(/=+$/, ''),
    ` ${id}`,
    encodeGlobalId('Nobody', '1'),
    encodeGlobalId('Query', '1'),
    encodeGlobalId('Post', '1'),
    encodeGlobalId('PostConnection', '1'),
    encodeGlobalId('constructor', '1'),
    '__proto__',
    encodeGlobalId('Post', "' or 1=1 --"),
  ]) {
    const { errors, statements } = await ask(db, 'query ($id: ID!) { node(id: $id) { id } }', { id: bad });
    assert.deepEqual([errors, statements], [['BAD_ID'], []], bad);
  }
});
