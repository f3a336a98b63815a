/** What the server takes and refuses as HTTP, whatever is asked. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallServer } from '../support/server.ts';

const document = '{ thing { name } }';
const graphqlJson = 'application/graphql-response+json';

test('a document by POST, and by GET', async () => {
  const { ask, fetch } = smallServer();
  assert.deepEqual((await ask(document)).data, { thing: { name: 'a thing' } });
  const byGet = await fetch(`/graphql?query=${encodeURIComponent(document)}`);
  assert.deepEqual(byGet.data, { thing: { name: 'a thing' } });
});

for (const type of [
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'text/plain, application/json',
  'application/graphql',
  'application/json; charset=utf-16',
  'application/jsonp',
]) {
  test(`a POST of ${type} gets 415`, async () => {
    const { fetch, calls } = smallServer();
    const answer = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': type },
      body: type.includes('form-url')
        ? `query=${encodeURIComponent(document)}`
        : JSON.stringify({ query: document }),
    });
    assert.equal(answer.status, 415);
    assert.deepEqual(answer.codes, ['UNSUPPORTED_MEDIA_TYPE']);
    assert.equal(calls.count, 0);
  });
}

test('a body without a content type gets 415', async () => {
  const { fetch } = smallServer();
  const body = new TextEncoder().encode(JSON.stringify({ query: document }));
  assert.equal((await fetch('/graphql', { method: 'POST', body })).status, 415);
});

test('a body over 100 KB gets 413, said or unsaid', async () => {
  const { post, yoga } = smallServer();
  const body = JSON.stringify({ query: document, variables: { text: 'x'.repeat(102_400) } });
  const said = await post(body, { 'content-length': String(body.length) });
  assert.equal(said.status, 413);
  assert.deepEqual(said.codes, ['REQUEST_ENTITY_TOO_LARGE']);
  // A stream has no length that could be said beforehand.
  const streamed = { method: 'POST', body: new Blob([body]).stream(), duplex: 'half' };
  const headers = { 'content-type': 'application/json' };
  const unsaid = await yoga.fetch('http://localhost/graphql', { ...streamed, headers });
  assert.equal(unsaid.status, 413);
  assert.equal((await post({ query: document, variables: { text: 'x'.repeat(90_000) } })).status, 200);
});

test('a mutation by GET gets 405 and does not run', async () => {
  const { fetch, calls } = smallServer();
  const answer = await fetch(`/graphql?query=${encodeURIComponent('mutation { change }')}`);
  assert.equal(answer.status, 405);
  assert.equal(answer.headers.get('allow'), 'POST');
  assert.equal(calls.count, 0);
});

test('an array of requests is refused, and none of them runs', async () => {
  const { post, calls } = smallServer();
  const answer = await post([{ query: document }, { query: document }]);
  assert.equal(answer.status, 400);
  assert.deepEqual(answer.codes, ['BAD_REQUEST']);
  assert.equal(calls.count, 0);
});

test('a hash in place of a document is answered so that Apollo sends the document', async () => {
  const { post } = smallServer();
  const extensions = { persistedQuery: { version: 1, sha256Hash: 'ab'.repeat(32) } };
  for (const body of [{ extensions }, { query: null, extensions }]) {
    const answer = await post(body, { accept: graphqlJson });
    assert.equal(answer.status, 200);
    assert.deepEqual(answer.codes, ['PERSISTED_QUERY_NOT_SUPPORTED']);
    assert.equal(answer.errors[0]!.message, 'PersistedQueryNotSupported');
  }
  assert.deepEqual((await post({ query: document, extensions })).data, { thing: { name: 'a thing' } });
});

for (const accept of ['text/event-stream', 'multipart/mixed', 'text/csv']) {
  test(`who accepts ${accept} alone gets 406`, async () => {
    const { post, calls } = smallServer();
    assert.equal((await post({ query: document }, { accept })).status, 406);
    assert.equal(calls.count, 0);
  });
}

test('what a browser or Apollo accepts is JSON in the end', async () => {
  const { post } = smallServer();
  for (const accept of [
    `${graphqlJson}, application/json;q=0.9`,
    'multipart/mixed, application/json',
    '*/*',
  ]) {
    assert.match((await post({ query: document }, { accept })).headers.get('content-type') ?? '', /json/);
  }
});

for (const [what, body] of [
  ['no JSON', '{"query":'],
  ['null', 'null'],
  ['a number', '7'],
  ['no document', '{}'],
  ['a document that is no text', '{"query":{"a":1}}'],
  ['an operation name that is no text', '{"query":"{ thing { name } }","operationName":{"a":1}}'],
  ['an unknown parameter', '{"query":"{ thing { name } }","id":"x"}'],
] as const) {
  test(`${what} gets 400`, async () => {
    const { post, calls } = smallServer();
    const answer = await post(body, { accept: graphqlJson });
    assert.equal(answer.status, 400);
    assert.deepEqual(answer.codes, ['BAD_REQUEST']);
    assert.equal(calls.count, 0);
    assert.doesNotMatch(answer.text, /originalError|SyntaxError|at JSON/);
  });
}

test('variables in the address that are no JSON get 400', async () => {
  const { fetch } = smallServer();
  const answer = await fetch(`/graphql?query=${encodeURIComponent(document)}&variables={`);
  assert.equal(answer.status, 400);
  assert.deepEqual(answer.codes, ['BAD_REQUEST']);
});

test('other methods get 405', async () => {
  const { fetch } = smallServer();
  for (const method of ['PUT', 'DELETE', 'PATCH']) {
    assert.equal((await fetch('/graphql', { method })).status, 405, method);
  }
});

test('/ leads to the graph; an unknown path gets 404 and says where to look', async () => {
  const { fetch } = smallServer();
  const root = await fetch('/');
  assert.deepEqual([root.status, root.headers.get('location')], [302, '/graphql']);
  // Yoga's own health check would answer 200 to the second.
  for (const path of ['/nothing', '/x/health', '/graphqlx', '/graphql/x']) {
    const answer = await fetch(path);
    assert.equal(answer.status, 404, path);
    assert.match(answer.text, /\/graphql/);
  }
});

test('every answer says that it is no page, no script and no frame, and is not kept', async () => {
  const { ask, fetch } = smallServer();
  for (const { headers } of [await ask(document), await fetch('/nothing'), await fetch('/healthz')]) {
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'; frame-ancestors 'none'/);
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('cache-control'), 'no-store');
  }
});
