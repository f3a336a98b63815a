import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absoluteHtml } from '../../src/domain/absolute-html.ts';
import { renderBody } from '../../src/domain/render-body.ts';

const base = {
  site: 'https://blog.example/news',
  media: 'https://api.example',
  page: 'https://blog.example/news/posts/one',
};

for (const [written, absolute] of [
  ['<a href="/about">', '<a href="https://blog.example/news/about">'],
  ['<img src="/media/0f/a.png" alt="x">', '<img src="https://api.example/media/0f/a.png" alt="x">'],
  ['<a href="#fn-1">', '<a href="https://blog.example/news/posts/one#fn-1">'],
  ['<a href="?page=2">', '<a href="https://blog.example/news/posts/one?page=2">'],
  ['<a href="two">', '<a href="https://blog.example/news/posts/two">'],
  ['<img src="//cdn.example/a.png">', '<img src="https://cdn.example/a.png">'],
  ['<a href="mailto:a@b.example">', '<a href="mailto:a@b.example">'],
  ['<a href="https://x.example/?a=1&#x26;b=2">', '<a href="https://x.example/?a=1&#x26;b=2">'],
  ['<a href="/?a=1&#x26;b=2">', '<a href="https://blog.example/news/?a=1&#x26;b=2">'],
  ['<a href="">', '<a href="">'],
  ['<img alt="x src=" title="href=" width="1">', '<img alt="x src=" title="href=" width="1">'],
  [
    '<img srcset="/media/a/x,y.png 1x, /b.png 2x" src="c.png">',
    '<img srcset="https://api.example/media/a/x,y.png 1x, https://blog.example/news/b.png 2x" src="https://blog.example/news/posts/c.png">',
  ],
  [
    '<img src="/a.png" alt="a > b, href=&#x22;/c">',
    '<img src="https://blog.example/news/a.png" alt="a > b, href=&#x22;/c">',
  ],
] as const) {
  test(`${written} for readers elsewhere`, () => {
    assert.equal(absoluteHtml(written, base), absolute);
  });
}

test('text that looks like an address stays', async () => {
  const { html } = await renderBody(
    'Write `<a href="/x">` and say href="/y" src="/z".\n\n    <img src="/c">',
  );
  assert.equal(absoluteHtml(html, base), html);
});

test('a whole body: links, images and footnotes', async () => {
  const { html } = await renderBody('[a](/b) ![c](d.png) note[^1]\n\n[^1]: The note, see [e](/f?g&h).');
  const addresses = [...absoluteHtml(html, base).matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, url]) => url!);
  assert.ok(addresses.length > 4);
  assert.deepEqual(
    addresses.filter((url) => !url.startsWith('https://blog.example/news/')),
    [],
  );
});
