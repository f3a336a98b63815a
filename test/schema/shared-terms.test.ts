/** The other way round: tags, authors, categories and series of the posts of each other. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { askWell } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { childList, idsOf, pageOf, walkBackward, walkForward } from '../support/lists.ts';
import { post, seed, series } from '../support/seed.ts';
import { variedBlog } from '../support/varied-blog.ts';

const db = await testDatabase();
const blog = variedBlog(60);

before(() => seed(db, blog));

interface Line {
  readonly sharedPostCount: number | null;
  readonly node: { readonly slug: string };
}

/** The public posts of the blog by what they hang on, counted in the records themselves. */
function expected(of: readonly string[], owner: string, items: string): [string, number][] {
  const isPublic = blog.posts!.filter(
    ({ wanted, publishedAt }) => wanted === 'published' && publishedAt! < new Date('2026-06-01'),
  );
  const seriesOf = (key: string): string[] =>
    blog.series!.filter(({ parts }) => parts.some((part) => part.post === key)).map(({ slug }) => slug);
  const termsOf = (record: (typeof isPublic)[number], kind: string): readonly string[] =>
    kind === 'series' ? seriesOf(record.key) : record[kind as 'tags' | 'authors' | 'categories'];
  const counts = new Map<string, number>();
  for (const record of isPublic) {
    const belongs = termsOf(record, owner).some((term) =>
      owner === 'categories' ? of.some((root) => `${term}/`.startsWith(`${root}/`)) : of.includes(term),
    );
    if (!belongs) continue;
    for (const term of termsOf(record, items)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  if (owner === items) for (const name of of) counts.delete(name);
  return [...counts];
}

const fields: readonly (readonly [owner: string, plural: string, field: string, items: string])[] = [
  ['tag', 'tags', 'authors', 'authors'],
  ['tag', 'tags', 'categories', 'categories'],
  ['tag', 'tags', 'series', 'series'],
  ['tag', 'tags', 'relatedTags', 'tags'],
  ['author', 'authors', 'tags', 'tags'],
  ['author', 'authors', 'categories', 'categories'],
  ['author', 'authors', 'series', 'series'],
  ['author', 'authors', 'coAuthors', 'authors'],
  ['category', 'categories', 'tags', 'tags'],
  ['category', 'categories', 'authors', 'authors'],
  ['category', 'categories', 'series', 'series'],
  ['series', 'series', 'tags', 'tags'],
  ['series', 'series', 'authors', 'authors'],
  ['series', 'series', 'categories', 'categories'],
];
const roots: Readonly<Record<string, string>> = { series: 'seriesList' };

for (const [owner, plural, field, items] of fields) {
  test(`${owner}.${field}: each with how many public posts both have, in one statement for all owners`, async () => {
    const name = owner === 'category' ? 'treePath' : 'slug';
    const node = items === 'categories' ? 'slug: treePath' : 'slug';
    const { data, statements, sql } = await askWell(
      db,
      `{ all: ${roots[plural] ?? plural} { nodes { name: ${name} list: ${field} { totalCount edges { sharedPostCount node { ${node} } } } } } }`,
    );
    const { nodes } = (
      data as {
        readonly all: {
          readonly nodes: readonly {
            readonly name: string;
            readonly list: { readonly totalCount: number; readonly edges: readonly Line[] };
          }[];
        };
      }
    ).all;
    assert.ok(nodes.length >= 3);
    for (const { name: of, list } of nodes) {
      const lines = list.edges.map(({ sharedPostCount, node: { slug } }) => [slug, sharedPostCount]);
      const wanted = expected([of], plural, items);
      assert.deepEqual(new Map(lines as [string, number][]), new Map(wanted), of);
      assert.equal(list.totalCount, wanted.length);
      const counts = lines.map(([, count]) => Number(count));
      if (field !== 'relatedTags')
        assert.deepEqual(
          counts,
          counts.toSorted((a, b) => b - a),
          'most shared first',
        );
    }
    const statement = statements.find((text) => text.endsWith('Count'))!;
    assert.deepEqual(
      statements,
      [statement.replace(/Count$/, ''), statement, roots[plural] ?? plural].sort(),
    );
    for (const text of sql) assert.match(text, /^\/\* \w+ \*\//, 'each is prepared');
  });
}

test('pages of them meet in every order', async () => {
  for (const list of [
    childList('tag(by: {slug: "sql"})', 'authors'),
    childList('tag(by: {slug: "sql"})', 'relatedTags'),
    childList('tag(by: {slug: "sql"})', 'categories', 'orderBy: [{field: NAME, direction: DESC}]'),
    childList('author(by: {slug: "ada"})', 'tags', 'orderBy: [{field: POST_COUNT}]'),
    childList(
      'category(by: {slug: "eng"})',
      'tags',
      'orderBy: [{field: POST_COUNT}, {field: NAME, direction: DESC}]',
    ),
    childList('series(by: {slug: "saga"})', 'relatedSeries'),
  ]) {
    const all = idsOf(await pageOf(db, list, { first: 100 }));
    assert.ok(all.length >= 2, list.name);
    assert.deepEqual(await walkForward(db, list, 1), all, list.name);
    assert.deepEqual(await walkBackward(db, list, 2), all, list.name);
  }
});

test('a list that is under nothing counts no posts in common', async () => {
  const { data } = await askWell(
    db,
    '{ tags(first: 1) { edges { sharedPostCount score } } seriesList(first: 1) { edges { sharedPostCount } } }',
  );
  assert.deepEqual(data, {
    tags: { edges: [{ sharedPostCount: null, score: null }] },
    seriesList: { edges: [{ sharedPostCount: null }] },
  });
});

test('related tags: what comes along by chance is last, however often it does', async (t) => {
  const other = await testDatabase(t);
  const many = (count: number, name: string, tags: readonly string[]) =>
    Array.from({ length: count }, (_, index) => post(`${name}-${index}`, { tags: ['blog', ...tags] }));
  await seed(other, {
    posts: [
      ...many(6, 'a', ['sql', 'postgres']),
      ...many(2, 'b', ['sql', 'rust']),
      ...many(1, 'c', ['sql', 'once']),
      ...many(8, 'd', ['rust']),
      ...many(5, 'e', ['css']),
      post('hidden', { tags: ['sql', 'secret', 'css'], wanted: 'draft' }),
    ],
  });
  const { data } = await askWell(
    other,
    '{ tag(by: {slug: "sql"}) { postCount relatedTags { totalCount edges { score sharedPostCount node { slug } } } } }',
  );
  const lmi = (both: number, a: number, b: number): number =>
    Number((both * Math.log((both * 22) / (a * b))).toFixed(6));
  assert.deepEqual(data, {
    tag: {
      postCount: 9,
      relatedTags: {
        totalCount: 4,
        edges: [
          { score: lmi(6, 9, 6), sharedPostCount: 6, node: { slug: 'postgres' } },
          { score: lmi(1, 9, 1), sharedPostCount: 1, node: { slug: 'once' } },
          { score: 0, sharedPostCount: 9, node: { slug: 'blog' } },
          { score: lmi(2, 9, 10), sharedPostCount: 2, node: { slug: 'rust' } },
        ],
      },
    },
  });
});

test('related series: those in its language first, then by the tags that their posts share, rare ones counting for more', async (t) => {
  const other = await testDatabase(t);
  const named = (slug: string, tags: readonly string[], given = {}) => post(slug, { tags, ...given });
  await seed(other, {
    posts: [
      named('own', ['rare', 'common']),
      named('one-common', ['common']),
      named('one-rare', ['rare']),
      named('both-foreign', ['rare', 'common'], { language: 'de' }),
      named('none', ['else']),
      named('hidden', ['rare', 'common'], { wanted: 'draft' }),
      ...['a', 'b', 'c'].map((slug) => named(slug, ['common'])),
    ],
    series: [
      series('here', ['own']),
      series('common', ['one-common']),
      series('rare', ['one-rare']),
      series('foreign', ['both-foreign'], { language: 'de' }),
      series('other', ['none']),
      series('secret', ['hidden', null]),
    ],
  });
  const { data, statements } = await askWell(
    other,
    '{ seriesList(orderBy: [{field: TITLE}]) { nodes { slug relatedSeries { totalCount nodes { slug } } } } }',
  );
  const { nodes } = (
    data as {
      readonly seriesList: {
        readonly nodes: readonly {
          readonly slug: string;
          readonly relatedSeries: {
            readonly totalCount: number;
            readonly nodes: readonly { readonly slug: string }[];
          };
        }[];
      };
    }
  ).seriesList;
  const related = Object.fromEntries(
    nodes.map(({ slug, relatedSeries }) => [slug, relatedSeries.nodes.map((node) => node.slug)]),
  );
  assert.deepEqual(related['here'], ['rare', 'common', 'foreign']);
  assert.deepEqual([related['other'], related['secret']], [[], []]);
  assert.deepEqual(
    nodes.map(({ slug, relatedSeries }) => [slug, relatedSeries.totalCount]),
    Object.entries(related).map(([slug, found]) => [slug, found.length]),
  );
  assert.deepEqual(statements, ['seriesBySeries', 'seriesBySeriesCount', 'seriesList']);
});
