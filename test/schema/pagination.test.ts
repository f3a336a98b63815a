/** Every connection keeps the laws of GraphQL Cursor Connections, in every order it offers. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { ask } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import {
  childList,
  idsOf,
  pageErrors,
  pageOf,
  rootList,
  walkBackward,
  walkForward,
} from '../support/lists.ts';
import type { List } from '../support/lists.ts';
import { seed } from '../support/seed.ts';
import { variedBlog } from '../support/varied-blog.ts';

const db = await testDatabase();
before(() => seed(db, variedBlog(90)));

const postOrders = ['PUBLISHED_AT', 'UPDATED_AT', 'TITLE', 'READING_TIME', 'WORD_COUNT'];
const twice = (fields: readonly string[]): string[] =>
  fields.flatMap((field) =>
    ['ASC', 'DESC'].map((direction) => `orderBy: [{field: ${field}, direction: ${direction}}]`),
  );

const lists: readonly List[] = [
  rootList('posts'),
  ...twice(postOrders).map((args) => rootList('posts', args)),
  rootList('posts', 'orderBy: [{field: READING_TIME, direction: DESC}, {field: TITLE}]'),
  rootList('posts', 'orderBy: [{field: TITLE}, {field: UPDATED_AT, direction: DESC}, {field: WORD_COUNT}]'),
  rootList('posts', 'filter: {tags: {any: ["sql"]}, NOT: {languages: ["de"]}}'),
  ...twice(['NAME', 'POST_COUNT']).flatMap((args) =>
    ['tags', 'authors', 'categories'].map((field) => rootList(field, args)),
  ),
  rootList('categories', 'rootsOnly: true'),
  ...twice(['NEWEST', 'TITLE', 'POST_COUNT']).map((args) => rootList('seriesList', args)),
  rootList('resources'),
  ...twice(['DATE', 'TITLE']).map((args) => rootList('resources', args)),
  rootList('resources', 'filter: {kinds: [VIDEO, EVENT], tags: {none: ["go"]}}'),
  ...[...twice(postOrders), ''].map((args) => childList('tag(by: {slug: "sql"})', 'posts', args)),
  childList('author(by: {slug: "ada"})', 'posts'),
  childList('author(by: {slug: "ada"})', 'posts', 'filter: {hasSeries: true}'),
  childList('category(by: {treePath: "eng"})', 'posts'),
  childList('category(by: {treePath: "eng"})', 'posts', 'includeChildren: false'),
  childList('category(by: {treePath: "eng"})', 'children'),
  childList('series(by: {slug: "saga"})', 'posts', 'orderBy: [{field: TITLE}]'),
  childList('tag(by: {slug: "sql"})', 'resources'),
  childList('author(by: {slug: "ada"})', 'resources', 'orderBy: [{field: TITLE, direction: DESC}]'),
  childList('post(by: {slug: "post-1"})', 'related'),
  childList('post(by: {slug: "post-1"})', 'related', 'excludeSeries: true'),
  childList('post(by: {slug: "post-1"})', 'resources'),
];

for (const list of lists) {
  test(`${list.name}: each item exactly once, whichever way and however large the pages`, async () => {
    const whole = await pageOf(db, list, { first: 100 });
    const ids = idsOf(whole);
    assert.ok(ids.length > 0);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(whole.totalCount, ids.length);
    assert.deepEqual(
      { ...whole.pageInfo, startCursor: '', endCursor: '' },
      { hasNextPage: false, hasPreviousPage: false, startCursor: '', endCursor: '' },
    );
    for (const size of [1, 4, ids.length, 100].slice(ids.length > 30 ? 1 : 0)) {
      assert.deepEqual(await walkForward(db, list, size), ids);
      assert.deepEqual(await walkBackward(db, list, size), ids);
    }
  });
}

test('a page between two cursors is what stands between them, and knows of both sides', async () => {
  const list = rootList('posts');
  const { edges } = await pageOf(db, list, { first: 12 });
  const [after, before] = [edges[2]!.cursor, edges[9]!.cursor];
  const between = edges.slice(3, 9).map(({ node }) => node.id);
  const both = { hasNextPage: true, hasPreviousPage: true };
  for (const [variables, ids] of [
    [{ first: 10, after, before }, between],
    [{ last: 10, after, before }, between],
    [{ first: 2, after, before }, between.slice(0, 2)],
    [{ last: 2, after, before }, between.slice(-2)],
  ] as const) {
    const page = await pageOf(db, list, variables);
    assert.deepEqual(idsOf(page), ids);
    const { hasNextPage, hasPreviousPage } = page.pageInfo;
    assert.deepEqual({ hasNextPage, hasPreviousPage }, both);
  }
  const none = await pageOf(db, list, { first: 5, after: edges[4]!.cursor, before: edges[5]!.cursor });
  assert.deepEqual(idsOf(none), []);
  assert.deepEqual(none.pageInfo, { ...both, startCursor: null, endCursor: null });
});

test('20 items when no size is given; 1 to 100 when one is; nothing else', async () => {
  const list = rootList('posts');
  assert.equal((await pageOf(db, list, {})).edges.length, 20);
  assert.equal((await pageOf(db, list, { first: 1 })).edges.length, 1);
  for (const variables of [
    { first: 0 },
    { first: -1 },
    { first: 101 },
    { first: 2_147_483_647 },
    { last: 0 },
    { last: 101 },
    { first: 5, last: 5 },
  ]) {
    for (const each of [list, childList('tag(by: {slug: "sql"})', 'posts'), rootList('tags')]) {
      assert.deepEqual(await pageErrors(db, each, variables), ['BAD_PAGE_SIZE'], JSON.stringify(variables));
    }
  }
});

test('an order names each field once', async () => {
  const { errors } = await ask(
    db,
    '{ posts(orderBy: [{field: TITLE}, {field: TITLE, direction: DESC}]) { nodes { id } } }',
  );
  assert.deepEqual(errors, ['BAD_USER_INPUT']);
});

test('arguments on aliases and in fragments are independent', async () => {
  const { data, errors } = await ask(
    db,
    `{ tag(by: {slug: "sql"}) { ...A ...B c: posts(first: 3) { nodes { slug } } } }
     fragment A on Tag { a: posts(first: 1) { totalCount nodes { slug } } }
     fragment B on Tag { b: posts(first: 2, orderBy: [{field: TITLE}]) { nodes { slug } } }`,
  );
  assert.deepEqual(errors, []);
  const { tag } = data as { readonly tag: Record<'a' | 'b' | 'c', { readonly nodes: readonly unknown[] }> };
  assert.deepEqual([tag.a.nodes.length, tag.b.nodes.length, tag.c.nodes.length], [1, 2, 3]);
  assert.deepEqual(tag.a.nodes[0], tag.c.nodes[0]);
});
