import type { GraphQLObjectType } from 'graphql';
import { encodeGlobalId } from '../../domain/global-id.ts';
import type { ReadScope } from '../../loaders/scope.ts';
import { schema } from '../../schema.ts';
import { askGraph } from './ask-graph.ts';
import { asLine, isFields } from './line.ts';
import { LineSelection, objectType, type LineType } from './line-documents.ts';

/** Things in one answer: texts come along, and memory holds one page. */
const pageSize = 20;

const selection = new LineSelection(schema);

/** All things of a type, in the order of their list. */
export async function* typeLines(scope: ReadScope, { type, list }: LineType): AsyncGenerator<string> {
  const source = `query($after: String) { list: ${list}(first: ${pageSize}, after: $after) {
    nodes { ${selection.of(type)} } pageInfo { hasNextPage endCursor } } }`;
  for (let after: unknown = null; ;) {
    const { list: page } = await askGraph(scope, source, { after });
    if (!isFields(page) || !Array.isArray(page['nodes'])) return;
    for (const node of page['nodes']) yield lineOf(await withWholeLists(scope, type, node));
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
  const line = selection.of(objectType(schema, typename));
  const source = `query($ids: [ID!]!) { nodes(ids: $ids) { ... on ${typename} { ${line} } } }`;
  for (let start = 0; start < paths.length; start += 100) {
    const ids = paths.slice(start, start + 100).map((path) => encodeGlobalId(typename, path));
    const { nodes } = await askGraph(scope, source, { ids });
    for (const node of Array.isArray(nodes) ? nodes : []) if (isFields(node)) yield lineOf(node);
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
