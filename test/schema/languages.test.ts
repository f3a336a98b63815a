/** Translations, lists in a wanted language, and the language that relations carry on. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { ask, askWell } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { childList, idsOf, pageOf, rootList, walkBackward, walkForward } from '../support/lists.ts';
import { post, seed, series, site } from '../support/seed.ts';

const db = await testDatabase();
const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));

/** A text in several languages: "vans" has vans-en, vans-de, …; all on one day. */
function text(name: string, on: number, languages: Readonly<Record<string, object>>) {
  return Object.entries(languages).map(([language, given]) =>
    post(`${name}-${language}`, {
      language,
      translationKey: name,
      publishedAt: day(on),
      tags: ['t'],
      authors: ['ada'],
      categories: ['eng/db'],
      ...given,
    }),
  );
}

const only = (name: string, on: number, language: string) =>
  post(name, { language, publishedAt: day(on), tags: ['t'], authors: ['ada'], categories: ['eng/db'] });

before(() =>
  seed(db, {
    site: site({
      defaultLanguage: 'en',
      languages: [
        { code: 'en', name: 'English', available: true },
        { code: 'de', name: 'Deutsch', available: true },
        { code: 'ja', name: '日本語', available: true },
        { code: 'pt-BR', name: 'Português', available: false },
      ],
    }),
    posts: [
      ...text('vans', 1, { en: {}, de: { slug: 'wagen' }, fr: {} }),
      ...text('maps', 2, { en: {}, de: { wanted: 'draft' }, 'pt-BR': {} }),
      ...text('labels', 3, { de: {}, fr: {} }),
      ...text('milk', 4, { en: { tags: ['other'] }, de: {}, ja: { wanted: 'draft' } }),
      only('alone-en', 5, 'en'),
      only('alone-de', 6, 'de'),
      only('alone-fr', 7, 'fr'),
    ],
    series: [series('saga', ['vans-en', 'maps-en', 'labels-de', null, 'milk-en'])],
  }),
);

const slugsOf = (list: unknown): string[] =>
  (list as { readonly nodes: readonly { readonly slug: string }[] }).nodes.map(({ slug }) => slug);

