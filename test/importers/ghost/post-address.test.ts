/** Where posts of older versions stood. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { postRow as post, readTables as read } from './read-tables.ts';

test('old addresses are those of the settings, with dates of the blog’s own zone; pages stand at the top', () => {
  const settings = [
    { key: 'title', value: 'Blog' },
    { key: 'permalinks', value: '/:year/:month/:day/:author/:slug/' },
    { key: 'active_timezone', value: 'Pacific/Auckland' },
    { key: 'defaultLang', value: 'de_DE' },
  ];
  const users = [{ id: '1', name: 'Ann', slug: 'ann' }];
  const { blog } = read(
    {
      posts: [
        post('a', { author_id: '1', published_at: '2015-12-31T23:00:00.000Z' }),
        post('b', { published_at: null, status: 'draft' }),
        post('c', { author_id: '1', page: 1 }),
      ],
      ...{ settings, users },
    },
    true,
  );
  assert.deepEqual(
    blog.posts.map(({ url }) => url),
    ['/2016/01/01/ann/post-a/', '/post-b/', '/post-c/'],
  );
  assert.equal(blog.site?.language, 'de-DE');
  for (const [permalinks, zone, url] of [
    ['/:slug/', 'Nowhere/Else', '/post-a/'],
    ['/:year/:__proto__/:slug/', 'UTC', '/post-a/'],
    ['javascript::slug', 'UTC', '/post-a/'],
    ['/:primary_tag/:slug/', 'UTC', '/all/post-a/'],
  ]) {
    const rows = [
      { key: 'permalinks', value: permalinks },
      { key: 'activeTimezone', value: zone },
    ];
    assert.equal(read({ posts: [post('a')], settings: rows }).blog.posts[0]?.url, url);
  }
});
