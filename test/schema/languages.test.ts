/** Lists of posts in a wanted language. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { ask, askWell } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { childList, idsOf, pageOf, rootList, walkBackward, walkForward } from '../support/lists.ts';
import { seed } from '../support/seed.ts';
import { translatedBlog } from '../support/translated-blog.ts';

const db = await testDatabase();
before(() => seed(db, translatedBlog));

const slugsOf = (list: unknown): string[] =>
  (list as { readonly nodes: readonly { readonly slug: string }[] }).nodes.map(({ slug }) => slug);

/** Slugs of `posts` with some arguments, at the root or below an owner; its count must be as many. */
async function postsWith(args: string, below = (field: string) => field): Promise<readonly string[]> {
  const { data } = await askWell(db, `{ ${below(`posts${args} { totalCount nodes { slug } }`)} }`);
  const { posts, owner } = data as { readonly posts?: unknown; readonly owner?: { readonly posts: unknown } };
  const list = (posts ?? owner?.posts) as { readonly totalCount: number };
  assert.equal(list.totalCount, slugsOf(list).length, args);
  return slugsOf(list);
}

test('one post of each group: in the wanted language, else in the first fallback that has it', async () => {
  const wanted: Readonly<Record<string, readonly string[]>> = {
    '(language: "de")': ['alone-de', 'milk-de', 'labels-de', 'wagen'],
    '(language: "en")': ['alone-en', 'milk-en', 'maps-en', 'vans-en'],
    '(language: "de", fallback: ["en"])': [
      'alone-de',
      'alone-en',
      'milk-de',
      'labels-de',
      'maps-en',
      'wagen',
    ],
    '(language: "fr", fallback: ["en"])': [
      'alone-fr',
      'alone-en',
      'milk-en',
      'labels-fr',
      'maps-en',
      'vans-fr',
    ],
    '(language: "ja", fallback: ["fr", "de"])': ['alone-fr', 'alone-de', 'milk-de', 'labels-fr', 'vans-fr'],
    '(language: "en", fallback: ["*"])': [
      ...['alone-fr', 'alone-de', 'alone-en', 'milk-en', 'labels-de', 'maps-en', 'vans-en'],
    ],
    '(language: "ja")': [],
    '(language: "xx-unknown")': [],
    '(language: "en-GB")': ['alone-en', 'milk-en', 'maps-en', 'vans-en'],
    '(language: "pt")': ['maps-pt-BR'],
    '(language: "PT-br", fallback: [])': ['maps-pt-BR'],
  };
  for (const [args, slugs] of Object.entries(wanted)) assert.deepEqual(await postsWith(args), slugs, args);
  assert.equal((await postsWith('')).length, 12);
});

test('the same below a tag, an author, a category', async () => {
  const args = '(language: "de", fallback: ["en"])';
  const slugs = ['alone-de', 'alone-en', 'milk-de', 'labels-de', 'maps-en', 'wagen'];
  for (const owner of ['tag(by: {slug: "t"})', 'author(by: {slug: "ada"})', 'category(by: {slug: "eng"})']) {
    assert.deepEqual(await postsWith(args, (field) => `owner: ${owner} { ${field} }`), slugs, owner);
  }
});

test('a filter refines what is chosen, and does not choose', async () => {
  // milk is there in German, with the tag; its English version, which has another tag, does not come in its place.
  const other = 'filter: {tags: {any: ["other"]}}';
  assert.deepEqual(await postsWith(`(language: "en", ${other})`), ['milk-en']);
  assert.deepEqual(await postsWith(`(language: "de", fallback: ["en"], ${other})`), []);
  assert.deepEqual(await postsWith('(language: "de", fallback: ["en"], filter: {languages: ["en"]})'), [
    'alone-en',
    'maps-en',
  ]);
});

test('posts of a series: a part stands for its translations', async () => {
  const within = (field: string): string => `owner: series(by: {slug: "saga"}) { ${field} }`;
  assert.deepEqual(await postsWith('', within), ['milk-en', 'labels-de', 'maps-en', 'vans-en']);
  assert.deepEqual(await postsWith('(language: "de")', within), ['milk-de', 'labels-de', 'wagen']);
  assert.deepEqual(await postsWith('(language: "fr", fallback: ["en", "de"])', within), [
    ...['milk-en', 'labels-fr', 'maps-en', 'vans-fr'],
  ]);
});

test('pages meet, in both directions and in other orders', async () => {
  for (const args of [
    'language: "de", fallback: ["en", "fr"]',
    'language: "fr", fallback: ["*"], orderBy: [{field: TITLE}]',
    'language: "de"',
  ]) {
    for (const list of [
      rootList('posts', args),
      childList('tag(by: {slug: "t"})', 'posts', args),
      childList('series(by: {slug: "saga"})', 'posts', args),
    ]) {
      const all = idsOf(await pageOf(db, list, { first: 100 }));
      assert.ok(all.length >= 3);
      for (const size of [1, 2]) {
        assert.deepEqual(await walkForward(db, list, size), all, list.name);
        assert.deepEqual(await walkBackward(db, list, size), all, list.name);
      }
    }
  }
});

test('lists in a language are prepared statements, and all of them ask once which languages there are', async () => {
  const { statements, sql } = await askWell(
    db,
    `{ a: posts(language: "de") { totalCount nodes { slug } } b: posts(language: "de", fallback: ["en"]) { totalCount nodes { slug } }
       tags { nodes { posts(language: "en", fallback: ["de"]) { nodes { slug } } } } }`,
  );
  assert.deepEqual(statements, [
    ...['languagesInUse', 'postsByTagInLanguages', 'postsInLanguage', 'postsInLanguageCount'],
    ...['postsInLanguages', 'postsInLanguagesCount', 'tags'],
  ]);
  for (const text of sql) assert.match(text, /^\/\* \w+ \*\//);
});

test('what is no language is a coded error', async () => {
  for (const args of [
    'language: "english!"',
    'fallback: ["en"]',
    'language: "en", fallback: [""]',
    'language: "en_GB"',
  ]) {
    assert.deepEqual((await ask(db, `{ posts(${args}) { totalCount } }`)).errors, ['BAD_USER_INPUT'], args);
    assert.deepEqual(
      (await ask(db, `{ post(by: {slug: "x"}, ${args}) { slug } }`)).errors,
      ['BAD_USER_INPUT'],
      args,
    );
  }
});
