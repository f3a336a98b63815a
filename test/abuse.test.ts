/**
 * Hostile requests against the real graph: each is refused with a documented code and without a statement to the
 * database, or answered harmlessly; and the server serves on.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, afterEach, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { errorCodes } from '../src/domain/errors.ts';
import { countStatements } from './support/database.ts';
import { serveBlog } from './support/served-blog.ts';
import { until } from './support/until.ts';

const { db, url, logLines } = await serveBlog({ after });
// The server looks for due posts when it starts; its statements are not those of a request.
await until(async () => (await countStatements(db, () => wait(200))).statements.length === 0);

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly data: unknown;
  readonly codes: readonly string[];
  /** Statements that the request took. */
  readonly statements: readonly string[];
}

async function send(body: string): Promise<Answer> {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
  const { result, statements } = await countStatements(db, async () => {
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
    return { status: response.status, text: await response.text() };
  });
  const { data, errors = [] } = JSON.parse(result.text) as {
    data?: unknown;
    errors?: { extensions: { code: string } }[];
  };
  // The version feed looks by itself now and then.
  const own = statements.filter((sql) => !sql.includes('/* contentVersion */'));
  return { ...result, data, codes: errors.map(({ extensions }) => extensions.code), statements: own };
}

const ask = (query: string, variables: object = {}): Promise<Answer> =>
  send(JSON.stringify({ query, variables }));

const repeat = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

function assertRefused(answer: Answer, code: keyof typeof errorCodes): void {
  assert.deepEqual(answer.codes, [code], answer.text.slice(0, 300));
  assert.deepEqual(answer.statements, []);
}

afterEach(async () => {
  // Whatever was asked: the server serves on, and nothing that nobody foresaw is in the log.
  assert.deepEqual((await ask('{ post(by: { slug: "one" }) { title } }')).data, {
    post: { title: 'The first part' },
  });
  const lines = logLines.splice(0);
  assert.deepEqual(
    lines.filter((line) => line.includes('"level":"error"')),
    [],
  );
});

test('aliases cannot multiply one expensive field (Directus CVE-2026-35441)', async () => {
  const page = '(first: 100) { nodes { body { html } related(first: 100) { nodes { title } } } }';
  assertRefused(await ask(`{ ${repeat(31, () => `site { name }`)} }`), 'TOO_MANY_ROOT_FIELDS');
  assertRefused(await ask(`{ site { ${repeat(31, (n) => `a${n}: name`)} } }`), 'TOO_MANY_ALIASES');
  const answer = await ask(`{ ${repeat(20, (n) => `a${n}: posts${page}`)} }`);
  assert.deepEqual([...new Set(answer.codes)], ['COST_LIMIT']);
  assert.deepEqual(answer.statements, []);
});

test('depth cannot hide in a reused fragment (graphql-armor #824)', async () => {
  const deep = `${'{ previous '.repeat(10)}{ title }${' }'.repeat(10)}`;
  const query = `{ a: post(by: { slug: "one" }) { ...F } b: post(by: { slug: "one" }) { next { next { next { next { next { ...F } } } } } } } fragment F on Post ${deep}`;
  assertRefused(await ask(query), 'DOCUMENT_TOO_DEEP');
});

test('an order list takes no SQL (Ghost CVE-2026-26980)', async () => {
  const evil = 'TITLE"; DROP TABLE "Post"; --';
  const query = 'query ($field: PostOrderField!) { posts(orderBy: [{ field: $field }]) { nodes { title } } }';
  assertRefused(await ask(query, { field: evil }), 'BAD_USER_INPUT');
  assertRefused(
    await ask(`{ posts(orderBy: [{ field: "${evil.replaceAll('"', '\\"')}" }]) { nodes { title } } }`),
    'GRAPHQL_VALIDATION_FAILED',
  );
});

for (const text of [
  `' OR '1'='1`,
  `"; DELETE FROM "Post"; --`,
  '%',
  '_',
  '\\',
  '$1',
  `a'||pg_sleep(9)||'`,
  '/* x */',
]) {
  test(`${text} is a slug like any other, and names nothing`, async () => {
    const query = `query ($text: String!) {
      post(by: { slug: $text }) { id }
      tag(by: { path: $text }) { id }
      resolve(path: $text) { __typename }
      posts(filter: { tags: { any: [$text] }, authors: { none: [$text] } }) { totalCount nodes { id } }
    }`;
    const { data, codes } = await ask(query, { text });
    assert.deepEqual(codes, []);
    assert.deepEqual(data, { post: null, tag: null, resolve: null, posts: { totalCount: 0, nodes: [] } });
  });
}

for (const [what, text] of [
  ['NUL', 'a\u0000b'],
  ['half a surrogate pair', 'a\ud800b'],
] as const) {
  test(`${what} goes no further: in a variable, a key, a document`, async () => {
    const query = 'query ($text: String!) { post(by: { slug: $text }) { id } }';
    assertRefused(await ask(query, { text }), 'BAD_USER_INPUT');
    assertRefused(await ask(query, { text: 'a', [text]: 1 }), 'BAD_USER_INPUT');
    const escaped = JSON.stringify(text).slice(1, -1);
    const written = await ask(`{ post(by: { slug: "${escaped}" }) { id } }`);
    assert.match(written.codes.join(), /^(BAD_USER_INPUT|GRAPHQL_PARSE_FAILED)$/);
    assert.deepEqual(written.statements, []);
  });
}

