/** Filters of posts, against the same filter applied in memory to the records that were stored. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { PostRecord } from '../../src/domain/blog-record.ts';
import type {
  CategoryFilter,
  NumberFilter,
  PostFilter,
  SlugFilter,
  TimeFilter,
} from '../../src/domain/post-filter.ts';
import { checkPostFilter } from '../../src/domain/post-filter.ts';
import { ask } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { randomness } from '../support/random.ts';
import type { Randomness } from '../support/random.ts';
import { seed } from '../support/seed.ts';
import {
  variedAuthors,
  variedBlog,
  variedCategories,
  variedSeries,
  variedTags,
} from '../support/varied-blog.ts';

const db = await testDatabase();
const blog = variedBlog(90);
const minutes = new Map<string, number>();

before(async () => {
  await seed(db, blog);
  for (const { slug, readingTimeMinutes } of await db.prisma.post.findMany())
    minutes.set(slug, readingTimeMinutes);
});

const seriesOf = (post: PostRecord): string[] =>
  blog.series!.filter(({ parts }) => parts.some((part) => part.post === post.key)).map(({ slug }) => slug);

function meetsSlugs({ any, all, none }: SlugFilter, has: (slug: string) => boolean): boolean {
  return (any?.some(has) ?? true) && (all?.every(has) ?? true) && !(none?.some(has) ?? false);
}

function isFiled(post: PostRecord, name: string, withChildren: boolean): boolean {
  return post.categories.some((treePath) => {
    const slugs = treePath.split('/');
    const places = withChildren ? slugs.map((_, index) => slugs.slice(0, index + 1).join('/')) : [treePath];
    return places.some((place) => place === name || place.split('/').at(-1) === name);
  });
}

function isWithin(value: number, { min, max }: NumberFilter): boolean {
  return value >= (min ?? -Infinity) && value <= (max ?? Infinity);
}

function isDated(date: Date, { from, before }: TimeFilter): boolean {
  return date >= (from ?? new Date(0)) && date < (before ?? new Date(8e15));
}

/** The filter as its descriptions say it. */
function meets(post: PostRecord, filter: PostFilter): boolean {
  const { categories, languages, published, readingTimeMinutes, hasSeries, NOT } = filter;
  return [
    meetsSlugs(filter.tags ?? {}, (slug) => post.tags.includes(slug)),
    meetsSlugs(filter.authors ?? {}, (slug) => post.authors.includes(slug)),
    meetsSlugs(filter.series ?? {}, (slug) => seriesOf(post).includes(slug)),
    meetsSlugs(categories ?? {}, (name) => isFiled(post, name, categories?.includeChildren ?? true)),
    languages?.includes(post.language),
    isDated(post.publishedAt!, published ?? {}),
    isWithin(minutes.get(post.slug)!, readingTimeMinutes ?? {}),
    hasSeries == null || seriesOf(post).length > 0 === hasSeries,
    filter.AND?.every((inner) => meets(post, inner)),
    filter.OR?.some((inner) => meets(post, inner)),
    !NOT || !meets(post, NOT),
  ].every((holds) => holds ?? true);
}

function randomSlugs(random: Randomness, names: readonly string[]): SlugFilter {
  const pick = (): string[] => random.some([...names, 'unknown'], random.below(4));
  return {
    ...(random.chance(0.6) && { any: pick() }),
    ...(random.chance(0.2) && { all: pick().slice(0, 2) }),
    ...(random.chance(0.3) && { none: pick() }),
  };
}

function randomCategories(random: Randomness): CategoryFilter {
  const slugs = randomSlugs(random, [...variedCategories, 'db', 'tuning']);
  return random.chance(0.5) ? slugs : { ...slugs, includeChildren: random.chance(0.5) };
}

function randomFilter(random: Randomness, depth: number): PostFilter {
  const day = (): Date => new Date(Date.UTC(2026, 0, 1 + random.below(20)));
  const inner = (): PostFilter[] =>
    Array.from({ length: random.below(3) }, () => randomFilter(random, depth - 1));
  const made: PostFilter = {
    tags: randomSlugs(random, variedTags),
    authors: randomSlugs(random, variedAuthors),
    series: randomSlugs(random, variedSeries),
    categories: randomCategories(random),
    languages: random.some(['en', 'de', 'fr'], 1 + random.below(2)),
    published: random.one([{ from: day() }, { before: day() }, { from: day(), before: day() }, {}]),
    readingTimeMinutes: { min: random.below(3), max: 1 + random.below(8) },
    hasSeries: random.chance(0.5),
    ...(depth > 0 && { AND: inner(), OR: inner(), NOT: randomFilter(random, depth - 1) }),
  };
  // Some of it: few conditions of many sorts find something.
  return Object.fromEntries(Object.entries(made).filter(() => random.chance(0.25)));
}

