import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { testDatabase } from '../support/database.ts';
import { category, post, seed, series, site } from '../support/seed.ts';
import { webOf } from '../support/web.ts';

const db = await testDatabase();
const { get } = webOf(db);

before(() =>
  seed(db, {
    site: site({ name: 'Notes [on] *things*', tagline: 'A line', description: '# No heading' }),
    posts: [
      post('one', {
        title: 'One](https://evil.example) [x',
        description: 'First\nline `code`',
        categories: ['eng'],
      }),
      post('zwei', { language: 'de', title: 'Zwei', publishedAt: new Date('2026-01-02') }),
      post('quiet', { noIndex: true, markdown: 'quiet text' }),
      post('draft', { wanted: 'draft', categories: ['hidden'] }),
    ],
    categories: [category('eng', { name: 'Engineering', description: 'How we build' })],
    series: [series('saga', ['one']), series('hidden-saga', ['draft'])],
  }),
);

test('llms.txt: what the site is, then links to Markdown with a few words each', async () => {
  const { headers, text } = await get('/llms.txt');
  assert.equal(headers.get('content-type'), 'text/plain; charset=utf-8');
  const expected = [
    '# Notes \\[on\\] \\*things\\*',
    '',
    '> \\# No heading',
    '',
    '## Posts',
    '',
    '- [Zwei](https://blog.example/posts/zwei.md?language=de): The text of zwei.',
    '- [One\\](https://evil.example) \\[x](https://blog.example/posts/one.md): First line \\`code\\`',
    '',
    '## Series',
    '',
    '- [saga](https://blog.example/series/saga.md)',
    '',
    '## Categories',
    '',
    '- [Engineering](https://blog.example/topics/eng.md): How we build',
    '',
    '## Optional',
    '',
    '- [The newest posts in full](https://blog.example/llms-full.txt): Markdown in one file',
    '- [Feed](https://blog.example/feed.xml): RSS of the newest posts',
    '- [Sitemap](https://blog.example/sitemap.xml): every page',
    '- [GraphQL](https://api.example/graphql): search, filters and relations',
    '',
  ];
  assert.equal(text, expected.join('\n'));
  for (const [, url] of text.matchAll(/\]\((https:\/\/blog\.example[^)]+)\)/g)) {
    const { pathname, search } = new URL(url!);
    assert.equal((await get(pathname + search)).status, 200, url);
  }
});

test('llms-full.txt: whole posts, as many as one answer holds', async () => {
  const { text } = await get('/llms-full.txt');
  assert.match(
    text,
    /## Zwei\n\nFrom <https:\/\/blog\.example\/blog\/zwei>, 2026-01-02\n\nThe text of zwei\.\n/,
  );
  assert.doesNotMatch(text, /quiet|draft/);
  const little = await webOf(db, { LIMIT_RESPONSE_BYTES: '1000' }).get('/llms-full.txt');
  assert.ok(little.text.length < 1_000);
  const german = await get('/llms-full.txt?language=de');
  assert.deepEqual(german.text.match(/^## .*/gm), ['## Zwei']);
});

test('robots.txt says where the sitemap is, or that nothing is to be found', async () => {
  assert.equal(
    (await get('/robots.txt')).text,
    'User-agent: *\nAllow: /\n\nSitemap: https://blog.example/sitemap.xml\n',
  );
  const staging = webOf(db, { INDEXING: 'off' });
  assert.equal((await staging.get('/robots.txt')).text, 'User-agent: *\nDisallow: /\n');
  for (const path of ['/feed.xml', '/posts/one.html', '/sitemap.xml']) {
    assert.equal((await staging.get(path)).headers.get('x-robots-tag'), 'noindex, nofollow');
  }
});
