import type { GraphQLObjectType } from 'graphql';
import { encodeGlobalId } from '../../domain/global-id.ts';
import { PAGE_MAX } from '../../domain/limits.ts';
import type { ReadScope } from '../../loaders/scope.ts';
import { schema } from '../../schema.ts';
import { askGraph } from './ask-graph.ts';
import { asLine, isFields } from './line.ts';
import { LineSelection, objectType, type LineType } from './line-documents.ts';

/** Things in one answer: texts come along, and memory holds one page. */
const pageSize = 20;
/** Of ids alone, in the order of a list: a page of drafts and published posts costs a look at every post. */
const idsPageSize = PAGE_MAX;

const selection = new LineSelection(schema);

/** All things of a type, in the order of their list. */
export async function* typeLines(scope: ReadScope, { type, list }: LineType): AsyncGenerator<string> {
  const source = `query($after: String) { list: ${list}(first: ${idsPageSize}, after: $after) {
    nodes { id } pageInfo { hasNextPage endCursor } } }`;
  for (let after: unknown = null; ;) {
    const { list: page } = await askGraph(scope, source, { after });
    if (!isFields(page) || !Array.isArray(page['nodes'])) return;
    const ids = page['nodes'].flatMap((node) => (isFields(node) ? [node['id']] : []));
    yield* nodeLines(scope, type, ids, pageSize);
    after = cursorBehind(page);
    if (after === null) return;
  }
}

/** What stands at paths that moved or are gone. */
export async function* redirectLines(
  scope: ReadScope,
  typename: 'Redirect' | 'Gone',
  paths: readonly string[],
): AsyncGenerator<string> {
  for (let start = 0; start < paths.length; start += PAGE_MAX) {
    const ids = paths.slice(start, start + PAGE_MAX).map((path) => encodeGlobalId(typename, path));
    yield* nodeLines(scope, objectType(schema, typename), ids, PAGE_MAX);
  }
}

async function* nodeLines(
  scope: ReadScope,
  type: GraphQLObjectType,
  ids: readonly unknown[],
  most: number,
): AsyncGenerator<string> {
  const source = `query($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type.name} { ${selection.of(type)} } } }`;
  for (let start = 0; start < ids.length; start += most) {
    const { nodes } = await askGraph(scope, source, { ids: ids.slice(start, start + most) });
    for (const node of Array.isArray(nodes) ? nodes : [])
      if (isFields(node)) yield lineOf(await withWholeLists(scope, type, node));
  }
}

/** What the site says of itself. */
export async function* siteLine(scope: ReadScope): AsyncGenerator<string> {
  const { site } = await askGraph(scope, `{ site { ${selection.of(objectType(schema, 'Site'))} } }`);
  yield lineOf(site);
}

/** How many things there are of each type. */
export async function countLines(scope: ReadScope, types: readonly LineType[]): Promise<number> {
  const fields = types.map(({ list }) => `${list} { totalCount }`).join(' ');
  const counts = Object.values(await askGraph(scope, `{ ${fields} }`));
  return counts.reduce<number>(
    (sum, list) => sum + (isFields(list) && typeof list['totalCount'] === 'number' ? list['totalCount'] : 0),
    0,
  );
}

function lineOf(value: unknown): string {
  return `${JSON.stringify(asLine(value))}\n`;
}

/** The thing with the further pages of its lists, which are rarely that long. */
async function withWholeLists(scope: ReadScope, type: GraphQLObjectType, node: unknown): Promise<unknown> {
  if (!isFields(node)) return node;
  const whole: Record<string, unknown> = { ...node };
  for (const name of selection.lists(type)) {
    const source = `query($id: ID!, $after: String) { node(id: $id) { ... on ${type.name} { ${selection.list(type, name, '$after')} } } }`;
    for (let after = cursorBehind(whole[name]); after !== null;) {
      const answer = await askGraph(scope, source, { id: node['id'], after });
      const next = isFields(answer['node']) ? answer['node'][name] : null;
      const edges = [whole[name], next].flatMap((page) => (isFields(page) ? page['edges'] : []));
      whole[name] = { edges, pageInfo: null };
      after = cursorBehind(next);
    }
  }
  return whole;
}

/** Where the next page begins; null after the last one. */
function cursorBehind(page: unknown): string | null {
  const info = isFields(page) ? page['pageInfo'] : null;
  if (!isFields(info) || info['hasNextPage'] !== true) return null;
  return typeof info['endCursor'] === 'string' ? info['endCursor'] : null;
}
