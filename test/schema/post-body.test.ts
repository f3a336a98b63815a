/** A body in its parts: sections and images; what they say, and what they take. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, test } from 'node:test';
import type { ImageFileRecord } from '../../src/domain/blog-record.ts';
import { askWell } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { post, seed } from '../support/seed.ts';

const db = await testDatabase();

/** As `seed` stores every file. */
const sha256 = createHash('sha256')
  .update(new Uint8Array([1, 2, 3]))
  .digest('hex');
const file = (name: string, width: number | null, height: number | null): ImageFileRecord => ({
  file: name,
  sha256,
  mimeType: 'image/png',
  byteSize: 3,
  width,
  height,
});
const served = (name: string): string => `/media/${sha256.slice(0, 16)}/${name}`;

before(() =>
  seed(db, {
    posts: [
      post('pictures', {
        markdown: [
          '# One\n\n![A cat](cat.png)',
          '<figure><img src="small.png" width="100"><figcaption>Small</figcaption></figure>',
          '## Two\n\n`<img src="/media/x">` ![far](https://img.example/f.png) ![](/site.png) ![](near/by.png)',
          '![](javascript:x) <img src="https://img.example/g.png" width="40" height="30"> ![unsized](odd.svg)',
          '# Three\n\nEnd.[^1]\n\n[^1]: Note.',
        ].join('\n\n'),
        images: {
          'cat.png': file('cat.png', 1200, 800),
          'small.png': file('small.png', 400, 200),
          'odd.svg': file('odd.svg', null, null),
        },
      }),
      post('bare', { markdown: '' }),
      post('hidden', { wanted: 'draft', markdown: '# Secret' }),
    ],
  }),
);

async function body(fields: string, slug = 'pictures'): Promise<Record<string, unknown>> {
  const { data, statements } = await askWell(db, `{ post(by: {slug: "${slug}"}) { body { ${fields} } } }`);
  const { post: found } = data as { readonly post: { readonly body: Record<string, unknown> } };
  return { ...found.body, statements };
}

test('the images of a post', async () => {
  const { images, statements } = await body('images { url alt width height caption }');
  const image = (url: string, width: number | null, height: number | null, more = {}) => ({
    url,
    alt: null,
    width,
    height,
    caption: null,
    ...more,
  });
  assert.deepEqual(images, [
    image(`https://api.example${served('cat.png')}`, 1200, 800, { alt: 'A cat' }),
    image(`https://api.example${served('small.png')}`, 400, 200, { caption: 'Small' }),
    image('https://img.example/f.png', null, null, { alt: 'far' }),
    image('https://blog.example/site.png', null, null),
    image('https://blog.example/blog/near/by.png', null, null),
    image('https://img.example/g.png', 40, 30),
    image(`https://api.example${served('odd.svg')}`, null, null, { alt: 'unsized' }),
  ]);
  // The last one finds where the page is, for the address that begins there.
  assert.deepEqual(statements, ['bodyByPost', 'imageBySrc', 'postById', 'postBySlug']);
});

test('the images of many posts take one statement more than their bodies', async () => {
  const { statements } = await askWell(
    db,
    '{ posts { nodes { body { images { url } again: images { alt } } } } }',
  );
  assert.deepEqual(statements, ['bodyByPost', 'imageBySrc', 'postById', 'posts']);
  assert.deepEqual((await body('images { url }', 'bare')).statements, ['bodyByPost', 'postBySlug']);
});

test('in the HTML images have sizes, and addresses that are right on any site', async () => {
  const { html } = await body('html');
  const tags = String(html).match(/<img[^>]*>/g) ?? [];
  assert.deepEqual(tags.slice(0, 4), [
    `<img src="https://api.example${served('cat.png')}" alt="A cat" width="1200" height="800" decoding="async">`,
    `<img src="https://api.example${served('small.png')}" alt="" width="100" height="50" loading="lazy" decoding="async">`,
    '<img src="https://img.example/f.png" alt="far" loading="lazy" decoding="async">',
    '<img src="/site.png" alt="" loading="lazy" decoding="async">',
  ]);
  assert.match(String(html), /<code>&lt;img src="\/media\/x"><\/code>/);
});

test('a section of a post', async () => {
  const { two, hash, three, none, statements } = await body(
    `two: section(anchor: "two") { heading { anchor text level parentAnchor } html text }
     hash: section(anchor: "#one") { heading { text } html text }
     three: section(anchor: "three") { html text }
     none: section(anchor: "four") { text }`,
  );
  const { html, ...rest } = two as { readonly html: string };
  assert.deepEqual(rest, {
    heading: { anchor: 'two', text: 'Two', level: 2, parentAnchor: 'one' },
    text: 'Two\n<img src="/media/x">',
  });
  assert.match(html, /^<h2 id="two">Two<\/h2>[^]*<img src="https:\/\/api\.example\/media\/[^"]*odd\.svg"/);
  const whole = hash as { readonly html: string; readonly text: string };
  assert.ok(whole.html.endsWith(html) && whole.text.startsWith('One\nSmall\nTwo\n'));
  assert.deepEqual(three, {
    html:
      '<h1 id="three">Three</h1>\n<p>End.<sup><a href="#fn-1" id="fnref-1" data-footnote-ref="" ' +
      'aria-describedby="footnote-label">1</a></sup></p>',
    text: 'Three\nEnd.',
  });
  assert.equal(none, null);
  assert.deepEqual(statements, ['bodyByPost', 'postBySlug']);
});

test('an empty body has neither', async () => {
  const { images, section } = await body('images { url } section(anchor: "a") { text }', 'bare');
  assert.deepEqual([images, section], [[], null]);
});

test('what was stored before images had sizes and sections were cut is read as well', async () => {
  const { id } = await db.prisma.post.findFirstOrThrow({ where: { slug: 'bare' } });
  await db.prisma.postBody.update({
    where: { postId: id },
    data: {
      html: `<h2 id="old">Old</h2>\n<p><img src="${served('cat.png')}" alt="c" loading="lazy"></p>`,
      toc: [{ id: 'old', text: 'Old', level: 2, parentId: null }],
    },
  });
  const { images, section } = await body(
    'images { alt width height } section(anchor: "old") { text }',
    'bare',
  );
  assert.deepEqual([images, section], [[{ alt: 'c', width: 1200, height: 800 }], { text: 'Old' }]);
});
