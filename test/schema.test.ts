/** The contract: schema.graphql is what the code says, and every part of it is described. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, validateSchema } from 'graphql';
import { printContract, schema } from '../src/schema.ts';

test('schema.graphql is what the code says; `npx colophon schema --write` writes it anew', async () => {
  const file = await readFile(new URL('../schema.graphql', import.meta.url), 'utf8');
  assert.equal(file, printContract());
});

test('the schema is valid', () => {
  assert.deepEqual(validateSchema(schema), []);
});

/** Everything of our own that a client can see, with its description. */
function* described(): Generator<readonly [name: string, description: string | null | undefined]> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    yield [type.name, type.description];
    if (isEnumType(type)) {
      for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value.description];
    }
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields()))
        yield [`${type.name}.${field.name}`, field.description];
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        yield [`${type.name}.${field.name}`, field.description];
        for (const arg of field.args) yield [`${type.name}.${field.name}(${arg.name})`, arg.description];
      }
    }
  }
}

test('every type, field, argument and enum value is described', () => {
  const all = [...described()];
  assert.ok(all.length > 200);
  assert.deepEqual(
    all.filter(([, description]) => !description?.trim()).map(([name]) => name),
    [],
  );
  // A description is a sentence.
  assert.deepEqual(
    all.filter(([, description]) => !/[.!?]$/.test(description!.trim())).map(([name]) => name),
    ['Boolean', 'Float', 'ID', 'Int', 'String'].filter(
      (name) => !/[.!?]$/.test(schema.getType(name)?.description ?? '.'),
    ),
  );
});

test('every connection has edges, nodes, pageInfo and totalCount, and there is one a node type', () => {
  const connections = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && type.name.endsWith('Connection'),
  );
  assert.deepEqual(connections.map(({ name }) => name).sort(), [
    'AuthorConnection',
    'CategoryConnection',
    'PostConnection',
    'RelatedPostConnection',
    'ResourceConnection',
    'SearchResultConnection',
    'SeriesConnection',
    'TagConnection',
  ]);
  for (const connection of connections) {
    assert.ok(isObjectType(connection));
    const fields = Object.values(connection.getFields()).map(
      ({ name, type }) => [name, String(type)] as const,
    );
    const [item] = /^\w+(?=Connection$)/.exec(connection.name)!;
    const others = item === 'SearchResult' ? { facets: 'SearchFacets!', suggestion: 'String' } : {};
    assert.deepEqual(Object.fromEntries(fields), {
      ...others,
      edges: `[${item}Edge!]!`,
      nodes: `[${item === 'RelatedPost' ? 'Post' : item}!]!`,
      pageInfo: 'PageInfo!',
      totalCount: 'Int!',
    });
  }
});
