/** What single generators write that others do not: pictures of code, values of folders, sizes, lists of contents. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blogOf, postOf, text, told } from '../blog-folder.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="2"/>';

test('MDX: pictures that are imported, required or based on the address of the site', async (t) => {
  const post = await postOf(t, '', {
    'posts/b.mdx': [
      '---',
      'title: B',
      'date: 2024-01-01',
      '---',
      "import hero from './hero.svg';",
      'import other from "@assets/other.svg?w=300"',
      "import Box from '../box';",
      "const last = require('./last.svg')",
      '',
      '<Image src={hero} alt="H" /> <img src={ other.src } /> <Box src={Box} size={hero2} />',
      '',
      "<img src={require('./hero.svg').default} alt=\"R\" /> <img src={useBaseUrl('/img/based.svg')} /> <img",
      '  src={',
      '    last',
      '  }',
      '/> End {1 + 1}.',
      '',
      '`<Image src={hero} />`',
    ].join('\n'),
    'posts/a-post.md': text('title: A', 'date: 2024-01-02'),
    ...{
      'posts/hero.svg': svg,
      'posts/last.svg': svg,
      'src/assets/other.svg': svg,
      'static/img/based.svg': svg,
    },
  });
  const found = post.record.posts.find(({ key }) => key === 'posts/b.mdx');
  assert.deepEqual(told(post.record.problems), []);
  assert.deepEqual(
    new Set(Object.values(found?.images ?? {}).map(({ file }) => file)),
    new Set(['posts/hero.svg', 'posts/last.svg', 'src/assets/other.svg', 'static/img/based.svg']),
  );
  assert.match(found?.markdown ?? '', /<Image src="\.\/hero\.svg" alt="H" \/>/);
  assert.match(found?.markdown ?? '', /`<Image src=\{hero\} \/>`/);
});

test('a value of a folder gives way to what the file says, whichever key it uses', async (t) => {
  const record = await blogOf(t, {
    '_config.yml':
      'title: T\ndefaults:\n  - scope: { path: "", type: posts }\n    values: { categories: notes, authors: [jane], image: /a.svg }\n',
    '_posts/2024-01-01-own.md': text('title: Own', 'category: Tea', 'author: Joe', 'thumbnail: /b.svg'),
    '_posts/2024-01-02-none.md': text('title: None', 'category:'),
    ...{ 'a.svg': svg, 'b.svg': svg },
  });
  const [own, none] = record.posts;
  assert.deepEqual([own?.categories, own?.authors], [['tea'], ['joe']]);
  assert.deepEqual([none?.categories, none?.authors], [['notes'], ['jane']]);
  const file = (image: unknown): unknown =>
    image !== null && typeof image === 'object' && Reflect.get(image, 'file');
  assert.deepEqual([file(own?.cover?.image), file(none?.cover?.image)], ['b.svg', 'a.svg']);
});

test('sizes behind a bar are no words of a picture, and a mark for a list of contents is no link', async (t) => {
  const post = await postOf(
    t,
    `${text('title: A', 'date: 2024-01-01')}![A cup|300](x.svg) ![|100x50](x.svg) ![a|b](x.svg)\n\n[[toc]] [[_TOC_]]`,
    { 'posts/x.svg': svg },
  );
  assert.match(post.markdown, /!\[A cup\]\(x\.svg\) !\[\]\(x\.svg\) !\[a\|b\]\(x\.svg\)/);
  assert.match(post.markdown, /\[\[toc\]\] \[\[_TOC_\]\]/);
});

test('images whose address has blanks, or a size behind it', async (t) => {
  const post = await postOf(
    t,
    `${text('title: A', 'date: 2024-01-01')}![a](a cup.svg) ![b](a cup.svg "T") ![c](x.svg =300x200) ![](x.svg =50%x) ` +
      '![d](x.svg "a b.svg") ![e](<a cup.svg>) `![f](a cup.svg)` ![g](no such thing) (a b.svg)',
    { 'posts/a cup.svg': svg, 'posts/x.svg': svg },
  );
  assert.match(
    post.markdown,
    /!\[a\]\(<a cup\.svg>\) !\[b\]\(<a cup\.svg> "T"\) !\[c\]\(x\.svg\) !\[\]\(x\.svg\) !\[d\]\(x\.svg "a b\.svg"\) !\[e\]\(<a cup\.svg>\) `!\[f\]\(a cup\.svg\)` !\[g\]\(no such thing\) \(a b\.svg\)/,
  );
  assert.deepEqual(
    new Set(Object.values(post.images).map(({ file }) => file)),
    new Set(['posts/a cup.svg', 'posts/x.svg']),
  );
});

test('Minimal Mistakes: galleries with the pictures of the front matter', async (t) => {
  const post = await postOf(
    t,
    [
      '---',
      'title: A',
      'date: 2024-01-01',
      'gallery:',
      '  - { url: /a.svg, image_path: /a.svg, alt: "A <cup>" }',
      '  - { image_path: /b.svg, title: A pot }',
      'second: [{ url: /b.svg }]',
      '---',
      '{% include gallery caption="Of *tea*" %}',
      '',
      "{% include gallery.html id='second' %} {% include gallery id='none' %} `{% include gallery %}`",
    ].join('\n'),
    { 'a.svg': svg, 'b.svg': svg },
  );
  assert.deepEqual(post.markdown.split('\n'), [
    '<figure><img src="/a.svg" alt="A &lt;cup&gt;"> <img src="/b.svg" alt="A pot"><figcaption>Of *tea*</figcaption></figure>',
    '',
    '<figure><img src="/b.svg" alt=""></figure> {% include gallery id=\'none\' %} `{% include gallery %}`',
  ]);
  assert.deepEqual(new Set(Object.values(post.images).map(({ file }) => file)), new Set(['a.svg', 'b.svg']));
});

test('Jekyll: an address of two templates', async (t) => {
  const record = await blogOf(t, {
    '_config.yml': 'title: T\nurl: https://t.example\nbaseurl: /b\npermalink: /:title/\n',
    '_posts/2024-01-01-one.md': text('title: One'),
    '_posts/2024-01-02-two.md': `${text('title: Two')}[a]({{ site.url }}{{ site.baseurl }}/one/) <a href="{{ site.url }}{{ site.baseurl }}/one/#x">b</a>`,
  });
  assert.match(record.posts[1]?.markdown ?? '', /\[a\]\(\/one\) <a href="\/one#x">b<\/a>/);
});

test('Hugo: the picture beside the page of an author', async (t) => {
  const record = await blogOf(t, {
    'hugo.yaml': 'title: T\n',
    'content/authors/admin/_index.md': text('title: Jane Doe'),
    'content/authors/admin/avatar.svg': svg,
    'content/post/a/index.md': text('title: A', 'date: 2024-01-01', 'authors: [admin]'),
  });
  const [jane] = record.authors;
  assert.equal(jane?.name, 'Jane Doe');
  assert.ok(jane.avatar && 'file' in jane.avatar);
  assert.equal(jane.avatar.file, 'content/authors/admin/avatar.svg');
});

test('Docusaurus: a translation links to files as its original does', async (t) => {
  const link = '[b](./2024-01-02-b/index.md#x)';
  const record = await blogOf(t, {
    'docusaurus.config.js':
      "module.exports = { title: 'T', i18n: { defaultLocale: 'en', locales: ['en', 'fr'] } }",
    'blog/2024-01-01-a.md': `${text('title: A')}${link}`,
    'blog/2024-01-02-b/index.md': `${text('title: B')}## X`,
    'i18n/fr/docusaurus-plugin-content-blog/2024-01-01-a.md': `${text('title: Ah')}${link}`,
  });
  assert.deepEqual(told(record.problems), []);
  for (const { title, markdown } of record.posts)
    if (title !== 'B') assert.match(markdown, /\[b\]\(\/blog\/b#x\)/, title);
});
