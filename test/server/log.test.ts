import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLog } from '../../src/server/log.ts';
import { smallServer } from '../support/server.ts';

const parse = (lines: readonly string[]): Record<string, unknown>[] =>
  lines.map((line) => JSON.parse(line) as Record<string, unknown>);

test('one line a request: operation, status, time and id, and neither document nor variables', async () => {
  const { post, logLines } = smallServer({}, { logLevel: 'info' });
  const query = 'query Hello($text: String) { echo(text: $text) }';
  const answer = await post({ query, variables: { text: 'private' } }, { authorization: 'Bearer private' });
  const [line, ...more] = parse(logLines);
  assert.equal(more.length, 0);
  assert.equal(line!['operation'], 'Hello');
  assert.equal(line!['status'], 200);
  assert.equal(line!['path'], '/graphql');
  assert.equal(line!['requestId'], answer.headers.get('x-request-id'));
  assert.ok(Number(line!['ms']) >= 0);
  assert.doesNotMatch(logLines.join(), /private|echo/);
});

test('the line of a refused request has its codes', async () => {
  const { post, logLines } = smallServer({}, { logLevel: 'info' });
  await post({ query: 'query Named { nothing }', operationName: 'Named' });
  assert.deepEqual(parse(logLines)[0]!['codes'], ['GRAPHQL_VALIDATION_FAILED']);
  assert.equal(parse(logLines)[0]!['operation'], 'Named');
});

test('probes are told at debug level only, and silence is silent', async () => {
  const info = smallServer({}, { logLevel: 'info' });
  await info.fetch('/healthz');
  const silent = smallServer({}, { logLevel: 'silent' });
  await silent.ask('{ broken }');
  assert.deepEqual([info.logLines, silent.logLines], [[], []]);
});

test('the id of a request is the caller’s if it is fit, else a new one', async () => {
  const { fetch } = smallServer();
  const idFor = async (given: string): Promise<string | null> =>
    (await fetch('/healthz', { headers: { 'x-request-id': given } })).headers.get('x-request-id');
  assert.equal(await idFor('abc-123_X.y'), 'abc-123_X.y');
  for (const unfit of ['short', 'x'.repeat(65), 'has blank inside', '<script>alert</script>']) {
    assert.match((await idFor(unfit)) ?? '', /^[0-9a-f-]{36}$/);
  }
});

test('a name that GraphQL does not allow is not logged', async () => {
  const { post, logLines } = smallServer({}, { logLevel: 'info' });
  await post({ query: '{ thing { name } }', operationName: 'x\u001b[2J\ninjected' });
  assert.doesNotMatch(logLines.join(), /injected/);
});

test('on a terminal a line is for people, without control characters', () => {
  const lines: string[] = [];
  const log = createLog('info', { isTTY: true, write: (text) => lines.push(text) });
  log.info({ status: 200, path: '/a\u001b[2Jb' }, 'request');
  assert.match(lines.join(), /^\d\d:\d\d:\d\d INFO {2}request status=200 path=\/a \[2Jb\n$/);
});

test('secrets are hidden wherever they stand in an entry', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (text) => lines.push(text) });
  log.info({ databaseUrl: 'postgres://me:hunter2@h/b', settings: { password: 'hunter2' } }, 'oops');
  assert.doesNotMatch(lines.join(), /hunter2/);
});
