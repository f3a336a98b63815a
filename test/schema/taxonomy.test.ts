/** Tags, authors and categories: what shows, what counts, and what each level of a document takes. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { ask, askWell } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { author, category, post, resource, seed, tag } from '../support/seed.ts';

const db = await testDatabase();

before(() =>
  seed(db, {
    tags: [
      tag('declared', { name: 'Declared', declared: true, description: 'Said to be.' }),
      tag('sql', { name: 'SQL' }),
    ],
    authors: [
      author('speaker'),
      author('declared', { kind: 'ORGANISATION', declared: true }),
      author('ghost'),
    ],
    categories: [
      category('eng'),
      category('eng/db'),
      category('eng/db/tuning'),
      category('empty'),
      category('kept', { declared: true }),
    ],
    posts: [
      post('one', { tags: ['sql', 'web'], authors: ['ada'], categories: ['eng/db'] }),
      post('two', { tags: ['sql'], authors: ['ada', 'bob'], categories: ['eng', 'eng/db/tuning'] }),
      post('hidden', { tags: ['sql', 'secret'], authors: ['ghost'], categories: ['empty'], wanted: 'draft' }),
    ],
    resources: [resource('talk', { tags: ['talks', 'sql'], speakers: ['speaker'] })],
  }),
);

test('tags that something public has, and declared ones', async () => {
  const { data, statements } = await askWell(
    db,
    '{ tags { totalCount nodes { slug name description postCount resourceCount } } }',
  );
  const row = (
    slug: string,
    postCount: number,
    resourceCount: number,
    name = slug,
    description: string | null = null,
  ) => ({
    slug,
    name,
    description,
    postCount,
    resourceCount,
  });
  assert.deepEqual(data, {
    tags: {
      totalCount: 4,
      nodes: [
        row('declared', 0, 0, 'Declared', 'Said to be.'),
        row('sql', 2, 1, 'SQL'),
        row('talks', 0, 1),
        row('web', 1, 0),
      ],
    },
  });
  assert.deepEqual(statements, ['tags', 'tagsCount']);
});

test('the most frequent tags first', async () => {
  const { data, sql } = await askWell(
    db,
    '{ tags(first: 2, orderBy: [{field: POST_COUNT, direction: DESC}]) { nodes { slug } } }',
  );
  assert.deepEqual(data, { tags: { nodes: [{ slug: 'sql' }, { slug: 'web' }] } });
  assert.match(sql[0]!, /^\/\* tags, unnamed \*\//);
});

test('authors of something public, and declared ones', async () => {
  const { data } = await askWell(
    db,
    '{ authors { nodes { slug kind postCount resources { nodes { slug } } } } author(by: {slug: "ghost"}) { name } }',
  );
  assert.deepEqual(data, {
    authors: {
      nodes: [
        { slug: 'ada', kind: 'PERSON', postCount: 2, resources: { nodes: [] } },
        { slug: 'bob', kind: 'PERSON', postCount: 1, resources: { nodes: [] } },
        { slug: 'declared', kind: 'ORGANISATION', postCount: 0, resources: { nodes: [] } },
        { slug: 'speaker', kind: 'PERSON', postCount: 0, resources: { nodes: [{ slug: 'talk' }] } },
      ],
    },
    author: null,
  });
});

test('the tree of categories', async () => {
  const { data, statements } = await askWell(
    db,
    `{ categories(rootsOnly: true) { nodes { treePath postCount own: postCount(includeChildren: false)
       posts { totalCount nodes { slug } } direct: posts(includeChildren: false) { nodes { slug } }
       children { totalCount nodes { treePath parent { slug } children { nodes { treePath } } } } } } }`,
  );
  assert.deepEqual(data, {
    categories: {
      nodes: [
        {
          treePath: 'eng',
          postCount: 2,
          own: 1,
          posts: { totalCount: 2, nodes: (data as Tree).categories.nodes[0]!.posts.nodes },
          direct: { nodes: [{ slug: 'two' }] },
          children: {
            totalCount: 1,
            nodes: [
              {
                treePath: 'eng/db',
                parent: { slug: 'eng' },
                children: { nodes: [{ treePath: 'eng/db/tuning' }] },
              },
            ],
          },
        },
        {
          treePath: 'kept',
          postCount: 0,
          own: 0,
          posts: { totalCount: 0, nodes: [] },
          direct: { nodes: [] },
          children: { totalCount: 0, nodes: [] },
        },
      ],
    },
  });
  assert.deepEqual(statements, [
    'categories',
    'categoriesByParent',
    'categoriesByParent',
    'categoriesByParentCount',
    'categoryById',
    'postsByCategory',
    'postsByCategoryTree',
    'postsByCategoryTreeCount',
  ]);
});

interface Tree {
  readonly categories: {
    readonly nodes: readonly { readonly posts: { readonly nodes: readonly { readonly slug: string }[] } }[];
  };
}

test('a category by its slug, its place in the tree, its path', async () => {
  const { data } = await askWell(
    db,
    `{ a: category(by: {slug: "tuning"}) { treePath } b: category(by: {treePath: "eng/db"}) { slug }
       c: category(by: {path: "/topics/eng/db/tuning/"}) { slug } d: category(by: {slug: "empty"}) { slug } e: category(by: {treePath: "db"}) { slug } }`,
  );
  assert.deepEqual(data, {
    a: { treePath: 'eng/db/tuning' },
    b: { slug: 'db' },
    c: { slug: 'tuning' },
    d: null,
    e: null,
  });
});

test('lists under lists take one statement a level', async () => {
  const document = `{ tags(first: 50) { nodes { name posts(first: 5) { totalCount nodes { title authors { name posts(first: 2) { nodes { title } } } } } resources { totalCount nodes { title } } } } }`;
  const { statements, sql } = await askWell(db, document);
  assert.deepEqual(statements, [
    'authorsByPost',
    'postsByAuthor',
    'postsByTag',
    'postsByTagCount',
    'resourcesByTag',
    'resourcesByTagCount',
    'tags',
  ]);
  for (const text of sql) assert.match(text, /^\/\* \w+ \*\//, 'each is prepared');
});

test('several lookups of one kind are one statement', async () => {
  const { statements, data } = await ask(
    db,
    '{ a: tag(by: {slug: "sql"}) { name } b: tag(by: {slug: "web"}) { name } c: tag(by: {slug: "secret"}) { name } }',
  );
  assert.deepEqual(statements, ['tagBySlug']);
  assert.deepEqual(data, { a: { name: 'SQL' }, b: { name: 'web' }, c: null });
});
