/** Relevance cursors page through all results exactly once, whatever comes and goes meanwhile. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askWell } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { post, seed } from '../support/seed.ts';

const db = await testDatabase();

const posts = Array.from({ length: 30 }, (_, index) =>
  post(`p${index}`, {
    title: index % 3 === 0 ? `Whales ${index} in the wide and open sea` : `Number ${index}`,
    markdown: index % 2 === 0 ? 'The whale. A whale, and whales.' : 'Of one whale only.',
    publishedAt: new Date(Date.UTC(2025, 0, 1 + (index % 5))),
  }),
);

interface Found {
  readonly search: {
    readonly edges: readonly {
      readonly cursor: string;
      readonly score: number;
      readonly node: { readonly slug: string };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
  };
}

async function page(args: string): Promise<Found['search']> {
  const { data } = await askWell(
    db,
    `{ search(query: "whale ", ${args}) { pageInfo { hasNextPage hasPreviousPage } edges { cursor score node { ... on Post { slug } } } } }`,
  );
  return (data as Found).search;
}

const slugsOf = ({ edges }: Found['search']): string[] => edges.map(({ node }) => node.slug);

test('forwards with posts coming and going, and backwards the same', async () => {
  await seed(db, { posts });
  const all = slugsOf(await page('first: 100'));
  assert.equal(new Set(all).size, 30);
  const seen: string[] = [];
  let found = await page('first: 4');
  for (let step = 0; ; step += 1) {
    seen.push(...slugsOf(found));
    if (!found.pageInfo.hasNextPage) break;
    const title = step % 2 === 0 ? 'A whale of a new post among all of them' : 'Nothing';
    await seed(db, {
      posts: [
        ...posts,
        post(`new-${step}`, { title, markdown: 'A whale.', publishedAt: new Date('2026-01-01') }),
      ],
    });
    found = await page(`first: 4, after: "${found.edges.at(-1)!.cursor}"`);
    assert.ok(found.pageInfo.hasPreviousPage);
  }
  assert.equal(new Set(seen).size, seen.length);
  assert.deepEqual(
    seen.filter((slug) => slug.startsWith('p')),
    all,
  );
  const back: string[] = [];
  let last = await page('last: 7');
  for (;;) {
    back.unshift(...slugsOf(last));
    if (!last.pageInfo.hasPreviousPage) break;
    last = await page(`last: 7, before: "${last.edges[0]!.cursor}"`);
  }
  assert.deepEqual(back, slugsOf(await page('first: 100')));
});
