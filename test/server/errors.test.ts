/** What clients see of failures, and what the log does. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallServer } from '../support/server.ts';

const graphqlJson = 'application/graphql-response+json';

test('an expected failure shows its message and code, beside the data that came', async () => {
  const { ask } = smallServer();
  const answer = await ask('{ expected thing { name } }');
  assert.equal(answer.status, 200);
  assert.deepEqual(answer.data, { expected: null, thing: { name: 'a thing' } });
  assert.deepEqual(answer.codes, ['BAD_CURSOR']);
  assert.equal(answer.errors[0]!.message, 'This cursor is not from here.');
});

for (const field of ['broken', 'coded', 'badValue', 'brokenList']) {
  test(`what nobody foresaw (${field}) is masked under the request id, and the log has it`, async () => {
    const { post, logLines } = smallServer();
    const answer = await post({ query: `{ ${field} }` }, { 'x-request-id': 'request-0001' });
    assert.equal(answer.status, 200);
    assert.equal(answer.codes[0], 'INTERNAL_SERVER_ERROR');
    assert.equal(answer.errors[0]!.extensions['requestId'], 'request-0001');
    assert.doesNotMatch(answer.text, /hunter2|10\.0\.0\.5|secret|internal detail|SOME_LIBRARY|stack|\.ts/);
    const told = logLines.map(
      (line) => JSON.parse(line) as { level: string; requestId: string; err?: unknown },
    );
    assert.ok(
      told.some(({ level, requestId, err }) => level === 'error' && requestId === 'request-0001' && err),
    );
  });
}

test('a database that is away is 503 with Retry-After when there is nothing else to give', async () => {
  const { ask } = smallServer();
  const nothing = await ask('{ needed }');
  assert.equal(nothing.status, 503);
  assert.equal(nothing.headers.get('retry-after'), '1');
  assert.deepEqual(nothing.codes, ['DATABASE_UNAVAILABLE']);
  const partly = await ask('{ unavailable thing { name } }');
  assert.equal(partly.status, 200);
  assert.deepEqual(partly.codes, ['DATABASE_UNAVAILABLE']);
  assert.doesNotMatch(nothing.text + partly.text, /10\.0\.0\.5|ECONN/);
});

test('a request that takes too long is ended', async () => {
  const { ask } = smallServer({ REQUEST_TIMEOUT_MS: '200' });
  const answer = await ask('{ never }');
  assert.equal(answer.status, 503);
  assert.deepEqual(answer.codes, ['REQUEST_TIMEOUT']);
});

for (const [what, query, code] of [
  ['a syntax error', '{ thing {', 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field', '{ thin { name } }', 'GRAPHQL_VALIDATION_FAILED'],
  ['an unfit variable', 'query ($x: String!) { echo(text: $x) }', 'BAD_USER_INPUT'],
] as const) {
  test(`${what}: 400 as ${graphqlJson}, 200 as application/json, with a code and no data`, async () => {
    const { post } = smallServer();
    const modern = await post({ query }, { accept: graphqlJson });
    const plain = await post({ query }, { accept: 'application/json' });
    assert.deepEqual([modern.status, plain.status], [400, 200]);
    assert.deepEqual([modern.codes, plain.codes], [[code], [code]]);
    assert.ok(!('data' in (JSON.parse(plain.text) as object)));
  });
}

test('"Did you mean" stays at home', async () => {
  const typo = '{ thinng { nam } }';
  assert.doesNotMatch((await smallServer().ask(typo)).text, /Did you mean/);
  assert.match((await smallServer({ NODE_ENV: 'development' }).ask(typo)).text, /Did you mean/);
});

test('an operation name that names nothing', async () => {
  const { post } = smallServer();
  const answer = await post({
    query: 'query A { thing { name } } query B { thing { name } }',
    operationName: 'C',
  });
  assert.equal(answer.status, 400);
  assert.deepEqual(answer.codes, ['OPERATION_RESOLUTION_FAILURE']);
});
