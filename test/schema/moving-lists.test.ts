/** Pages stay whole while posts come and go between them, also when the cursor's own row goes. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ask } from '../support/ask.ts';
import { rememberContent, testDatabase } from '../support/database.ts';
import { childList, idsOf, pageOf, rootList, walkBackward, walkForward } from '../support/lists.ts';
import type { Connection, List } from '../support/lists.ts';
import { randomness } from '../support/random.ts';
import type { Randomness } from '../support/random.ts';
import { seed } from '../support/seed.ts';
import { variedBlog } from '../support/varied-blog.ts';

const db = await testDatabase();

await seed(db, variedBlog(60));
const putBack = await rememberContent(db);
beforeEach(putBack);

const orders = [
  '',
  'orderBy: [{field: UPDATED_AT, direction: DESC}]',
  'orderBy: [{field: TITLE}]',
  'orderBy: [{field: READING_TIME}, {field: TITLE, direction: DESC}]',
  'orderBy: [{field: WORD_COUNT, direction: DESC}]',
];

const lists: readonly List[] = [
  ...orders.map((args) => rootList('posts', args)),
  rootList('posts', 'filter: {tags: {any: ["sql", "css"]}}'),
  ...orders.map((args) => childList('tag(by: {slug: "sql"})', 'posts', args)),
  childList('author(by: {slug: "ada"})', 'posts'),
  childList('category(by: {treePath: "eng"})', 'posts'),
];

/** The row behind a global id. */
const rowId = (id: string): string => Buffer.from(id, 'base64').toString().split(':')[1]!;

/** Removes the cursor's row and another one, and adds two somewhere: copies of posts of the list under other ids. */
async function stir(random: Randomness, page: Connection, removed: Set<string>): Promise<void> {
  const { nodes } = page;
  const cursorRow = nodes.at(-1);
  if (cursorRow === undefined) return;
  const victims = [cursorRow, nodes[0]!, random.one(nodes)].filter(() => random.chance(0.7));
  for (const source of [random.one(nodes), random.one(nodes)]) await copy(random, rowId(source.id));
  for (const { id } of victims) {
    if (removed.has(id)) continue;
    removed.add(id);
    await db.prisma.post.delete({ where: { id: rowId(id) } });
  }
}

async function copy(random: Randomness, id: string): Promise<void> {
  const source = await db.prisma.post.findUnique({
    where: { id },
    include: { tags: true, authors: true, categories: true },
  });
  if (source === null) return;
  const { tags, authors, categories, metadata, ...row } = source;
  const bytes = Array.from({ length: 32 }, () => random.below(16).toString(16)).join('');
  const postId = bytes.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  const move = random.one([-1, 0, 1]) * 86_400_000;
  const sortDate = new Date(row.sortDate.getTime() + move);
  await db.prisma.post.create({
    data: { ...row, id: postId, slug: bytes, path: `/${bytes}`, sortDate, metadata: metadata ?? {} },
  });
  const moved = <Link extends { readonly postId: string; readonly sortDate: Date }>(links: readonly Link[]) =>
    links.map((link) => ({ ...link, postId, sortDate }));
  await db.prisma.postTag.createMany({ data: moved(tags) });
  await db.prisma.postAuthor.createMany({ data: moved(authors) });
  await db.prisma.postCategory.createMany({ data: moved(categories) });
}

for (const list of lists) {
  for (const [way, walk] of [
    ['forward', walkForward],
    ['backward', walkBackward],
  ] as const) {
    test(`${list.name}, ${way}`, async () => {
      const random = randomness(list.name.length + way.length);
      const start = new Set(idsOf(await pageOf(db, list, { first: 100 })));
      const removed = new Set<string>();
      const seen = await walk(db, list, 3, (page) => stir(random, page, removed));
      assert.equal(new Set(seen).size, seen.length, 'nothing comes twice');
      const missed = [...start].filter((id) => !seen.includes(id) && !removed.has(id));
      assert.deepEqual(missed, [], 'nothing that stayed is missed');
      assert.ok(removed.size > 2);
      // What is left comes in the same order as when asked for anew.
      const left = new Set(idsOf(await pageOf(db, list, { first: 100 })));
      const order = [...left];
      const kept = seen.filter((id) => left.has(id));
      assert.deepEqual(
        kept,
        order.filter((id) => kept.includes(id)),
      );
    });
  }
}

test('the sides of a page are told rightly when the cursor and all before it are gone', async () => {
  const list = rootList('posts');
  const { edges } = await pageOf(db, list, { first: 5 });
  for (const { node } of edges) await db.prisma.post.delete({ where: { id: rowId(node.id) } });
  const page = await pageOf(db, list, { first: 5, after: edges[4]!.cursor });
  assert.equal(page.pageInfo.hasPreviousPage, false);
  assert.deepEqual(idsOf(page), idsOf(await pageOf(db, list, { first: 5 })));
});

test('a list under owners: pages of several owners in one statement, each its own', async () => {
  const { data, statements } = await ask(
    db,
    '{ tags { nodes { slug posts(first: 3) { nodes { id } pageInfo { hasNextPage } totalCount } } } }',
  );
  assert.deepEqual(statements, ['postsByTag', 'postsByTagCount', 'tags']);
  const { nodes } = (
    data as {
      readonly tags: { readonly nodes: readonly { readonly slug: string; readonly posts: Connection }[] };
    }
  ).tags;
  for (const { slug, posts } of nodes) {
    const alone = await pageOf(db, childList(`tag(by: {slug: "${slug}"})`, 'posts'), { first: 3 });
    assert.deepEqual([posts.nodes, posts.totalCount], [alone.nodes, alone.totalCount]);
    assert.equal(posts.pageInfo.hasNextPage, posts.totalCount > 3);
  }
});
