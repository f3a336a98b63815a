/** A Relay front end: relay-compiler accepts the contract, and relay-runtime pages through a list with it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import relay from 'relay-runtime';
import type {
  ConcreteRequest,
  GraphQLResponse,
  OperationDescriptor,
  ReaderFragment,
  SingularReaderSelector,
} from 'relay-runtime';
import { ask } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { post, seed } from '../support/seed.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'colophon-relay-'));
after(() => {
  rmSync(folder, { recursive: true });
});

const db = await testDatabase();
const required = createRequire(import.meta.url);
const artifact = (name: string): unknown => required(join(folder, 'artifacts', `${name}.graphql`));
const requestOf = (name: string): ConcreteRequest => artifact(name) as ConcreteRequest;

const environment = new relay.Environment({
  store: new relay.Store(new relay.RecordSource()),
  network: relay.Network.create(async ({ text }, variables): Promise<GraphQLResponse> => {
    const answer = await ask(db, text ?? '', variables);
    assert.deepEqual(answer.errors, []);
    return { data: answer.data as Record<string, unknown> };
  }),
});

before(async () => {
  mkdirSync(join(folder, 'src'));
  mkdirSync(join(folder, 'artifacts'));
  cpSync(join(root, 'test/clients/relay'), join(folder, 'src'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }');
  writeFileSync(
    join(folder, 'relay.config.json'),
    JSON.stringify({
      src: './src',
      schema: './schema.graphql',
      language: 'javascript',
      artifactDirectory: './artifacts',
      eagerEsModules: false,
    }),
  );
  cpSync(join(root, 'schema.graphql'), join(folder, 'schema.graphql'));
  await seed(db, {
    posts: ['a', 'b', 'c', 'd', 'e'].map((slug, index) =>
      post(slug, { tags: ['relay'], publishedAt: new Date(Date.UTC(2026, 0, 10 - index)) }),
    ),
  });
});

async function run(
  request: ConcreteRequest,
  variables: Record<string, unknown>,
): Promise<OperationDescriptor> {
  const operation = relay.createOperationDescriptor(request, variables);
  await relay.fetchQuery(environment, request, variables).toPromise();
  environment.retain(operation);
  return operation;
}

interface Posts {
  readonly posts: {
    readonly edges: readonly { readonly node: { readonly id: string; readonly title: string } }[];
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  };
}

/** What the component of the fragment would show. */
function shown(operation: OperationDescriptor): Posts {
  const root = environment.lookup(operation.fragment).data;
  const fragment = artifact('blogPage_posts') as ReaderFragment;
  const selector = relay.getSelector(fragment, root) as SingularReaderSelector;
  return environment.lookup(selector).data as unknown as Posts;
}

test('relay-compiler accepts schema.graphql and a paginated document', () => {
  const compiler = join(root, 'node_modules/relay-compiler/cli.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [compiler, join(folder, 'relay.config.json')],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  assert.equal(status, 0, `${stdout}\n${stderr}`);
});

test('relay-runtime pages through the list and merges the pages', async () => {
  const first = await run(requestOf('blogPageQuery'), { count: 2 });
  assert.deepEqual(
    shown(first).posts.edges.map(({ node }) => node.title),
    ['a', 'b'],
  );

  const pagination = requestOf('blogPagePaginationQuery');
  for (let pages = 0; shown(first).posts.pageInfo.hasNextPage; pages += 1) {
    assert.ok(pages < 3, 'the list ends');
    await run(pagination, { count: 2, cursor: shown(first).posts.pageInfo.endCursor });
  }
  assert.deepEqual(
    shown(first).posts.edges.map(({ node }) => node.title),
    ['a', 'b', 'c', 'd', 'e'],
  );
});

test('relay-runtime refetches a post by the id it was given', async () => {
  const first = await run(requestOf('blogPageQuery'), { count: 1 });
  const id = shown(first).posts.edges[0]?.node.id;
  const again = await run(requestOf('blogPageNodeQuery'), { id });
  assert.deepEqual(environment.lookup(again.fragment).data, { node: { title: 'a' } });
});
