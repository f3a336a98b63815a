/** What Ghost's API says, saved as an export. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { postRow as post, readTables as read } from './read-tables.ts';

test('tags and authors within posts, as the API says them', () => {
  const one = { id: '1', name: 'T 1', slug: 't1' };
  const two = { id: '2', name: '#T 2', slug: 't2' };
  const authors = ['8', '7'].map((id) => ({
    id,
    name: `A ${id}`,
    slug: `a${id}`,
    email: 'a@canary.example',
  }));
  const { blog, said } = read({
    posts: [
      post('a', { tags: [two, one, null], authors }),
      post('b', { tags: [one], authors: [authors[1]] }),
    ],
  });
  assert.deepEqual(
    blog.posts.map(({ tags, authors: keys, metadata }) => [tags, keys, metadata['internalTags']]),
    [
      [['t1'], ['a8', 'a7'], ['#T 2']],
      [['t1'], ['a7'], undefined],
    ],
  );
  assert.deepEqual(said, []);
  assert.ok(!JSON.stringify(blog).includes('canary'));
});
