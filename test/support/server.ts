import {
  GraphQLError,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  type GraphQLFieldConfigMap,
} from 'graphql';
import { readSettings } from '../../src/env.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { createLog } from '../../src/server/log.ts';
import { createServerYoga, type ServerParts } from '../../src/server/yoga.ts';

/** A resolver that counts its calls: none may happen for a document that is refused. */
export interface Calls {
  count: number;
}

interface Said {
  readonly calls: Calls;
  readonly logLines: string[];
}

/** A small graph of our own, to ask the server what the real one would take long to bring about. */
export function smallSchema(calls: Calls): GraphQLSchema {
  const called = <T>(value: T): T => {
    calls.count += 1;
    return value;
  };
  const thing: GraphQLObjectType = new GraphQLObjectType({
    name: 'Thing',
    fields: (): GraphQLFieldConfigMap<unknown, unknown> => ({
      name: { type: new GraphQLNonNull(GraphQLString), resolve: () => called('a thing') },
      self: { type: thing, args: { text: { type: GraphQLString } }, resolve: () => called({}) },
    }),
  });
  const filter = new GraphQLInputObjectType({ name: 'Filter', fields: { text: { type: GraphQLString } } });
  const query = new GraphQLObjectType({
    name: 'Query',
    fields: {
      thing: {
        type: thing,
        args: { filter: { type: filter }, first: { type: GraphQLInt } },
        resolve: () => called({}),
      },
      echo: {
        type: GraphQLString,
        args: { text: { type: GraphQLString } },
        resolve: (_, { text }: { text?: string }) => called(text),
      },
      expected: {
        type: GraphQLString,
        resolve: () => {
          throw new DomainError('BAD_CURSOR', 'This cursor is not from here.');
        },
      },
      broken: {
        type: GraphQLString,
        resolve: () => {
          throw new Error('connection to 10.0.0.5 refused: password "hunter2"');
        },
      },
      brokenList: {
        type: new GraphQLList(GraphQLString),
        resolve: () => Array.from({ length: 9 }, (_, n) => new Error(`secret ${n}`)),
      },
      badValue: { type: GraphQLInt, resolve: () => 'secret text' },
      coded: {
        type: GraphQLString,
        resolve: () => {
          throw new GraphQLError('internal detail', { extensions: { code: 'SOME_LIBRARY_CODE' } });
        },
      },
      never: { type: GraphQLString, resolve: () => new Promise(() => undefined) },
      large: { type: GraphQLString, resolve: () => 'x'.repeat(6_000_000) },
    },
  });
  const mutation = new GraphQLObjectType({
    name: 'Mutation',
    fields: { change: { type: GraphQLString, resolve: () => called('changed') } },
  });
  return new GraphQLSchema({ query, mutation });
}

/** The server over the small graph, without a port. */
export function smallServer(env: Readonly<Record<string, string>> = {}, parts: Partial<ServerParts> = {}) {
  const said: Said = { calls: { count: 0 }, logLines: [] };
  const yoga = createServerYoga({
    schema: smallSchema(said.calls),
    settings: readSettings({ NODE_ENV: 'test', ...env }),
    log: createLog('debug', { write: (text) => said.logLines.push(text) }),
    readiness: {
      check: () =>
        Promise.resolve({
          status: 'ready',
          database: true,
          migrations: true,
          versionFeed: true,
          contentVersion: '7',
        }),
    },
    context: () => ({}),
    readMedia: () => Promise.resolve(null),
    startTabs: () => Promise.resolve([{ query: '{ thing { name } }', variables: null }]),
    ...parts,
  });
  return { ...said, yoga };
}
