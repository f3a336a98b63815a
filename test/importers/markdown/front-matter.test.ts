/** How front matter is told from the body, read, mended and refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blogOf, postOf, told } from '../blog-folder.ts';

const forms: Readonly<Record<string, string>> = {
  YAML: '---\ntitle: T\ndate: 2024-01-02\n---\nBody.',
  'YAML with blanks behind the fences': '---  \ntitle: T\ndate: 2024-01-02\n---\t\nBody.',
  'YAML that ends in dots': '---\ntitle: T\ndate: 2024-01-02\n...\nBody.',
  'YAML with its name': '---yaml\ntitle: T\ndate: 2024-01-02\n---\nBody.',
  'YAML below blank lines': '\n\n---\ntitle: T\ndate: 2024-01-02\n---\nBody.',
  'YAML with Windows line ends': '---\r\ntitle: T\r\ndate: 2024-01-02\r\n---\r\nBody.',
  'YAML behind a byte order mark': '\uFEFF---\ntitle: T\ndate: 2024-01-02\n---\nBody.',
  TOML: '+++\ntitle = "T"\ndate = 2024-01-02\n+++\nBody.',
  'TOML with its name': '---toml\ntitle = "T"\ndate = 2024-01-02\n---\nBody.',
  'JSON in braces': '{\n  "title": "T", "date": "2024-01-02", "a": { "b": "}" }\n}\nBody.',
  'JSON between semicolons': ';;;\n{ "title": "T", "date": "2024-01-02" }\n;;;\nBody.',
  'no opening fence': 'title: T\ndate: 2024-01-02\n---\nBody.',
  'no opening fence, with a key of a theme or a generator first':
    'abbrlink: 4a1f\nextends: post.liquid\ntitle: T\ndate: 2 Jan 2024 00:00:00 +0000\ntags:\n- a\n---\nBody.',
  'a header that ends at a blank line': 'Title: T\nDate: 2024-01-02 00:00\n\nBody.',
  'keys in capitals': '---\nTITLE: T\nDate: 2024-01-02\n---\nBody.',
};

for (const [name, text] of Object.entries(forms)) {
  test(`reads ${name}`, async (t) => {
    const post = await postOf(t, text);
    assert.deepEqual(
      [post.title, post.publishedAt, post.markdown.trim()],
      ['T', new Date('2024-01-02'), 'Body.'],
    );
    assert.deepEqual(told(post.problems), []);
  });
}

test('a file without front matter is all body', async (t) => {
  const post = await postOf(t, 'Title\n=====\n\nBody.\n\n---\n\nMore.');
  assert.equal(post.title, 'Title');
  assert.equal(post.markdown, 'Body.\n\n---\n\nMore.');
});

test('a rule at the top is no front matter', async (t) => {
  const post = await postOf(t, '---\n\nA sentence.\n\n---\n\nAnother.');
  assert.match(post.markdown, /A sentence\.[^]*Another\./);
});

test('a paragraph that begins like a key is text', async (t) => {
  const post = await postOf(t, 'Title: what it means\nis unclear.\n\nMore.\n\n---\n\nEnd.');
  assert.match(post.markdown, /^Title: what/);
});

test('a paragraph above a heading that begins like one of another key is text', async (t) => {
  const post = await postOf(t, 'Update: the title: has changed.\n\n- tags: none\n\n---\n\nEnd.');
  assert.match(post.markdown, /^Update: the title/);
});

test('empty front matter leaves the title to the file', async (t) => {
  const post = await postOf(t, '---\n---\nBody.');
  assert.deepEqual([post.title, post.markdown], ['A post', 'Body.']);
});

test('quoted values may go on at the margin, as Jekyll, PyYAML and js-yaml allow', async (t) => {
  const post = await postOf(
    t,
    '---\ntitle: "One: two\nthree"\nexcerpt: "It\'s\n\na \\"text\\"\nof lines"\ndate: 2024-01-01\n---\nx',
  );
  assert.equal(post.title, 'One: two three');
  assert.equal(post.summary, 'It\'s\na "text" of lines');
  assert.deepEqual(told(post.problems), []);
});

test('a tab behind a value means nothing', async (t) => {
  const post = await postOf(t, '---\ntitle: T\ndate: 2024-01-01\nauthors:\n- jane\t\t\n---\nx');
  assert.deepEqual(post.authors, ['jane']);
  assert.deepEqual(told(post.problems), []);
});

test('odd values are quoted for their author, who is told', async (t) => {
  const post = await postOf(t, '---\ntitle: Go: a tour: again\nby: @jane\ndate: 2024-01-01\n---\nx');
  assert.equal(post.title, 'Go: a tour: again');
  assert.deepEqual(post.authors, ['jane']);
  assert.deepEqual(told(post.problems), ['warning posts/a-post.md:2 broken YAML, read as well as could be']);
});

test('quotes inside of quotes end no value', async (t) => {
  const titles = [
    ['"Why a "kettle" sings"', 'Why a "kettle" sings'],
    ['""Kettle" is a word"', '"Kettle" is a word'],
    ["'It's a kettle's lid'", "It's a kettle's lid"],
    ['"Cups" and "kettles"', '"Cups" and "kettles"'],
  ];
  for (const [written, title] of titles) {
    const post = await postOf(t, `---\ntitle: ${written}\ndate: 2024-01-01\n---\nx`);
    assert.equal(post.title, title);
  }
});

test('what is left of broken YAML is read line by line', async (t) => {
  const post = await postOf(
    t,
    '---\ntitle: T\ndate: 2024-01-01\ntags:\n- a\n- b\n}}} what: is\n  this?\n---\nx',
  );
  assert.deepEqual([post.title, post.tags], ['T', ['a', 'b']]);
  assert.deepEqual(told(post.problems), ['warning posts/a-post.md:7 broken YAML, read as well as could be']);
});

test('broken YAML that may hide the post is an error, and the others go in', async (t) => {
  const record = await blogOf(t, {
    'posts/bad.md': '---\ntitle: T\n  draft: [true\n }\n---\nx',
    'posts/toml.md': '+++\ntitle = "T\n+++\nx',
    'posts/json.md': '{\n "title": "T",,\n}\nx',
    'posts/code.md': '---js\nthrow new Error("run")\n---\nx',
    'posts/good.md': '---\ntitle: Good\ndate: 2024-01-01\n---\nx',
  });
  assert.deepEqual(
    record.posts.map(({ key }) => key),
    ['posts/good.md'],
  );
  assert.deepEqual(told(record.problems), [
    'error posts/bad.md:2 the YAML front matter does not parse',
    'error posts/code.md:1 front matter written in js',
    'error posts/json.md:1 the JSON front matter does not parse',
    'error posts/toml.md:2 the TOML front matter does not parse',
  ]);
});

test('a missing closing fence is taken to be the first blank line', async (t) => {
  const post = await postOf(t, '---\ntitle: T\ndraft: true\n\nBody.');
  assert.deepEqual([post.title, post.wanted, post.markdown.trim()], ['T', 'draft', 'Body.']);
  assert.ok(told(post.problems).includes('warning posts/a-post.md:2 the front matter has no closing fence'));
});

test('a key written twice is told; the last one counts', async (t) => {
  const post = await postOf(t, '---\ntitle: A\ndate: 2024-01-01\ntitle: B\n---\nx');
  assert.equal(post.title, 'B');
  assert.deepEqual(told(post.problems), ['warning posts/a-post.md:4 "title" is written twice']);
});

test('numbers stay as they were written where they are names', async (t) => {
  const post = await postOf(
    t,
    '---\ntitle: 1.10\ndate: 2024-01-01\ntags: [007, 1.0, 2013, true, no]\n---\nx',
  );
  assert.equal(post.title, '1.10');
  assert.deepEqual(
    post.record.tags.map(({ name }) => name),
    ['007', '1.0', '2013', 'true', 'no'],
  );
});

test('what no field holds is kept as metadata, as it was written', async (t) => {
  const post = await postOf(
    t,
    '---\ntitle: T\ndate: 2024-01-01\nlayout: wide\nToC: 3\nextra: { cover: /a.png, x: [1, { y: null }] }\nkeywords: a, b\n---\nx',
  );
  assert.deepEqual(post.metadata, {
    layout: 'wide',
    ToC: 3,
    extra: { x: [1, { y: null }] },
    keywords: 'a, b',
  });
});

test('a known key that says nothing is no metadata', async (t) => {
  const post = await postOf(
    t,
    '---\ntitle: T\ndate: 2024-01-01\nimage:\ntags: []\ndescription: ""\nmine:\n---\nx',
  );
  assert.deepEqual(post.metadata, { mine: null });
});

test('keys that reach a prototype are refused', async (t) => {
  const post = await postOf(
    t,
    '---\ntitle: T\ndate: 2024-01-01\n__proto__: { polluted: 1 }\nx: { constructor: { prototype: 2 }, y: 3 }\n---\nx',
  );
  assert.deepEqual(post.metadata, { x: { y: 3 } });
  assert.equal(Object.getPrototypeOf(post.metadata), Object.prototype);
  assert.deepEqual(told(post.problems), ['warning posts/a-post.md:2 "__proto__" and "constructor" left out']);
});

test('other encodings are read, and told where they are guessed', async (t) => {
  const record = await blogOf(t, {
    'posts/utf16.md': Buffer.from('\uFEFF---\ntitle: Größe\ndate: 2024-01-01\n---\nx', 'utf16le'),
    'posts/latin1.md': Buffer.from('---\ntitle: Größe\ndate: 2024-01-01\n---\nx', 'latin1'),
    'posts/binary.md': Buffer.from([0x23, 0x20, 0, 1, 2, 3]),
  });
  assert.deepEqual(
    record.posts.map(({ title }) => title),
    ['Größe', 'Größe'],
  );
  assert.deepEqual(told(record.problems), [
    'error posts/binary.md: not a text file',
    'warning posts/latin1.md: read as Windows-1252',
    'warning posts/utf16.md: read as UTF-16',
  ]);
});
