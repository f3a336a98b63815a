import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blogOf, postOf, text, told } from '../blog-folder.ts';

const drafts = [
  'draft: true',
  'Draft: yes',
  'draft: "true"',
  'published: false',
  'published: no',
  'publish: false',
  'public: false',
  'status: Draft',
  'status: in review',
  'status: private',
];
for (const line of drafts) {
  test(`"${line}" makes a draft`, async (t) => {
    const post = await postOf(t, text('title: T', 'date: 2024-01-01', line));
    assert.equal(post.wanted, 'draft');
    assert.deepEqual(post.metadata, {});
    assert.deepEqual(told(post.problems), []);
  });
}

for (const line of ['draft: false', 'published: true', 'status: published', 'status: evergreen']) {
  test(`"${line}" makes no draft`, async (t) => {
    const post = await postOf(t, text('title: T', 'date: 2024-01-01', line));
    assert.equal(post.wanted, 'published');
    assert.deepEqual(post.metadata, line === 'status: evergreen' ? { status: 'evergreen' } : {});
  });
}

test('a name that says it before the date, as old files of Ghost do', async (t) => {
  const { posts } = await blogOf(t, {
    'draft-2014-12-19-one.md': '# One\n\nText.',
    'deleted-2014-12-19-two.md': '# Two\n\nText.',
    'published-2014-12-19-three.md': '# Three\n\nText.',
    'draft-laws-explained.md': '# Four\n\nText.',
  });
  assert.deepEqual(
    posts.map((post) => `${post.slug} ${post.wanted} ${post.publishedAt?.getUTCFullYear() ?? '-'}`).sort(),
    ['draft-laws-explained published -', 'one draft 2014', 'three published 2014', 'two draft 2014'],
  );
});

test('any key that says no is enough', async (t) => {
  const post = await postOf(t, text('title: T', 'published: 2024-01-01', 'publish: false'));
  assert.equal(post.wanted, 'draft');
});

test('a draft that is neither true nor false is a draft, and told', async (t) => {
  const post = await postOf(t, text('title: T', 'date: 2024-01-01', 'draft: "{{ env }}"'));
  assert.equal(post.wanted, 'draft');
  assert.deepEqual(told(post.problems), ['warning posts/a-post.md:4 "draft" is neither true nor false']);
});

test('what is kept out of lists is a draft, and told', async (t) => {
  const post = await postOf(t, text('title: T', 'date: 2024-01-01', 'unlisted: true'));
  assert.equal(post.wanted, 'draft');
  assert.deepEqual(told(post.problems), ['warning posts/a-post.md:4 kept as a draft']);
});

test('the folder of drafts, and sections that are drafts', async (t) => {
  const record = await blogOf(t, {
    'content/posts/open.md': text('title: Open', 'date: 2024-01-01'),
    'content/drafts/closed.md': text('title: Closed', 'date: 2024-01-01'),
    'content/posts/later/_index.md': '---\ndraft: true\n---\n',
    'content/posts/later/deep/x.md': text('title: X', 'date: 2024-01-01'),
  });
  assert.deepEqual(
    record.posts.map(({ title, wanted }) => [title, wanted]),
    [
      ['Closed', 'draft'],
      ['X', 'draft'],
      ['Open', 'published'],
    ],
  );
});

test('a date of expiry is kept, and told', async (t) => {
  const post = await postOf(t, text('title: T', 'date: 2024-01-01', 'expiryDate: 2024-02-01'));
  assert.deepEqual(post.metadata, { expiryDate: '2024-02-01' });
  assert.deepEqual(told(post.problems), ['warning posts/a-post.md:4 "expiryDate" is not acted upon']);
});
