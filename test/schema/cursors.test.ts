/** Cursors that no list of ours made are refused, and none reaches the database. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { ask } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { childList, idsOf, pageErrors, pageOf, rootList } from '../support/lists.ts';
import { seed } from '../support/seed.ts';
import { variedBlog } from '../support/varied-blog.ts';

const db = await testDatabase();
before(() => seed(db, variedBlog(30)));

const posts = rootList('posts');
const byTitle = rootList('posts', 'orderBy: [{field: TITLE}]');
const byTitleDown = rootList('posts', 'orderBy: [{field: TITLE, direction: DESC}]');
const byTwo = rootList('posts', 'orderBy: [{field: TITLE}, {field: WORD_COUNT}]');
const ofTag = childList('tag(by: {slug: "sql"})', 'posts');
const related = childList('post(by: {slug: "post-1"})', 'related');
const lists = [
  posts,
  byTitle,
  byTitleDown,
  byTwo,
  ofTag,
  related,
  rootList('tags'),
  rootList('authors'),
  rootList('resources'),
];

test('a cursor of another list or another order', async () => {
  for (const from of lists) {
    const { edges } = await pageOf(db, from, { first: 2 });
    for (const to of lists) {
      for (const variables of [
        { after: edges[0]!.cursor },
        { before: edges[0]!.cursor },
        { last: 2, before: edges[0]!.cursor },
      ]) {
        assert.deepEqual(await pageErrors(db, to, variables), to === from ? [] : ['BAD_CURSOR']);
      }
    }
  }
});

test('a cursor holds for every owner of a list, and when the filter is refined', async () => {
  const { edges } = await pageOf(db, ofTag, { first: 1 });
  const after = edges[0]!.cursor;
  assert.deepEqual(await pageErrors(db, childList('tag(by: {slug: "css"})', 'posts'), { after }), []);
  assert.deepEqual(
    await pageErrors(db, childList('tag(by: {slug: "sql"})', 'posts', 'filter: {hasSeries: true}'), {
      after,
    }),
    [],
  );
});

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

test('forged cursors, none of which costs a statement', async () => {
  const { edges } = await pageOf(db, posts, { first: 1 });
  const genuine = JSON.parse(Buffer.from(edges[0]!.cursor, 'base64url').toString()) as [
    string,
    number,
    string,
  ];
  const [sum, time, id] = genuine;
  const forged = [
    '',
    ' ',
    'nonsense',
    'YXJyYXljb25uZWN0aW9uOjA=',
    encode(null),
    encode({}),
    encode([]),
    encode([sum]),
    encode([sum, time]),
    encode([sum, time + 1, id]),
    encode([sum, String(time), id]),
    encode([sum, 1e300, id]),
    encode([sum, null, id]),
    encode([sum, time, id, 'more']),
    encode([sum, time, '\'; drop table "Post"; --']),
    encode([sum, time, `${id}\0`]),
    encode([sum, { toString: 'x' }, id]),
    encode(genuine).slice(0, -4),
    '\0',
    'x'.repeat(10_000),
  ];
  for (const cursor of forged) {
    const { errors, statements } = await ask(db, 'query ($c: String) { posts(after: $c) { nodes { id } } }', {
      c: cursor,
    });
    assert.deepEqual([errors, statements], [['BAD_CURSOR'], []], JSON.stringify(cursor));
  }
});

test('the same cursor twice gives the same page', async () => {
  const first = await pageOf(db, byTwo, { first: 5 });
  const after = first.pageInfo.endCursor;
  assert.deepEqual(
    idsOf(await pageOf(db, byTwo, { first: 5, after })),
    idsOf(await pageOf(db, byTwo, { first: 5, after })),
  );
});
