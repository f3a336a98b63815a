/** Translations of a post, and the language that relations carry on. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { askWell } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { seed } from '../support/seed.ts';
import { translatedBlog } from '../support/translated-blog.ts';

const db = await testDatabase();
before(() => seed(db, translatedBlog));

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
