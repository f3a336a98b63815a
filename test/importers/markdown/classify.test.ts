/** What is a post, and what is not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blogOf, text, told } from '../blog-folder.ts';
import type { Files } from '../blog-folder.ts';
import type { TestContext } from 'node:test';

const dated = text('title: T', 'date: 2024-01-01');
const undated = text('title: T');

async function postsOf(t: TestContext, files: Files, name?: string): Promise<string[]> {
  return (await blogOf(t, files, name)).posts.map(({ key }) => key);
}

test('in a folder for posts everything is a post but listings and parts', async (t) => {
  const record = await blogOf(t, {
    'content/blog/a.md': undated,
    'content/blog/history.md': undated,
    'content/blog/deep/b.mdx': undated,
    'content/blog/c/index.md': undated,
    'content/blog/d.html': '---\ntitle: D\n---\n<p>x</p>',
    'content/blog/index.md': undated,
    'content/blog/archive.md': undated,
    'content/blog/_partial.md': undated,
    'content/blog/README.md': '# Read me',
    'content/blog/nothing.md': '\n',
    'content/blog/plain.html': '<p>x</p>',
    'content/blog/note.txt': 'x',
  });
  assert.deepEqual(
    record.posts.map(({ key }) => key),
    [
      'content/blog/a.md',
      'content/blog/c/index.md',
      'content/blog/d.html',
      'content/blog/deep/b.mdx',
      'content/blog/history.md',
    ],
  );
  assert.deepEqual(
    record.skipped.map(({ file }) => file.slice('content/blog/'.length)),
    ['README.md', '_partial.md', 'archive.md', 'index.md', 'nothing.md', 'plain.html'],
  );
  assert.ok(record.skipped.every(({ why }) => why.endsWith('.')));
});

test('beside folders for posts, what has a date is a post and what has none is a page', async (t) => {
  const posts = await postsOf(t, {
    'content/posts/a.md': dated,
    'content/til/b.md': dated,
    'content/til/2024-01-01-c.md': undated,
    'content/now.md': dated,
    'content/projects/d.md': undated,
    'content/about/index.md': dated,
    'docs/e.md': dated,
    'pages/f.md': dated,
    'content/g.md': text('title: G', 'date: 2024-01-01', 'layout: page'),
  });
  assert.deepEqual(posts, ['content/posts/a.md', 'content/til/2024-01-01-c.md', 'content/til/b.md']);
});

test('without a folder for posts, everything that is not clearly a page is a post', async (t) => {
  const posts = await postsOf(t, {
    'a.md': undated,
    'deep/b.md': dated,
    'about.md': undated,
    'contact.md': undated,
    'README.md': undated.replace('title: T', 'x: 1'),
    'security-advisory.md': undated,
    'pages/c.md': undated,
  });
  assert.deepEqual(posts, ['a.md', 'deep/b.md', 'security-advisory.md']);
});

test('the imported folder may be the folder of posts, or of a site called "blog"', async (t) => {
  assert.deepEqual(await postsOf(t, { 'a.md': undated, 'about.md': undated, 'b/c.md': undated }, 'posts'), [
    'a.md',
    'b/c.md',
  ]);
  const site = { 'hugo.toml': 'title = "x"', 'content/posts/a.md': undated, 'content/b.md': undated };
  assert.deepEqual(await postsOf(t, site, 'blog'), ['content/posts/a.md']);
});

test('beside _posts there are only pages', async (t) => {
  const posts = await postsOf(t, {
    '_posts/2024-01-01-a.md': undated,
    'work/b.md': dated,
    '_collection/c.md': dated,
  });
  assert.deepEqual(posts, ['_posts/2024-01-01-a.md']);
});

test('tools, dot files and templates are passed by', async (t) => {
  const record = await blogOf(t, {
    'posts/a.md': dated,
    'node_modules/x/posts/b.md': dated,
    '.obsidian/posts/c.md': dated,
    'posts/.hidden.md': dated,
    'themes/x/posts/d.md': dated,
    '_includes/posts/e.md': dated,
    'content/posts/templates/f.md': dated,
  });
  assert.deepEqual(
    record.posts.map(({ key }) => key),
    ['content/posts/templates/f.md', 'posts/a.md'],
  );
  assert.deepEqual(
    record.skipped.map(({ file }) => file),
    ['_includes/posts/e.md', 'themes/x/posts/d.md'],
  );
});

test('a page that cannot be read is no error', async (t) => {
  const record = await blogOf(t, {
    'posts/a.md': dated,
    'about.md': '---js\nx\n---\n',
    'posts/b.md': '---js\nx\n---\n',
  });
  assert.deepEqual(told(record.problems), ['error posts/b.md:1 front matter written in js']);
  assert.deepEqual(
    record.skipped.map(({ file }) => file),
    ['about.md'],
  );
});

test('an empty folder is an empty blog', async (t) => {
  const record = await blogOf(t, {});
  assert.deepEqual([record.posts, record.problems, record.skipped, record.site], [[], [], [], null]);
});
