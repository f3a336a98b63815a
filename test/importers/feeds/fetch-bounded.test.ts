/** Feeds are fetched within bounds, and from no private address; asked of servers on this machine. */
import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { InputError } from '../../../src/importers/blog-reader.ts';
import { fetchBounded, type FetchOptions } from '../../../src/importers/feeds/fetch/fetch-bounded.ts';
import { checkedUrl } from '../../../src/importers/feeds/fetch/checked-url.ts';
import { failureText } from '../../../src/importers/feeds/fetch/failure-text.ts';
import {
  isPublicAddress,
  PrivateAddressError,
  publicLookup,
} from '../../../src/importers/feeds/fetch/public-address.ts';
import { loadFeedUrl } from '../../../src/importers/feeds/load-feed.ts';

const rss = '<rss version="2.0"><channel><title>Far</title><item><title>One</title></item></channel></rss>';

const routes: Readonly<Record<string, RequestListener>> = {
  '/feed': (request, response) => {
    if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
    else response.writeHead(200, { etag: '"v1"', 'content-type': 'application/rss+xml' }).end(rss);
  },
  '/page': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(`<!doctype html><link rel=alternate type="application/rss+xml" title="Comments" href="/comments/feed">
      <link rel="alternate" type="application/rss+xml" href="feed"><p>Hello`);
  },
  '/bare-page': (_, response) => response.end('<!doctype html><p>Hello'),
  '/moved': (_, response) => response.writeHead(301, { location: '/feed' }).end(),
  '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-login': (_, response) => response.writeHead(302, { location: 'http://user:hunter2@127.0.0.1/' }).end(),
  '/large': (_, response) => response.end('x'.repeat(300_000)),
  '/bomb': (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000))),
  '/broken': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip at all'),
  '/odd': (_, response) => response.writeHead(200, { 'content-encoding': 'zip' }).end('x'),
  '/silent': () => undefined,
  '/missing': (_, response) => response.writeHead(404).end(),
};

let server: Server;
let origin = '';

before(async () => {
  server = createServer((request, response) => {
    routes[new URL(request.url ?? '/', 'http://x').pathname]?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});

after(() => {
  server.closeAllConnections();
  server.close();
});

const fetchHere = (path: string, options: Partial<FetchOptions> = {}) =>
  fetchBounded(origin + path, { allowPrivate: true, ...options });

test('a feed comes with what tells next time whether it changed', async () => {
  const fetched = await fetchHere('/feed');
  assert.ok(fetched !== 'unchanged');
  assert.equal(fetched.etag, '"v1"');
  assert.equal(Buffer.from(fetched.bytes).toString(), rss);
  assert.equal(await fetchHere('/feed', { etag: '"v1"' }), 'unchanged');
});

test('redirects are followed, a few', async () => {
  const fetched = await fetchHere('/moved');
  assert.ok(fetched !== 'unchanged');
  assert.equal(fetched.url, `${origin}/feed`);
  await assert.rejects(fetchHere('/loop'), /redirects more than 5 times/);
});

test('a page leads to the feed that it names, once', async () => {
  const feed = await loadFeedUrl(`${origin}/page`, { allowPrivate: true });
  assert.ok(feed !== 'unchanged');
  assert.equal(feed.feed.title?.value, 'Far');
  assert.equal(feed.url, `${origin}/feed`);
  await assert.rejects(loadFeedUrl(`${origin}/bare-page`, { allowPrivate: true }), /names no feed/);
});

const refused: readonly (readonly [string, RegExp, Partial<FetchOptions>?])[] = [
  ['/to-file', /by http or https only/],
  ['/to-login', /holds a user name or a password/],
  ['/large', /larger than 0 MB/, { maxBytes: 200_000 }],
  ['/bomb', /larger than 1 MB/, { maxBytes: 1_000_000 }],
  ['/broken', /cannot be read/],
  ['/odd', /packed as "zip"/],
  ['/silent', /takes too long/, { maxMilliseconds: 100 }],
  ['/missing', /answers 404\. Check the address/],
  ['/feed', /private address.*--allow-private/, { allowPrivate: false }],
];

for (const [path, message, options] of refused) {
  test(`${path} ${JSON.stringify(options ?? {})} is refused with a word on what to do`, async () => {
    await assert.rejects(fetchHere(path, options), (error) => {
      assert.ok(error instanceof InputError);
      assert.match(error.message, message);
      assert.doesNotMatch(error.message, /hunter2/);
      return true;
    });
  });
}

test('no way of writing a private address leads there', async () => {
  const { port } = new URL(origin);
  const hosts = ['localhost', '127.1', '0x7f000001', '2130706433', '0.0.0.0', '[::1]', '[::ffff:127.0.0.1]'];
  const more = ['10.0.0.1', '169.254.169.254', '192.168.0.1', '[fc00::1]', '[fe80::1]', '[64:ff9b::7f00:1]'];
  for (const host of [...hosts, ...more]) {
    await assert.rejects(
      fetchBounded(`http://${host}:${port}/feed`, { allowPrivate: false }),
      /private address/,
      host,
    );
  }
  assert.equal(isPublicAddress('93.184.215.14'), true);
  assert.equal(isPublicAddress('2606:2800:21f:cb07:6820:80da:af6b:8b2c'), true);
});

test('what is secret in an address is in no message', async () => {
  await assert.rejects(fetchHere('/missing?token=hunter2'), (error) => {
    assert.doesNotMatch(String(error), /hunter2/);
    return true;
  });
});

test('a name that leads to a private address is refused where it is connected, so it cannot answer otherwise then', async () => {
  const looked = await new Promise((resolve) => {
    publicLookup('localhost', { all: true }, (error, addresses) => {
      resolve([error, addresses]);
    });
  });
  assert.ok(Array.isArray(looked) && looked[0] instanceof PrivateAddressError);
  assert.deepEqual(looked[1], []);
});

test('a redirect to a private address is no way around', () => {
  const far = 'https://far.example/feed';
  for (const to of [
    'http://169.254.169.254/latest/',
    '//127.0.0.1/feed',
    'http://0177.0.0.1/',
    'http://[::ffff:a9fe:a9fe]/',
  ])
    assert.throws(() => checkedUrl(to, far, { allowPrivate: false }), /private address/, to);
  assert.equal(checkedUrl('/other', far, { allowPrivate: false }).href, 'https://far.example/other');
});

test('why there was no answer is told apart', async () => {
  const url = new URL('https://far.example/feed');
  const text = (code: string): string => failureText('https://far.example/feed', url, code);
  for (const code of [
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  ])
    assert.match(text(code), /a certificate that is not to be trusted \(\w+\)\..*save the feed to a file/);
  assert.match(text('ENOTFOUND'), /the name far\.example is not found/);
  assert.match(text(''), /the connection broke off\./);
  const { port } = new URL(origin);
  await assert.rejects(
    fetchBounded(`https://127.0.0.1:${port}/`, { allowPrivate: true }),
    /does not speak https there/,
  );
  await assert.rejects(fetchBounded('http://127.0.0.1:1/', { allowPrivate: true }), /nothing listens there/);
});