for (const name of ['__proto__', 'constructor', 'prototype']) {
  test(`the name ${name} goes no further: in variables at any depth, as alias, as variable, in a literal`, async () => {
    const query = 'query ($filter: PostFilter) { posts(filter: $filter) { totalCount } }';
    const send1 = send(`{"query":${JSON.stringify(query)},"variables":{"${name}":{"polluted":1}}}`);
    assertRefused(await send1, 'BAD_USER_INPUT');
    const deep = `{"filter":{"AND":[{"NOT":{"${name}":{"polluted":1}}}]}}`;
    assertRefused(await send(`{"query":${JSON.stringify(query)},"variables":${deep}}`), 'BAD_USER_INPUT');
    assertRefused(await ask(`{ ${name}: site { name } }`), 'BAD_USER_INPUT');
    assertRefused(
      await ask(`query ($${name}: Int) { posts(first: $${name}) { totalCount } }`),
      'BAD_USER_INPUT',
    );
    assertRefused(await ask(`{ posts(filter: { ${name}: { any: [] } }) { totalCount } }`), 'BAD_USER_INPUT');
    assert.equal(Reflect.get({}, 'polluted'), undefined);
  });
}

test('a body that is nothing but brackets is refused quickly', async () => {
  const started = performance.now();
  const nested = `${'['.repeat(45_000)}${']'.repeat(45_000)}`;
  assertRefused(await send(`{"query":"{ site { name } }","variables":{"x":${nested}}}`), 'BAD_USER_INPUT');
  assert.deepEqual((await send(nested)).codes, ['BAD_REQUEST']);
  assertRefused(await ask('{ posts(filter: '.padEnd(1_990, '[')), 'DOCUMENT_TOO_DEEP');
  const balanced = `${'['.repeat(900)}${']'.repeat(900)}`;
  assert.match((await ask(`{ posts(filter: ${balanced}) { totalCount } }`)).codes.join(), /FAILED|DEEP/);
  assert.ok(performance.now() - started < 2_000);
});

for (const cursor of [
  '',
  'a',
  'W10=',
  'bnVsbA',
  '"; --',
  'ÿ'.repeat(500),
  Buffer.from('{"__proto__":1}').toString('base64url'),
]) {
  test(`a forged cursor (${cursor.slice(0, 20)}) is refused`, async () => {
    const answer = await ask('query ($after: String) { posts(first: 1, after: $after) { nodes { id } } }', {
      after: cursor,
    });
    assert.deepEqual(answer.codes, ['BAD_CURSOR']);
    assert.deepEqual(answer.statements, []);
  });
}

for (const id of [
  '',
  'x',
  'UG9zdDp4',
  Buffer.from("Post:' OR 1=1").toString('base64'),
  Buffer.from('__proto__:1').toString('base64'),
]) {
  test(`a forged id (${id.slice(0, 20)}) is refused`, async () => {
    const answer = await ask('query ($id: ID!) { node(id: $id) { id } }', { id });
    assert.deepEqual(answer.codes, ['BAD_ID']);
    assert.deepEqual(answer.statements, []);
  });
}

test('numbers at the edge are refused or harmless', async () => {
  for (const first of [0, -1, 101, 2 ** 31, 1e300, 1.5, '10', true, null]) {
    const answer = await ask('query ($first: Int) { posts(first: $first) { nodes { id } } }', { first });
    if (first === null) assert.deepEqual(answer.codes, []);
    else assert.match(answer.codes.join(), /^(BAD_PAGE_SIZE|BAD_USER_INPUT)$/, String(first));
  }
});

test('introspection cannot be nested without end', async () => {
  const nest = '{ fields { type '.repeat(6) + '{ name }' + ' } }'.repeat(6);
  const answer = await ask(`{ __schema { types ${nest} } }`);
  assert.match(answer.codes.join(), /^(GRAPHQL_VALIDATION_FAILED|DOCUMENT_TOO_DEEP)$/);
});

test('a filter tree with a thousand leaves, or forty levels, is refused or answered, quickly', async () => {
  const query = 'query ($filter: PostFilter) { posts(filter: $filter) { totalCount } }';
  const leaf = { tags: { any: ['graphql'] } };
  const wide = { OR: Array.from({ length: 1_000 }, () => leaf) };
  const deep = Array.from({ length: 40 }).reduce<object>((tree) => ({ NOT: tree }), leaf);
  for (const filter of [wide, deep]) {
    const started = performance.now();
    const { codes } = await ask(query, { filter });
    assert.match(codes.join(), /^(BAD_USER_INPUT|COST_LIMIT)?$/);
    assert.ok(performance.now() - started < 3_000);
  }
});

test('garbage on the wire, and clients that leave, end nothing', async () => {
  const { port } = new URL(url);
  for (const bytes of [
    'GARBAGE\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    '\u0000\u0001',
    `GET /${'x'.repeat(20_000)} HTTP/1.1\r\n\r\n`,
  ]) {
    const socket = connect(Number(port), '127.0.0.1').on('error', () => undefined);
    socket.write(bytes);
    await once(socket.resume(), 'close');
  }
  const leaving = connect(Number(port), '127.0.0.1').on('error', () => undefined);
  leaving.write(
    'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 60\r\n\r\n{"query"',
  );
  await wait(50);
  leaving.destroy();
  const controller = new AbortController();
  const body = JSON.stringify({ query: '{ posts { nodes { body { html } } } }' });
  const headers = { 'content-type': 'application/json' };
  const gone = fetch(`${url}/graphql`, { method: 'POST', headers, body, signal: controller.signal });
  controller.abort();
  await assert.rejects(gone);
  await wait(100);
});
