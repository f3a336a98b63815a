import { GraphQLError, GraphQLInputObjectType, GraphQLInt, GraphQLList, GraphQLNonNull } from 'graphql';
import { GraphQLObjectType, GraphQLSchema, GraphQLString, type GraphQLFieldConfigMap } from 'graphql';
import { DomainError } from '../../src/domain/errors.ts';
import { readSettings } from '../../src/env.ts';
import { createLog } from '../../src/server/log.ts';
import type { ReadinessState } from '../../src/server/readiness.ts';
import { createServerYoga, type ServerParts } from '../../src/server/yoga.ts';

/** How often resolvers were called: never for a document that is refused. */
export interface Calls {
  count: number;
}

/** What a caller of the server reads. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
  readonly codes: readonly unknown[];
}

const ready: ReadinessState = {
  status: 'ready',
  database: true,
  migrations: true,
  versionFeed: true,
  contentVersion: '7',
};

const fail = (error: Error) => (): never => {
  throw error;
};

/** A small graph, to ask of the server what the real one would hardly bring about. */
function smallSchema(calls: Calls): GraphQLSchema {
  const called = <T>(value: T): T => {
    calls.count += 1;
    return value;
  };
  const thing: GraphQLObjectType = new GraphQLObjectType({
    name: 'Thing',
    fields: (): GraphQLFieldConfigMap<unknown, unknown> => ({
      name: { type: new GraphQLNonNull(GraphQLString), resolve: () => called('a thing') },
      self: { type: thing, resolve: () => called({}) },
    }),
  });
  const filter = new GraphQLInputObjectType({ name: 'Filter', fields: { text: { type: GraphQLString } } });
  const secrets = Array.from({ length: 9 }, (_, index) => new Error(`secret ${index}`));
  const text = (resolve: () => unknown) => ({ type: GraphQLString, resolve });
  const query = new GraphQLObjectType({
    name: 'Query',
    fields: {
      thing: {
        type: thing,
        args: { filter: { type: filter }, numbers: { type: new GraphQLList(GraphQLInt) } },
        resolve: () => called({}),
      },
      echo: {
        type: GraphQLString,
        args: { text: { type: GraphQLString } },
        resolve: (_, { text }: { text?: string }) => called(text),
      },
      expected: text(fail(new DomainError('BAD_CURSOR', 'This cursor is not from here.'))),
      broken: text(fail(new Error('connect to 10.0.0.5 failed, password "hunter2"'))),
      unavailable: text(fail(Object.assign(new Error('connect 10.0.0.5'), { code: 'ECONNREFUSED' }))),
      needed: {
        type: new GraphQLNonNull(GraphQLString),
        resolve: fail(Object.assign(new Error('connect 10.0.0.5'), { code: 'ECONNREFUSED' })),
      },
      coded: text(fail(new GraphQLError('internal detail', { extensions: { code: 'SOME_LIBRARY' } }))),
      brokenList: { type: new GraphQLList(GraphQLString), resolve: () => secrets },
      badValue: { type: GraphQLInt, resolve: () => 'secret text' },
      never: text(() => new Promise(() => undefined)),
      large: text(() => 'x'.repeat(6_000_000)),
    },
  });
  const mutation = new GraphQLObjectType({
    name: 'Mutation',
    fields: { change: text(() => called('changed')) },
  });
  return new GraphQLSchema({ query, mutation });
}

/** The server over the small graph, without a port. */
export function smallServer(
  env: Readonly<Record<string, string>> = {},
  parts: Partial<ServerParts> & { readonly logLevel?: string } = {},
) {
  const calls: Calls = { count: 0 };
  const logLines: string[] = [];
  const yoga = createServerYoga({
    schema: smallSchema(calls),
    settings: readSettings({ NODE_ENV: 'test', ...env }),
    log: createLog(parts.logLevel ?? 'debug', { write: (text) => logLines.push(text) }),
    readiness: { check: () => Promise.resolve(ready) },
    context: () => ({}),
    readMedia: () => Promise.resolve(null),
    readPage: () => Promise.reject(new Error('no pages here')),
    startTabs: () => Promise.resolve([{ query: '{ thing { name } }' }]),
    ...parts,
  });
  const fetch = async (path: string, init: RequestInit = {}): Promise<Answer> =>
    read(await yoga.fetch(`http://localhost${path}`, init));
  const post = (body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
    fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { yoga, calls, logLines, fetch, post, ask: (query: string) => post({ query }) };
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const json =
    response.headers.get('content-type')?.includes('json') === true ? (JSON.parse(text) as Answer) : null;
  const errors = json?.errors ?? [];
  const codes = errors.map(({ extensions }) => extensions['code']);
  return { status: response.status, headers: response.headers, text, data: json?.data, errors, codes };
}
