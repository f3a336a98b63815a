/** Image files of the blog, as browsers get them. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { serveBlog } from '../support/served-blog.ts';

const { url, ask } = await serveBlog({ after });

const { data } = (await ask('{ post(by: { slug: "one" }) { coverImage { url } } }')) as {
  data: { post: { coverImage: { url: string } } };
};
const cover = data.post.coverImage.url;

test('an image has an address on this server, and its bytes may be kept for ever', async () => {
  assert.ok(cover.startsWith(`${url}/media/`));
  const response = await fetch(cover);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'image/svg+xml');
  assert.equal(response.headers.get('cache-control'), 'public, max-age=31536000, immutable');
  assert.deepEqual(await response.bytes(), new Uint8Array([1, 2, 3]));
});

test('opened by itself it can run no script, and is nothing but a picture', async () => {
  const { headers } = await fetch(cover);
  assert.match(headers.get('content-security-policy') ?? '', /default-src 'none';.* sandbox/);
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
});

test('HEAD has the headers alone; who has it already gets 304', async () => {
  const head = await fetch(cover, { method: 'HEAD' });
  assert.deepEqual([head.status, (await head.bytes()).length], [200, 0]);
  const etag = head.headers.get('etag') ?? '';
  const known = await fetch(cover, { headers: { 'if-none-match': etag } });
  assert.deepEqual([known.status, (await known.bytes()).length], [304, 0]);
  assert.equal(known.headers.get('cache-control'), head.headers.get('cache-control'));
});

test('what is no image of the blog is 404, whatever the path tries', async () => {
  for (const path of [
    '/media/',
    '/media/x',
    '/media/0000000000000000/cover.svg',
    '/media/%2e%2e/%2e%2e/etc/passwd',
    "/media/'--",
  ]) {
    assert.equal((await fetch(url + path)).status, 404, path);
  }
  assert.equal((await fetch(cover, { method: 'POST', body: 'x' })).status, 404);
});

test('the colours of highlighted code are a stylesheet', async () => {
  const response = await fetch(`${url}/media/code.css`);
  assert.equal(response.headers.get('content-type'), 'text/css; charset=utf-8');
  assert.match(await response.text(), /\.hl-keyword \{ color: #[0-9a-f]{6}; \}/);
  const known = await fetch(`${url}/media/code.css`, {
    headers: { 'if-none-match': response.headers.get('etag') ?? '' },
  });
  assert.equal(known.status, 304);
});
