/** Orders of several keys, against the same order made in memory. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Post } from '../../src/generated/prisma/client.ts';
import { testDatabase } from '../support/database.ts';
import { idsOf, pageOf, rootList, walkBackward, walkForward } from '../support/lists.ts';
import { randomness } from '../support/random.ts';
import { seed } from '../support/seed.ts';
import { variedBlog } from '../support/varied-blog.ts';

const db = await testDatabase();
before(() => seed(db, variedBlog(80)));

type Value = string | number;

const fields: Readonly<Record<string, (post: Post) => Value>> = {
  PUBLISHED_AT: ({ publishedAt }) => publishedAt?.getTime() ?? 0,
  UPDATED_AT: ({ updatedAt, publishedAt }) => (updatedAt ?? publishedAt)?.getTime() ?? 0,
  TITLE: ({ sortTitle }) => sortTitle,
  READING_TIME: ({ readingTimeMinutes }) => readingTimeMinutes,
  WORD_COUNT: ({ wordCount }) => wordCount,
};

function compare(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}

test('every mix of fields and directions, in memory and in the database', async () => {
  const random = randomness(11);
  const posts = await db.prisma.post.findMany({ where: { status: 'PUBLISHED' } });
  for (let round = 0; round < 40; round += 1) {
    const keys = random
      .some(Object.keys(fields), 1 + random.below(4))
      .map((field) => ({ field, direction: random.one(['ASC', 'DESC'] as const) }));
    const list = rootList(
      'posts',
      `orderBy: [${keys.map((key) => `{field: ${key.field}, direction: ${key.direction}}`).join(', ')}]`,
    );
    const last = keys.at(-1)!.direction;
    const expected = posts.toSorted((a, b) => {
      for (const { field, direction } of keys) {
        const difference = compare(fields[field]!(a), fields[field]!(b));
        if (difference !== 0) return direction === 'ASC' ? difference : -difference;
      }
      return last === 'ASC' ? compare(a.id, b.id) : compare(b.id, a.id);
    });
    const ids = expected.map(({ id }) => Buffer.from(`Post:${id}`).toString('base64'));
    assert.deepEqual(idsOf(await pageOf(db, list, { first: 100 })), ids, list.name);
    assert.deepEqual(await walkForward(db, list, 17), ids, list.name);
    assert.deepEqual(await walkBackward(db, list, 23), ids, list.name);
  }
});

test('titles are ordered without regard to case and accents', async () => {
  const { nodes } = await pageOf(db, rootList('posts', 'orderBy: [{field: TITLE}]'), { first: 100 });
  const rows = await db.prisma.post.findMany({ where: { status: 'PUBLISHED' } });
  const titles = nodes.map(
    ({ id }) => rows.find((row) => `Post:${row.id}` === Buffer.from(id, 'base64').toString())!.title,
  );
  const folded = titles.map((title) => title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());
  assert.deepEqual(folded, folded.toSorted(compare));
});
