import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderBody } from '../../src/domain/render-body.ts';
import { imagesOfBody } from '../../src/domain/stored-images.ts';

const sizes = new Map([['/big.png', { width: 1200, height: 800 }]]);
async function tags(markdown: string): Promise<string[]> {
  const { html } = await renderBody(markdown, { sizeOf: (src) => sizes.get(src) ?? null });
  return html.match(/<img[^>]*>/g) ?? [];
}
/** What an image says of its size. */
async function sizeIn(attributes: string, src = '/big.png'): Promise<string> {
  const [tag = ''] = await tags(`<img src="${src}" ${attributes}>`);
  return (tag.match(/(?:width|height)="[^"]*"/g) ?? []).join(' ');
}

test('an image has the size of its file, unless its author says how large it is to be', async () => {
  assert.equal(await sizeIn(''), 'width="1200" height="800"');
  assert.equal(await sizeIn('width=600'), 'width="600" height="400"');
  assert.equal(await sizeIn('height="80px"'), 'width="120" height="80"');
  assert.equal(await sizeIn('width=" 300 " height=300'), 'width="300" height="300"');
  assert.equal(await sizeIn('width="50%"'), 'width="50%"');
  assert.equal(await sizeIn('width="1"'), 'width="1" height="1"');
});

test('one of unknown size has what its author wrote', async () => {
  assert.equal(await sizeIn('', '/other.png'), '');
  assert.equal(await sizeIn('width=600', '/other.png'), 'width="600"');
  assert.equal(await sizeIn('width=600 height=20.4', '/other.png'), 'width="600" height="20"');
});

test('a size that is none goes', async () => {
  for (const nonsense of ['0', '-5', 'auto', '99999999', 'Infinity', '5em', '50%;x', '٣']) {
    assert.equal(await sizeIn(`width="${nonsense}" height="${nonsense}"`, '/other.png'), '', nonsense);
    assert.equal(await sizeIn(`width="${nonsense}"`), 'width="1200" height="800"', nonsense);
  }
});

test('images load when scrolled to, but for the first when it stands in the opening', async () => {
  const early = await tags('A\n\n![a](a.png)![b](b.png)\n\n![c](c.png)');
  assert.deepEqual(early, [
    '<img src="a.png" alt="a" decoding="async">',
    '<img src="b.png" alt="b" loading="lazy" decoding="async">',
    '<img src="c.png" alt="c" loading="lazy" decoding="async">',
  ]);
  assert.deepEqual(await tags('A\n\nB\n\n- C\n\n![d](d.png)'), [
    '<img src="d.png" alt="d" loading="lazy" decoding="async">',
  ]);
  assert.deepEqual(await tags('<img src="a.png" loading="eager" fetchpriority="high">'), [
    '<img src="a.png" alt="" decoding="async">',
  ]);
});

test('the images of a body are listed in order with what is told of them', async () => {
  const { html } = await renderBody(
    [
      '![A "cat" & <dog>](/big.png "t")',
      '<figure>\n<img src="/b.png" alt="b" width="30" height="20">\n<figcaption>By <a href="/me">me</a> &amp; <b>you</b></figcaption>\n</figure>',
      '<figure><figcaption>Before</figcaption><img src="/c.png"><img src="/d.png"></figure>',
      '<figure><img src="/e.png"></figure>',
      '`<img src="/code.png">` <img src="javascript:x"> <img src="/a b.png" alt=\' src="/x.png" \' width="50%">',
      '```html\n<img src="/code.png">\n```',
    ].join('\n\n'),
    { sizeOf: (src) => sizes.get(src) ?? null },
  );
  const none = { alt: null, width: null, height: null, caption: null };
  assert.deepEqual(imagesOfBody(html), [
    { ...none, src: '/big.png', alt: 'A "cat" & <dog>', width: 1200, height: 800 },
    { src: '/b.png', alt: 'b', width: 30, height: 20, caption: 'By me & you' },
    { ...none, src: '/c.png', caption: 'Before' },
    { ...none, src: '/d.png', caption: 'Before' },
    { ...none, src: '/e.png' },
    { ...none, src: '/a b.png', alt: ' src="/x.png" ' },
  ]);
  assert.deepEqual(imagesOfBody('<p>none</p>'), []);
});
