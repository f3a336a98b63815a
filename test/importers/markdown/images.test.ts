import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { ImageRecord } from '../../../src/domain/blog-record.ts';
import { readMarkdownBlog } from '../../../src/importers/markdown/read-blog.ts';
import { blogOf, folderOf, postOf, text, told } from '../blog-folder.ts';

const svg = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`;

/** The smallest header of each format that says a size of 3 by 5. */
const images: Readonly<Record<string, Buffer>> = {
  png: Buffer.concat([
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    Buffer.from('00000003000000050806000000', 'hex'),
    Buffer.alloc(16),
  ]),
  gif: Buffer.from('474946383961030005000000003b', 'hex'),
  jpg: Buffer.from(
    'ffd8ffe000104a46494600010100000100010000ffc00011080005000303012200021101031101ffd9',
    'hex',
  ),
  webp: Buffer.concat([
    Buffer.from('52494646', 'hex'),
    Buffer.from([22, 0, 0, 0]),
    Buffer.from('WEBPVP8X'),
    Buffer.from([10, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 4, 0, 0]),
  ]),
  svg: Buffer.from(svg(3, 5)),
};
const mimeTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};

for (const [extension, bytes] of Object.entries(images)) {
  test(`measures ${extension}`, async (t) => {
    const post = await postOf(t, text('title: T', 'date: 2024-01-01', `cover: x.${extension}`), {
      [`posts/x.${extension}`]: bytes,
    });
    assert.deepEqual(post.cover?.image, {
      file: `posts/x.${extension}`,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mimeType: mimeTypes[extension],
      byteSize: bytes.length,
      width: 3,
      height: 5,
    });
  });
}

const nameOf = (image: ImageRecord | undefined): string | undefined =>
  image && ('file' in image ? image.file : image.url);

const covers: Readonly<
  Record<string, readonly [image: string | undefined, alt: string | null, caption: string | null]>
> = {
  'cover: x.svg': ['posts/x.svg', null, null],
  'image: ./x.svg': ['posts/x.svg', null, null],
  'featuredImage: "x.svg?v=2#y"': ['posts/x.svg', null, null],
  'image: /img/y.svg': ['static/img/y.svg', null, null],
  'image: img/y.svg': ['static/img/y.svg', null, null],
  'thumbnail: "/img/z%20z.svg"': ['static/img/z z.svg', null, null],
  'images: [/img/y.svg, /other.png]': ['static/img/y.svg', null, null],
  'hero: "{{ site.baseurl }}/img/y.svg"': ['static/img/y.svg', null, null],
  'banner: /not/there.png': ['/not/there.png', null, null],
  'image: assets/not/there.png': ['/assets/not/there.png', null, null],
  'image: https://x.example/a.png': ['https://x.example/a.png', null, null],
  'image: //x.example/a.png': ['https://x.example/a.png', null, null],
  'seo: { image: /a.png }': ['/a.png', null, null],
  'extra: { cover_image: /a.png }': ['/a.png', null, null],
  'heroImage: { src: ./x.svg, alt: An x, caption: By <em>me</em> }': ['posts/x.svg', 'An x', 'By me'],
  'image: { path: /a.png, thumbnail: /b.png }': ['/a.png', null, null],
  'header: { overlay_image: /a.png }': ['/a.png', null, null],
  'hero: false': [undefined, null, null],
};
for (const [line, [image, alt, caption]] of Object.entries(covers)) {
  test(`finds the cover of "${line}"`, async (t) => {
    const post = await postOf(t, text('title: T', 'date: 2024-01-01', line), {
      'posts/x.svg': svg(1, 2),
      'static/img/y.svg': svg(1, 2),
      'static/img/z z.svg': svg(1, 2),
    });
    assert.equal(nameOf(post.cover?.image), image);
    assert.deepEqual([post.cover?.alt ?? null, post.cover?.caption ?? null], [alt, caption]);
    assert.deepEqual(told(post.problems), []);
  });
}

test('alternative text and caption in keys of their own', async (t) => {
  const post = await postOf(
    t,
    text(
      'title: T',
      'date: 2024-01-01',
      'image: /a.png',
      'image_alt: An <b>a</b>',
      'image_figcaption: "See [this](/x)"',
    ),
  );
  assert.deepEqual([post.cover?.alt, post.cover?.caption, post.metadata], ['An a', 'See this', {}]);
});

test('the picture in a bundle of Hugo', async (t) => {
  const record = await blogOf(t, {
    'posts/a/index.md': text('title: A', 'date: 2024-01-01', 'coverAlt: An a'),
    'posts/a/feature.svg': svg(1, 2),
  });
  assert.equal(nameOf(record.posts[0]?.cover?.image), 'posts/a/feature.svg');
  assert.equal(record.posts[0]?.cover?.alt, 'An a');
});

test('what cannot be shown is told and left out', async (t) => {
  const cases: Readonly<Record<string, string>> = {
    './no.png': './no.png',
    'javascript:alert(1)': 'javascript:alert(1)',
    'data:image/png;base64,x': 'data:image/png;base64,x',
    'text.png': 'text.png',
    '../../../etc/x.png': '../../../etc/x.png',
  };
  for (const reference of Object.keys(cases)) {
    const post = await postOf(t, text('title: T', 'date: 2024-01-01', `cover: "${reference}"`), {
      'posts/text.png': 'no image',
    });
    assert.equal(post.cover, null);
    assert.deepEqual(told(post.problems), [
      `warning posts/a-post.md:4 the cover image "${reference}" was left out`,
    ]);
  }
});

test('images that a tag names by their path in the site', async (t) => {
  const record = await blogOf(t, {
    'config.toml': 'base_url = "https://tea.example"\ntitle = "Tea"\n',
    'content/blog/brew/index.md': [
      '+++',
      'title = "Brew"',
      'date = 2024-01-01',
      '+++',
      '{{ resize_image(path="../static/a.svg", alt="A pot, a cup") }}',
      '{{ resize_image(path="/static/b.svg", width=50, height=0 op="fit_width") }}',
      '{{ resize_image(path="content/blog/brew/c d.svg") }}',
    ],
    'static/a.svg': svg(1, 1),
    'static/b.svg': svg(2, 2),
    'content/blog/brew/c d.svg': svg(3, 3),
  });
  assert.deepEqual(told(record.problems), []);
  const images = Object.entries(record.posts[0]?.images ?? {});
  assert.deepEqual(
    images.map(([reference, { file }]) => [reference, file]),
    [
      ['../static/a.svg', 'static/a.svg'],
      ['/static/b.svg', 'static/b.svg'],
      ['content/blog/brew/c d.svg', 'content/blog/brew/c d.svg'],
      ['content/blog/brew/c%20d.svg', 'content/blog/brew/c d.svg'],
    ],
  );
});

test('images of the body, as they are written', async (t) => {
  const body = [
    '![a](./x.svg "t") ![b](z%20z.svg) <img src="/img/y.svg"> ![r][ref] ![web](https://x.example/a.png)',
    '`![code](x.svg)` {{< figure src="x.svg" >}}',
    '',
    '[ref]: img/y.svg',
    '![gone](gone.png) ![gone](./gone2.png)',
  ].join('\n');
  const post = await postOf(t, text('title: T', 'date: 2024-01-01') + body, {
    'posts/x.svg': svg(1, 2),
    'posts/z z.svg': svg(1, 2),
    'public/img/y.svg': svg(1, 2),
  });
  assert.deepEqual(
    Object.fromEntries(Object.entries(post.images).map(([reference, { file }]) => [reference, file])),
    {
      './x.svg': 'posts/x.svg',
      'z%20z.svg': 'posts/z z.svg',
      'z z.svg': 'posts/z z.svg',
      '/img/y.svg': 'public/img/y.svg',
      'x.svg': 'posts/x.svg',
      'img/y.svg': 'public/img/y.svg',
    },
  );
  assert.deepEqual(told(post.problems), [
    'warning posts/a-post.md: 2 images are missing: gone.png, ./gone2.png',
  ]);
});

test('images of figures of MyST, and links and images in its boxes', async (t) => {
  const body =
    '```{figure} ../img/y.svg\n:alt: Y\n```\n\n```{note}\n![z](z.svg)\n\n~~~\n![code](no.svg)\n~~~\n```\n' +
    '\n:::{image} gone.svg\n:::\n\n```{code-block} md\n![code](no.svg)\n```\n\n![x](x.svg)';
  const post = await postOf(t, text('title: T', 'date: 2024-01-01') + body, {
    'posts/x.svg': svg(1, 2),
    'posts/z.svg': svg(1, 2),
    'img/y.svg': svg(1, 2),
  });
  assert.deepEqual(Object.keys(post.images).sort(), ['../img/y.svg', 'x.svg', 'z.svg']);
  assert.deepEqual(told(post.problems), ['warning posts/a-post.md: the image gone.svg is missing']);
});

test('gives the bytes of its files, and of no other', async (t) => {
  const folder = await folderOf(t, {
    'posts/a.md': text('title: A', 'cover: x.svg'),
    'posts/x.svg': svg(1, 2),
  });
  const { readFile } = await readMarkdownBlog(folder, { source: 'x' });
  assert.equal(Buffer.from(await readFile('posts/x.svg')).toString(), svg(1, 2));
  await assert.rejects(readFile('../../../../etc/passwd'), /is not a file of/);
});
