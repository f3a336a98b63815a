/** All of a graph, as GraphQL tells it. */
import assert from 'node:assert/strict';
import {
  execute,
  getNamedType,
  getNullableType,
  isNonNullType,
  isObjectType,
  parse,
  validate,
  type DocumentNode,
} from 'graphql';
import { createContext } from '../../src/context.ts';
import type { Database } from '../../src/db/client.ts';
import { encodeGlobalId } from '../../src/domain/global-id.ts';
import type { Viewer } from '../../src/domain/visibility.ts';
import { schema } from '../../src/schema.ts';
import { everyField } from '../support/schema-walk.ts';

/** Every node with an id of its own, by the table that holds it. */
const tables = {
  Post: ['Post', 'id'],
  Author: ['Author', 'id'],
  Tag: ['Tag', 'id'],
  Category: ['Category', 'id'],
  Series: ['Series', 'id'],
  SeriesPart: ['SeriesPart', 'id'],
  Resource: ['Resource', 'id'],
  Redirect: ['Redirect', 'path'],
  Gone: ['Redirect', 'path'],
  Site: ['Site', 'id'],
} as const;

const nodes = checked(`query($ids: [ID!]!) { nodes(ids: $ids) ${everyField(schema, 1)} }`);
/** The lists, for their orders and counts. */
const lists = checked(`{ ${listFields().join(' ')} }`);

/**
 * Every field of every node as somebody sees it, the lists of the root, and where each path leads. What is hidden
 * is null, so that two graphs that hide the same are equal too.
 */
export async function graphOf(db: Database, kind: Viewer['kind']): Promise<Record<string, unknown>> {
  const graph: Record<string, unknown> = { lists: await answer(db, kind, lists, {}) };
  for (const [typename, [table, column]] of Object.entries(tables)) {
    const { rows } = await db.pool.query<{ key: string }>(
      `select "${column}"::text as key from "${table}" order by 1`,
    );
    const ids = rows.map(({ key }) => encodeGlobalId(typename, key));
    for (let start = 0; start < ids.length; start += 50) {
      const page = ids.slice(start, start + 50);
      const { nodes: found } = await answer(db, kind, nodes, { ids: page });
      assert.ok(Array.isArray(found));
      found.forEach((node: unknown, index) => (graph[`${typename} ${rows[start + index]!.key}`] = node));
    }
  }
  return graph;
}

async function answer(
  db: Database,
  kind: Viewer['kind'],
  document: DocumentNode,
  variableValues: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const contextValue = createContext({
    db,
    viewer: { kind },
    urls: { site: null, media: 'https://api.example' },
    requestId: 'test',
    costLimit: Number.MAX_SAFE_INTEGER,
  });
  const { data, errors } = await execute({ schema, document, variableValues, contextValue });
  assert.deepEqual(errors, undefined);
  return JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
}

function checked(source: string): DocumentNode {
  const document = parse(source);
  assert.deepEqual(validate(schema, document), []);
  return document;
}

function listFields(): string[] {
  return Object.values(schema.getQueryType()!.getFields())
    .filter(({ args, type }) => {
      const fields = isObjectType(getNullableType(type)) ? getNamedType(type) : null;
      const isList = isObjectType(fields) && 'nodes' in fields.getFields();
      return isList && args.every((arg) => !isNonNullType(arg.type));
    })
    .map(({ name }) => `${name}(first: 100) { totalCount nodes { id } }`);
}
