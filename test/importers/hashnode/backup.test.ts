/** Hashnode's backup on GitHub is a blog in Markdown, with keys and marks of its own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blogOf } from '../blog-folder.ts';

test('the front matter and the marks of the backup', async (t) => {
  const record = await blogOf(t, {
    'README.md': '# My blog\n\nA backup of my posts.',
    'cl9abc.md': [
      '---',
      'title: "Add Alerts: #1"',
      'seoTitle: "Alerts | SEO"',
      'seoDescription: "How to add alerts"',
      'datePublished: Wed Jul 19 2023 15:10:54 GMT+0000 (Coordinated Universal Time)',
      'cuid: clk9v23gg000209mfhosbfpdu',
      'slug: add-alerts',
      'canonical: https://elsewhere.example/alerts',
      'cover: https://cdn.hashnode.com/res/cover.jpeg',
      'ogImage: https://cdn.hashnode.com/res/og.jpeg',
      'tags: jenkins, version-control, discord',
      '',
      '---',
      '',
      '![Screen](https://cdn.hashnode.com/a.png align="left")',
      '',
      '%[https://www.youtube.com/watch?v=abc]',
    ],
    'cl9abd.md':
      '---\ntitle: Second\ndatePublished: Thu Jul 20 2023 15:10:54 GMT+0000 (Coordinated Universal Time)\ncuid: clk9v2\nslug: second\n---\n\nText.',
  });
  const [post, second] = record.posts;
  assert.equal(record.posts.length, 2);
  assert.deepEqual(
    [
      post?.slug,
      post?.title,
      post?.publishedAt?.toISOString(),
      post?.canonicalUrl,
      post?.seoTitle,
      post?.seoDescription,
    ],
    [
      'add-alerts',
      'Add Alerts: #1',
      '2023-07-19T15:10:54.000Z',
      'https://elsewhere.example/alerts',
      'Alerts | SEO',
      'How to add alerts',
    ],
  );
  assert.deepEqual(
    [post?.tags, post?.cover?.image, post?.shareImage, post?.metadata],
    [
      ['jenkins', 'version-control', 'discord'],
      { url: 'https://cdn.hashnode.com/res/cover.jpeg' },
      { url: 'https://cdn.hashnode.com/res/og.jpeg' },
      { cuid: 'clk9v23gg000209mfhosbfpdu' },
    ],
  );
  assert.equal(
    post?.markdown.trim(),
    '![Screen](https://cdn.hashnode.com/a.png)\n\n<https://www.youtube.com/watch?v=abc>',
  );
  assert.equal(second?.slug, 'second');
  assert.deepEqual(record.problems, []);
});
