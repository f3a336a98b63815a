import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainText } from '../../../src/importers/text/plain-text.ts';
import { blogOf, postOf } from '../blog-folder.ts';

const plain: Readonly<Record<string, string>> = {
  'A <em>small</em> &ldquo;step&rdquo;': 'A small “step”',
  'Use `Vec<T>` and **not** _that_': 'Use Vec<T> and not that',
  'About Vec<T> and snake_case_names': 'About Vec<T> and snake_case_names',
  '[Linked](https://x.example) &amp; done&#33;': 'Linked & done!',
  '2 * 3 * 4 = 24': '2 * 3 * 4 = 24',
  'Markup:&nbsp;---&nbsp;x \\*y\\*': 'Markup: --- x *y*',
  '  Two\n lines ': 'Two lines',
  'O*NET and &unknown; &#x1F389;': 'O*NET and &unknown; 🎉',
};
for (const [written, read] of Object.entries(plain)) {
  test(`plain text of "${written}"`, () => {
    assert.equal(plainText(written), read);
  });
}

test('the first heading is the title, and leaves the body when it leads it', async (t) => {
  const post = await postOf(t, '---\ndate: 2024-01-01\n---\n\n# A *title* {#id}\n\nBody.');
  assert.deepEqual([post.title, post.markdown], ['A title', '\nBody.']);
});

test('a heading that repeats the title leaves the body, another one stays', async (t) => {
  const repeated = await postOf(t, '---\ntitle: A title!\n---\n# A Title\n\nBody.');
  assert.deepEqual([repeated.title, repeated.markdown], ['A title!', 'Body.']);
  const other = await postOf(t, '---\ntitle: A title\n---\n# Another\n\nBody.');
  assert.equal(other.markdown, '# Another\n\nBody.');
});

test('a heading that prints the title by a template leaves the body', async (t) => {
  const post = await postOf(t, '---\ntitle: A title\n---\n\n# {{ page.title }}\n\nBody.');
  assert.deepEqual([post.title, post.markdown.trim()], ['A title', 'Body.']);
});

test('a heading further down is the title, and stays', async (t) => {
  const post = await postOf(t, 'Intro.\n\n```\n# not this\n```\n\n# This\n\nBody.');
  assert.equal(post.title, 'This');
  assert.match(post.markdown, /# This/);
});

test('imports of MDX may stand before the heading', async (t) => {
  const record = await blogOf(t, { 'posts/x.mdx': "import X from 'x'\n\n# Title\n\n<X/>" });
  assert.deepEqual(
    [record.posts[0]?.title, record.posts[0]?.markdown],
    ['Title', "import X from 'x'\n\n<X/>"],
  );
});

test('else the name of the file is the title', async (t) => {
  const record = await blogOf(t, {
    'posts/2020-01-02-my_first-post.md': 'x',
    'posts/in-a-folder/index.md': 'x',
  });
  assert.deepEqual(
    record.posts.map(({ title }) => title),
    ['My first post', 'In a folder'],
  );
});

test('a separator of its own becomes the more-mark, known ones stay', async (t) => {
  const own = await postOf(t, '---\ntitle: T\nexcerpt_separator: "~~~cut"\n---\na\n~~~cut\nb');
  assert.equal(own.markdown, 'a\n\n<!--more-->\n\nb');
  const known = await postOf(t, '---\ntitle: T\nexcerpt_separator: <!-- more -->\n---\na\n<!-- more -->\nb');
  assert.equal(known.markdown, 'a\n<!-- more -->\nb');
});