/** Slugs and the count of `posts` with some arguments, at the root or below it. */
async function postsWith(args: string, below = (field: string) => field): Promise<readonly string[]> {
  const { data } = await askWell(db, `{ ${below(`posts${args} { totalCount nodes { slug } }`)} }`);
  const { posts, owner = posts } = data as Record<string, never>;
  const list = 'posts' in (owner as object) ? (owner as { readonly posts: object }).posts : owner;
  assert.equal((list as { readonly totalCount: number }).totalCount, slugsOf(list).length, args);
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

test('translations of a post, and its language menu', async () => {
  const { data, statements } = await askWell(
    db,
    `{ post(by: {slug: "vans-fr"}) { translations { slug language } languages { code name available isCurrent post { slug } } }
       hidden: post(by: {slug: "milk-de"}) { translations { slug } } none: post(by: {slug: "alone-en"}) { translations { slug } languages { code post { slug } } } }`,
  );
  const line = (code: string, name: string, available: boolean, slug: string | null, isCurrent = false) => ({
    code,
    name,
    available,
    isCurrent,
    post: slug === null ? null : { slug },
  });
  assert.deepEqual(data, {
    post: {
      translations: [
        { slug: 'vans-en', language: 'en' },
        { slug: 'wagen', language: 'de' },
      ],
      languages: [
        line('en', 'English', true, 'vans-en'),
        line('de', 'Deutsch', true, 'wagen'),
        line('ja', '日本語', false, null),
        line('pt-BR', 'Português', false, null),
        line('fr', 'Français', true, 'vans-fr', true),
      ],
    },
    hidden: { translations: [{ slug: 'milk-en' }] },
    none: {
      translations: [],
      languages: ['en', 'de', 'ja', 'pt-BR', 'fr'].map((code) => ({
        code,
        post: code === 'en' ? { slug: 'alone-en' } : null,
      })),
    },
  });
  assert.deepEqual(statements, ['languagesInUse', 'postBySlug', 'site', 'translationsByPost']);
});

test('the languages of the site: available once there is a post to see', async () => {
  const { data } = await askWell(db, '{ site { languages { code available } } }');
  assert.deepEqual(data, {
    site: {
      languages: [
        { code: 'en', available: true },
        { code: 'de', available: true },
        { code: 'ja', available: false },
        { code: 'pt-BR', available: false },
        { code: 'fr', available: true },
      ],
    },
  });
});

test('one post in a wanted language, by slug, id and path', async () => {
  const id = (
    (await askWell(db, '{ post(by: {slug: "vans-en"}) { id } }')).data as {
      readonly post: { readonly id: string };
    }
  ).post.id;
  const wanted: Readonly<Record<string, string | null>> = {
    'by: {slug: "vans-en"}': 'vans-en',
    'by: {slug: "vans-en"}, language: "en"': 'vans-en',
    'by: {slug: "vans-en"}, language: "de"': 'wagen',
    'by: {slug: "wagen"}, language: "en-US"': 'vans-en',
    'by: {slug: "vans-en"}, language: "ja"': null,
    'by: {slug: "vans-en"}, language: "ja", fallback: ["fr"]': 'vans-fr',
    'by: {slug: "milk-en"}, language: "ja", fallback: ["fr", "*"]': 'milk-en',
    'by: {slug: "maps-de"}, language: "en"': null,
    'by: {path: "/blog/vans-en"}, language: "de"': 'wagen',
    'by: {path: "/blog/alone-en"}, language: "de"': null,
    'by: {path: "/blog/alone-en"}, language: "de", fallback: ["*"]': 'alone-en',
    'by: {path: "/nowhere"}, language: "de"': null,
    [`by: {id: "${id}"}, language: "fr"`]: 'vans-fr',
    [`by: {id: "${id}"}, language: "en-GB"`]: 'vans-en',
  };
  for (const [args, slug] of Object.entries(wanted)) {
    const { data } = await askWell(db, `{ post(${args}) { slug } }`);
    assert.deepEqual(data, { post: slug === null ? null : { slug } }, args);
  }
});

test('a translation is the part that it translates, and its neighbours are in its language where they can be', async () => {
  const { data } = await askWell(
    db,
    `{ post(by: {slug: "milk-de"}) { previous(within: SERIES) { slug previous(within: SERIES) { slug } } next(within: SERIES) { slug }
       seriesParts { position total series { slug } outline { isCurrent part { position post(language: "de") { slug } own: post { slug } } } } }
       fr: post(by: {slug: "vans-fr"}) { next(within: SERIES) { slug next(within: SERIES) { slug } } }
       none: post(by: {slug: "alone-fr"}) { seriesParts { position } next(within: SERIES) { slug } } }`,
  );
  const line = (position: number, slug: string | null, own = slug, isCurrent = false) => ({
    isCurrent,
    part: { position, post: slug && { slug }, own: own && { slug: own } },
  });
  assert.deepEqual(data, {
    post: {
      // Part 3 is German itself; part 2 has a German version that nobody sees.
      previous: { slug: 'labels-de', previous: { slug: 'maps-en' } },
      next: null,
      seriesParts: [
        {
          position: 5,
          total: 5,
          series: { slug: 'saga' },
          outline: [
            line(1, 'wagen', 'vans-en'),
            line(2, 'maps-en'),
            line(3, 'labels-de'),
            line(4, null),
            line(5, 'milk-de', 'milk-en', true),
          ],
        },
      ],
    },
    fr: { next: { slug: 'maps-en', next: { slug: 'labels-de' } } },
    none: { seriesParts: [], next: null },
  });
});

test('parts of a list of series in a language take a statement a level', async () => {
  const { statements } = await askWell(
    db,
    '{ seriesList { nodes { parts { post(language: "de", fallback: ["en"]) { slug } } posts(language: "de", fallback: ["en"]) { nodes { slug } } } } }',
  );
  assert.deepEqual(statements, [
    ...['languagesInUse', 'partsBySeries', 'postById', 'postsBySeriesInLanguages', 'seriesList'],
    'translationsByPost',
  ]);
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