function isTooLarge(filter: PostFilter): boolean {
  try {
    checkPostFilter(filter);
    return false;
  } catch {
    return true;
  }
}

const document = `query ($filter: PostFilter) { posts(first: 100, filter: $filter) { totalCount nodes { slug } } }`;

async function found(filter: PostFilter): Promise<{ readonly slugs: string[]; readonly count: number }> {
  const { data, errors } = await ask(db, document, { filter });
  assert.deepEqual(errors, [], JSON.stringify(filter));
  const { nodes, totalCount } = (
    data as {
      readonly posts: { readonly totalCount: number; readonly nodes: readonly { readonly slug: string }[] };
    }
  ).posts;
  return { slugs: nodes.map(({ slug }) => slug).sort(), count: totalCount };
}

test('300 filters by chance find what they would find in memory', async () => {
  const random = randomness(3);
  const visible = blog.posts!.filter(
    ({ wanted, publishedAt }) => wanted === 'published' && publishedAt!.getFullYear() === 2026,
  );
  const sizes = new Set<number>();
  for (let round = 0; round < 300; round += 1) {
    const filter = randomFilter(random, random.chance(0.3) ? 2 : 1);
    if (isTooLarge(filter)) continue;
    const { slugs, count } = await found(filter);
    const expected = visible
      .filter((post) => meets(post, filter))
      .map(({ slug }) => slug)
      .sort();
    assert.deepEqual(slugs, expected, JSON.stringify(filter));
    assert.equal(count, expected.length);
    sizes.add(expected.length);
  }
  assert.ok(sizes.size > 20, 'filters of all sorts');
});

test('the same filter under a tag finds what both hold', async () => {
  const { data } = await ask(
    db,
    '{ tag(by: {slug: "sql"}) { posts(first: 100, filter: {languages: ["de"]}) { nodes { slug } } } }',
  );
  const { nodes } = (
    data as { readonly tag: { readonly posts: { readonly nodes: readonly { readonly slug: string }[] } } }
  ).tag.posts;
  const { slugs } = await found({ tags: { all: ['sql'] }, languages: ['de'] });
  assert.deepEqual(nodes.map(({ slug }) => slug).sort(), slugs);
});

test('every one of as many names as are allowed is asked for in no time', async () => {
  const names = [...blog.posts!.find(({ tags }) => tags.length > 2)!.tags];
  const holding = blog.posts!.filter(({ tags }) => names.every((name) => tags.includes(name)));
  const { slugs } = await found({ tags: { all: [...names, ...names] } });
  assert.ok(slugs.length > 0 && slugs.every((slug) => holding.some((post) => post.slug === slug)));
  for (const other of ['unknown', '\0']) {
    assert.equal((await found({ tags: { all: [...names, other] } })).count, 0);
    assert.equal((await found({ categories: { all: ['eng', 'eng', other, ...names] } })).count, 0);
  }
  const many = Array.from({ length: 100 }, (_, index) => `name-${index}`);
  // Planned as a join each, they took a minute, and all of the embedded database's memory.
  const started = performance.now();
  assert.equal((await found({ tags: { all: many }, categories: { all: many } })).count, 0);
  assert.ok(performance.now() - started < 5_000);
});

test('a filter that is too large is refused before any SQL', async () => {
  const nested = (levels: number): PostFilter =>
    levels === 1 ? { hasSeries: true } : { NOT: nested(levels - 1) };
  const tooLarge: PostFilter[] = [
    nested(6),
    { OR: Array.from({ length: 31 }, () => ({ hasSeries: true })) },
    { tags: { any: Array.from({ length: 201 }, (_, index) => `tag-${index}`) } },
    { AND: Array.from({ length: 5 }, () => ({ languages: Array.from({ length: 41 }, () => 'en') })) },
  ];
  for (const filter of tooLarge) {
    const { errors, statements } = await ask(db, document, { filter });
    assert.deepEqual([errors, statements], [['BAD_USER_INPUT'], []]);
  }
  assert.ok((await found(nested(5))).count > 0);
});

test('a filter makes no prepared statement, and its values are never SQL', async () => {
  const hostile = ['\'; drop table "Post"; --', '\0', '%', '\\', '$1', 'eng/', '/'];
  const { sql, errors } = await ask(db, document, {
    filter: { tags: { none: hostile }, categories: { none: hostile }, languages: [...hostile, 'en'] },
  });
  assert.deepEqual(errors, []);
  for (const text of sql) {
    assert.match(text, /^\/\* \w+, unnamed \*\//);
    assert.doesNotMatch(text, /drop table|%/);
  }
  assert.ok((await found({ tags: { none: hostile } })).count > 0);
});
