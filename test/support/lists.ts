import assert from 'node:assert/strict';
import type { Database } from '../../src/db/client.ts';
import { ask } from './ask.ts';

/** A connection of the graph: how to reach it, and its arguments besides the page, as GraphQL text. */
export interface List {
  readonly name: string;
  readonly wrap: (field: string) => string;
  readonly field: string;
  readonly args?: string;
  readonly read: (data: unknown) => unknown;
}

export interface Connection {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

export interface PageVariables {
  readonly first?: number;
  readonly last?: number;
  readonly after?: string | null;
  readonly before?: string | null;
}

/** A list of the query type itself. */
export function rootList(field: string, args = ''): List {
  return {
    name: `${field} ${args}`,
    field,
    args,
    wrap: (inner) => inner,
    read: (data) => (data as Record<string, unknown>)[field],
  };
}

/** A list of one object: `owner` is a lookup, such as `tag(by: {slug: "sql"})`. */
export function childList(owner: string, field: string, args = ''): List {
  return {
    name: `${owner} ${field} ${args}`,
    field,
    args,
    wrap: (inner) => `owner: ${owner} { ${inner} }`,
    read: (data) => (data as { readonly owner: Record<string, unknown> }).owner[field],
  };
}

function documentOf({ wrap, field, args = '' }: List): string {
  const inner = `${field}(first: $first, last: $last, after: $after, before: $before ${args}) {
    totalCount edges { cursor node { id } } nodes { id }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
  return `query ($first: Int, $last: Int, $after: String, $before: String) { ${wrap(inner)} }`;
}

/** One page; what every page must be like is asserted here. */
export async function pageOf(db: Database, list: List, variables: PageVariables): Promise<Connection> {
  const { data, errors } = await ask(db, documentOf(list), { ...variables });
  assert.deepEqual(errors, [], list.name);
  const connection = list.read(data) as Connection;
  const { edges, nodes, pageInfo } = connection;
  assert.deepEqual(
    edges.map(({ node }) => node),
    nodes,
    list.name,
  );
  assert.equal(pageInfo.startCursor, edges.at(0)?.cursor ?? null);
  assert.equal(pageInfo.endCursor, edges.at(-1)?.cursor ?? null);
  return connection;
}

/** The codes of a page that must fail. */
export async function pageErrors(
  db: Database,
  list: List,
  variables: PageVariables,
): Promise<readonly string[]> {
  return (await ask(db, documentOf(list), { ...variables })).errors;
}

export function idsOf({ nodes }: Connection): string[] {
  return nodes.map(({ id }) => id);
}

/** Everything in a list, page by page from its start; `between` runs after each page. */
export async function walkForward(
  db: Database,
  list: List,
  size: number,
  between?: (page: Connection) => Promise<void>,
): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Connection = await pageOf(db, list, { first: size, after });
    ids.push(...idsOf(page));
    if (between !== undefined) await between(page);
    else assert.equal(page.pageInfo.hasPreviousPage, after !== null, list.name);
    if (!page.pageInfo.hasNextPage) return ids;
    assert.equal(page.edges.length, size, list.name);
    after = page.pageInfo.endCursor;
  }
}

/** Everything in a list, page by page from its end, in the order of the list. */
export async function walkBackward(
  db: Database,
  list: List,
  size: number,
  between?: (page: Connection) => Promise<void>,
): Promise<string[]> {
  const ids: string[] = [];
  let before: string | null = null;
  for (;;) {
    const page: Connection = await pageOf(db, list, { last: size, before });
    ids.unshift(...idsOf(page));
    if (between !== undefined) await between(page);
    else assert.equal(page.pageInfo.hasNextPage, before !== null, list.name);
    if (!page.pageInfo.hasPreviousPage) return ids;
    assert.equal(page.edges.length, size, list.name);
    before = page.pageInfo.startCursor;
  }
}
