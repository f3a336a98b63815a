/** Lists in languages of blogs made at random say what the rule says, read from the records. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { PostRecord } from '../../src/domain/blog-record.ts';
import { askWell } from '../support/ask.ts';
import { emptyDatabase, testDatabase } from '../support/database.ts';
import { randomness } from '../support/random.ts';
import type { Randomness } from '../support/random.ts';
import { post, seed, series } from '../support/seed.ts';

const db = await testDatabase();
beforeEach(() => emptyDatabase(db));

const languages = ['en', 'de', 'fr', 'pt-BR'];

function randomPosts(random: Randomness): PostRecord[] {
  return Array.from({ length: 14 }, (_, group) =>
    random.some(languages, 1 + random.below(4)).map((language) =>
      post(`p${group}-${language}`, {
        language,
        translationKey: `g${group}`,
        publishedAt: new Date(Date.UTC(2026, 0, 1 + random.below(6))),
        wanted: random.chance(0.2) ? 'draft' : 'published',
        tags: random.some(['a', 'b'], random.below(3)),
      }),
    ),
  ).flat();
}

/** Of each group the first in the languages' order, drafts aside. */
function chosen(posts: readonly PostRecord[], wanted: readonly string[]): PostRecord[] {
  const shown = posts.filter((each) => each.wanted === 'published' && wanted.includes(each.language));
  return [...Map.groupBy(shown, (each) => each.translationKey).values()].map(
    (group) => group.toSorted((one, two) => wanted.indexOf(one.language) - wanted.indexOf(two.language))[0]!,
  );
}

interface List {
  readonly totalCount: number;
  readonly nodes: readonly { readonly slug: string; readonly publishedAt: string }[];
}

/** The posts of a list, which must be as many as it counts and the newest first. */
function slugsOf({ totalCount, nodes }: List): string[] {
  assert.equal(totalCount, nodes.length);
  const dates = nodes.map(({ publishedAt }) => publishedAt);
  assert.deepEqual(dates, dates.toSorted().toReversed());
  return nodes.map(({ slug }) => slug).sort();
}

for (const start of [1, 2, 3, 4]) {
  test(`blog ${start}`, async () => {
    const random = randomness(start);
    const posts = randomPosts(random);
    const parts = random.some(posts, 8).map(({ key }) => key);
    await seed(db, { posts, series: [series('saga', parts)] });
    for (let round = 0; round < 6; round += 1) {
      const wanted = random.some(languages, 1 + random.below(4));
      const args = `first: 100, language: "${wanted[0]!}", fallback: ${JSON.stringify(wanted.slice(1))}`;
      const list = `posts(${args}) { totalCount nodes { slug publishedAt } }`;
      const { data } = await askWell(
        db,
        `{ ${list} tag(by: {slug: "a"}) { ${list} } series(by: {slug: "saga"}) { ${list} } filtered: ${list.replace('first', 'filter: {tags: {any: ["b"]}}, first')} }`,
      );
      const { tag, ...rest } = data as Record<string, List> & {
        readonly tag: { readonly posts: List } | null;
      };
      const all = chosen(posts, wanted);
      const keys = (some: readonly PostRecord[]): string[] => some.map(({ key }) => key).sort();
      assert.deepEqual(slugsOf(rest['posts']!), keys(all));
      if (tag !== null)
        assert.deepEqual(slugsOf(tag.posts), keys(all.filter(({ tags }) => tags.includes('a'))));
      assert.deepEqual(slugsOf(rest['filtered']!), keys(all.filter(({ tags }) => tags.includes('b'))));
      const groups = posts
        .filter(({ key, wanted: status }) => parts.includes(key) && status === 'published')
        .map(({ translationKey }) => translationKey);
      const ofSeries = (rest['series'] as unknown as { readonly posts: List }).posts;
      assert.deepEqual(
        slugsOf(ofSeries),
        keys(all.filter(({ translationKey }) => groups.includes(translationKey))),
      );
    }
  });
}
