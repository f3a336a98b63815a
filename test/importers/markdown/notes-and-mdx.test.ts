/** Notes of Obsidian, MDX that says in code what it is, and pages that are no posts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blogOf, postOf, text, told } from '../blog-folder.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('Obsidian: links by name, embedded images, comments, names of blocks', async (t) => {
  const record = await blogOf(t, {
    'posts/A note.md': [
      '---',
      'title: A note',
      'date: 2024-01-02',
      '---',
      'See [[Other note]], [[Other note|the other]], [[Other note#A heading|there]], [[Nobody wrote|it]], [[Nobody]]. ^a1b2',
      '',
      '![[Pasted image 1.png|300]] ![[Pasted image 1.png|Of it|right|300x200]] ![[Pasted image 1.png|Of it]]',
      '',
      'Code `[[Other note]]`, `a[[0]]`, [[1]](https://a.example). %% for me %% End %%for me: ![[Pasted image 1.png]]%%, 100%%a%%b.',
      '',
      '%%',
      'for me',
      '%%',
    ],
    'posts/Other note.md': '---\ntitle: Other note\ndate: 2024-01-03\n---\n## A heading\n\nText.',
    'attachments/Pasted image 1.png': png,
  });
  assert.deepEqual(told(record.problems), []);
  const [note] = record.posts;
  assert.deepEqual(
    note?.markdown
      .trim()
      .split('\n')
      .filter((line) => line !== ''),
    [
      'See [Other note](/blog/other-note), [the other](/blog/other-note), [there](/blog/other-note#a-heading), it, Nobody.',
      '![](<Pasted image 1.png>) ![Of it](<Pasted image 1.png>) ![Of it](<Pasted image 1.png>)',
      'Code `[[Other note]]`, `a[[0]]`, [[1]](https://a.example).  End , 100%%a%%b.',
    ],
  );
  assert.deepEqual(
    new Set(Object.values(note.images).map(({ file }) => file)),
    new Set(['attachments/Pasted image 1.png']),
  );
});

test('MDX: what it exports as its data is read, never run; expressions go, texts in them stay', async (t) => {
  const record = await blogOf(t, {
    'posts/one.mdx': [
      "import cover from './cover.png'",
      '',
      'export const meta = {',
      '  title: `One "thing"`, // of it',
      "  date: '2021-05-06',",
      '  authors: [\'Jane Doe\', "John"],',
      '  tags: ["tea"],',
      '  image: cover,',
      '  later: process.exit(1),',
      "  made: new Date('2020-01-01'),",
      '  __proto__: { draft: true },',
      '}',
      '',
      "Text {1 + 1}{' and '}{`more`} {props.name}.",
      '',
      '<Callout type="tip" x={{ a: 1 }}>Words</Callout> `{code}` \\{kept\\}',
      '',
      '{list.map((item) => (',
      '  <li key={item}>{item}</li>',
      '))}',
      '',
      '$\\mathbf{Y}$ is $$',
      '\\frac{a}{b}',
      '$$',
      '',
      '## Heading {#own}',
    ],
    'posts/cover.png': png,
    'posts/two.md': text('title: Two', 'date: 2021-05-07', 'author: false') + '{kept}',
  });
  assert.deepEqual(
    told(record.problems).filter((line) => !line.includes('left out')),
    [],
  );
  const [one, two] = record.posts;
  assert.equal(one?.title, 'One "thing"');
  assert.deepEqual(one.publishedAt, new Date('2021-05-06'));
  assert.deepEqual([one.authors, one.tags, one.wanted], [['jane-doe', 'john'], ['tea'], 'published']);
  assert.equal(one.cover && 'file' in one.cover.image && one.cover.image.file, 'posts/cover.png');
  assert.deepEqual(one.metadata, { made: '2020-01-01' });
  assert.match(one.markdown, /^Text {2}and more \.$/m);
  assert.match(one.markdown, /x=\{\{ a: 1 \}\}>Words<\/Callout> `\{code\}` \\\{kept\\\}/);
  assert.doesNotMatch(one.markdown, /list\.map|<li/);
  assert.match(one.markdown, /\$\\mathbf\{Y\}\$ is \$\$\n\\frac\{a\}\{b\}\n\$\$/);
  assert.match(one.markdown, /## Heading \{#own\}/);
  assert.match(two?.markdown ?? '', /\{kept\}/);
  assert.deepEqual([two?.authors, record.authors.map(({ name }) => name)], [[], ['Jane Doe', 'John']]);
});

test("Middleman: a file's name with two endings, and its mark of the excerpt", async (t) => {
  const record = await blogOf(t, {
    'source/blog/2013-02-03-two.html.markdown':
      text('title: Two', 'date: 2013-02-03') + '\nREADMORE\n\nMore.',
  });
  const [post] = record.posts;
  assert.equal(post?.path, '/blog/two');
  assert.match(post.markdown, /Some text\.\n\n<!--more-->\n\nMore\./);
});

test('a home page is no post; Quarto and R Markdown are Markdown', async (t) => {
  const record = await blogOf(t, {
    'blog/README.md': '---\nhome: true\ntitle: Blog\n---\n',
    'blog/one.qmd': text('title: One', 'date: 2024-01-02'),
    'blog/two.Rmd': text('title: Two', 'date: 2024-01-03'),
  });
  assert.deepEqual(
    record.posts.map(({ title }) => title),
    ['One', 'Two'],
  );
  assert.deepEqual(
    record.skipped.map(({ why }) => why),
    ['It is a home page.'],
  );
  const post = await postOf(t, text('title: Of it', 'date: 2024-01-02', 'home: false'));
  assert.equal(post.title, 'Of it');
});
