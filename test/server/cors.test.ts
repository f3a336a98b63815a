import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallServer } from '../support/server.ts';

const post = (origin: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', origin },
  body: JSON.stringify({ query: '{ thing { name } }' }),
});

const preflight = (origin: string): RequestInit => ({
  method: 'OPTIONS',
  headers: {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type',
  },
});

test('pages of every origin may read answers, none with credentials', async () => {
  const { fetch } = smallServer();
  for (const init of [post('https://evil.example'), preflight('https://evil.example')]) {
    const { headers } = await fetch('/graphql', init);
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.equal(headers.get('access-control-allow-credentials'), null);
  }
});

test('a preflight says what may be sent', async () => {
  const { fetch } = smallServer();
  const { status, headers } = await fetch('/graphql', preflight('https://a.example'));
  assert.equal(status, 204);
  assert.equal(headers.get('access-control-allow-methods'), 'GET, HEAD, POST');
  assert.equal(headers.get('access-control-allow-headers'), '*');
});

test('with a list only its origins are let in, each by its name', async () => {
  const { fetch } = smallServer({ CORS_ORIGINS: 'https://a.example,https://b.example' });
  const allowed = async (origin: string): Promise<string | null> => {
    const { headers } = await fetch('/graphql', post(origin));
    assert.equal(headers.get('vary'), 'Origin');
    return headers.get('access-control-allow-origin');
  };
  assert.equal(await allowed('https://a.example'), 'https://a.example');
  assert.equal(await allowed('https://b.example'), 'https://b.example');
  assert.equal(await allowed('https://a.example.evil.example'), null);
  assert.equal(await allowed('null'), null);
});
