/** The pages on a real port, and what happens to them when the database does not answer. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { DomainError } from '../../src/domain/errors.ts';
import { smallServer } from '../support/server.ts';
import { serveBlog } from '../support/served-blog.ts';

const { url, logLines } = await serveBlog({ after });

test('a feed on the port, with images from this API and a line in the log', async () => {
  const response = await fetch(`${url}/feed.xml`);
  assert.equal(response.status, 200);
  const text = await response.text();
  assert.match(
    text,
    new RegExp(`<enclosure url="${url}/media/[0-9a-f]+/cover.svg" length="3" type="image/svg\\+xml"/>`),
  );
  assert.doesNotMatch(text, /draft/);
  const known = await fetch(`${url}/feed.xml`, {
    headers: { 'if-none-match': response.headers.get('etag')! },
  });
  assert.deepEqual([known.status, await known.text()], [304, '']);
  const line = logLines
    .map((each) => JSON.parse(each) as Record<string, unknown>)
    .find(({ page }) => page === 'rss');
  assert.deepEqual([line!['path'], line!['status'], line!['level']], ['/feed.xml', 200, 'info']);
});

test('HEAD has a length and nothing else', async () => {
  const whole = await (await fetch(`${url}/posts/one.html`)).bytes();
  const head = await fetch(`${url}/posts/one.html`, { method: 'HEAD' });
  assert.deepEqual([head.status, (await head.bytes()).length], [200, 0]);
  assert.equal(head.headers.get('content-length'), String(whole.length));
});

test('what is no page of this room goes on to the others', async () => {
  assert.equal((await fetch(`${url}/nothing`)).status, 404);
  assert.equal((await fetch(`${url}/media/code.css`)).status, 200);
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
  assert.equal((await fetch(`${url}/graphql?query={__typename}`)).status, 200);
});

const failing = (error: Error) => smallServer({}, { readPage: () => Promise.reject(error) });

test('a database that is away: 503, come again', async () => {
  const { fetch: ask } = failing(Object.assign(new Error('connect 10.0.0.5'), { code: 'ECONNREFUSED' }));
  const answer = await ask('/feed.xml');
  assert.deepEqual([answer.status, answer.headers.get('retry-after')], [503, '1']);
  assert.match(answer.text, /^\{"error":"The database is not available now/);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
});

test('an answer that takes too long is given up', async () => {
  const { fetch: ask } = smallServer(
    { REQUEST_TIMEOUT_MS: '50' },
    { readPage: () => new Promise(() => undefined) },
  );
  const answer = await ask('/sitemap.xml');
  assert.deepEqual([answer.status, answer.headers.get('retry-after')], [503, '1']);
});

test('what nobody foresaw is masked, and in the log', async () => {
  const { fetch: ask, logLines: lines } = failing(new Error('secret 10.0.0.5'));
  const answer = await ask('/feed.xml');
  assert.equal(answer.status, 500);
  assert.doesNotMatch(answer.text, /secret|10\.0/);
  assert.ok(lines.some((line) => line.includes('"level":"error"') && line.includes('secret')));
});

test('a mistake of the reader is told', async () => {
  const { fetch: ask } = failing(new DomainError('BAD_USER_INPUT', 'Not so.'));
  const answer = await ask('/feed.xml');
  assert.deepEqual([answer.status, answer.text], [400, '{"error":"Not so."}']);
});
