import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blogOf, postOf, text, told } from '../blog-folder.ts';

const tagForms: Readonly<Record<string, readonly string[]>> = {
  'tags: [Go, rust]': ['Go', 'rust'],
  'tags: Go, rust': ['Go', 'rust'],
  'tags: "Go; rust"': ['Go', 'rust'],
  'tags: "#Go #rust"': ['Go', 'rust'],
  'tags: two words': ['two words'],
  'tag: Go': ['Go'],
  'Topics: [Go]': ['Go'],
  'taxonomies: { tags: [Go] }': ['Go'],
  'tags: [{ label: Go, permalink: /golang }]': ['Go'],
  'tags: [Go, GO, go]': ['Go'],
  'tags: [2013, true]': ['2013', 'true'],
  'tags:': [],
};
for (const [line, names] of Object.entries(tagForms)) {
  test(`reads "${line}"`, async (t) => {
    const post = await postOf(t, text('title: T', 'date: 2024-01-01', line));
    assert.deepEqual(
      post.record.tags.map(({ name }) => name),
      names,
    );
    assert.equal(post.tags.length, names.length);
  });
}

test('Jekyll parts a text of tags at blanks', async (t) => {
  const record = await blogOf(t, {
    '_posts/2024-01-01-a.md': text('tags: go rust'),
    '_posts/2024-01-02-b.md': text('tag: go lang'),
  });
  assert.deepEqual(
    record.tags.map(({ name }) => name),
    ['go', 'rust', 'go lang'],
  );
});

test('a tag has one slug and its most frequent spelling', async (t) => {
  const record = await blogOf(t, {
    'posts/a.md': text('title: A', 'date: 2024-01-01', 'tags: [tailwind css, C++, c]'),
    'posts/b.md': text('title: B', 'date: 2024-01-01', 'tags: [Tailwind CSS]'),
    'posts/c.md': text('title: C', 'date: 2024-01-01', 'tags: [Tailwind CSS]'),
  });
  assert.deepEqual(
    record.tags.map(({ slug, name, path, declared }) => [slug, name, path, declared]),
    [
      ['tailwind-css', 'Tailwind CSS', '/tags/tailwind-css', false],
      ['cpp', 'C++', '/tags/cpp', false],
      ['c', 'c', '/tags/c', false],
    ],
  );
});

test('tags.yml names and describes tags, which posts name by id or label', async (t) => {
  const record = await blogOf(t, {
    'posts/a.md': text('title: A', 'date: 2024-01-01', 'tags: [ci, continuous integration, other]'),
    'tags.yml': 'ci: { label: Continuous integration, description: Machines. }\nunused: Unused',
  });
  assert.deepEqual(record.posts[0]?.tags, ['ci', 'other']);
  assert.deepEqual(
    record.tags.map(({ slug, name, description, declared }) => [slug, name, description, declared]),
    [
      ['ci', 'Continuous integration', 'Machines.', true],
      ['unused', 'Unused', null, true],
      ['other', 'other', null, false],
    ],
  );
});

const categoryForms: Readonly<Record<string, readonly string[]>> = {
  'category: Big News': ['big-news'],
  'categories: [A, B]': ['a', 'b'],
  'categories: A, B': ['a', 'b'],
  'category: engineering/data': ['engineering/data'],
  'category: Work > Tools': ['work/tools'],
  'categories: [[A, B], C]': ['a/b', 'c'],
  'category: CI/CD': ['ci-cd'],
  'category: I/O': ['i-o'],
  'category: 2013': ['2013'],
  'category:': [],
};
for (const [line, treePaths] of Object.entries(categoryForms)) {
  test(`reads "${line}"`, async (t) => {
    const post = await postOf(t, text('title: T', 'date: 2024-01-01', line));
    assert.deepEqual(post.categories, treePaths);
  });
}

test('categories.yml is a tree; a name is found where it stands in it', async (t) => {
  const record = await blogOf(t, {
    'posts/a.md': text('title: A', 'date: 2024-01-01', 'category: data'),
    'posts/b.md': text('title: B', 'date: 2024-01-01', 'category: engineering/new'),
    'categories.yml': [
      'engineering:',
      '  title: Engineering',
      '  description: How.',
      '  children:',
      '    data: { title: Data }',
    ],
  });
  assert.deepEqual(
    record.categories.map(({ treePath, slug, path, name, declared }) => [
      treePath,
      slug,
      path,
      name,
      declared,
    ]),
    [
      ['engineering', 'engineering', '/categories/engineering', 'Engineering', true],
      ['engineering/data', 'data', '/categories/engineering/data', 'Data', true],
      ['engineering/new', 'new', '/categories/engineering/new', 'new', false],
    ],
  );
  assert.deepEqual(
    record.posts.map(({ categories }) => categories),
    [['engineering/data'], ['engineering/new']],
  );
  assert.deepEqual(told(record.problems), []);
});

test('in Jekyll a folder above _posts is a category, below the shallowest one', async (t) => {
  const record = await blogOf(t, {
    'docs/_posts/2024-01-01-a.md': text('title: A'),
    'docs/work/_posts/2024-01-02-b.md': text('title: B', 'categories: x y'),
  });
  assert.deepEqual(
    record.posts.map(({ categories }) => categories),
    [[], ['work', 'x', 'y']],
  );
});
