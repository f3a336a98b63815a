import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { graphql } from 'graphql';
import { createContext } from '../../src/context.ts';
import { schema } from '../../src/schema.ts';
import { askWell } from '../support/ask.ts';
import { emptyDatabase, testDatabase } from '../support/database.ts';
import { post, seed, site } from '../support/seed.ts';

const db = await testDatabase();
beforeEach(() => emptyDatabase(db));

test('everything a page needs around its content', async () => {
  await seed(db, {
    posts: [post('eins', { language: 'de' })],
    site: site({
      name: 'Notes',
      tagline: 'Of all sorts',
      description: 'Longer.',
      defaultLanguage: 'de',
      permalinks: { post: '/:year/:slug', author: '/people/:slug' },
      languages: [
        { code: 'de', name: 'Deutsch', available: true },
        { code: 'ja', name: '日本語', available: false },
      ],
      menus: {
        header: [
          { label: 'Topics', url: null, children: [{ label: 'SQL', url: '/tags/sql', children: [] }] },
        ],
        social: [{ label: 'Code', url: 'https://code.example/x', children: [] }],
        legal: [],
      },
      announcements: [
        { text: 'We moved.', url: '/moved', from: '2026-01-01', until: '2026-02-01T10:00:00+02:00' },
      ],
      callsToAction: [{ title: 'Try it', text: null, label: 'Now', url: 'https://try.example' }],
    }),
  });
  const { data, statements } = await askWell(
    db,
    `{ site { name url tagline description defaultLanguage languages { code name available } contentVersion
       menus { name place items { label url path children { label url path } } } header: menus(places: [HEADER, FOOTER]) { name } legal: menus(names: ["legal", "none"]) { name }
       permalinks { post tag category author series resource }
       announcements { text url from until } callsToAction { title text label url } } }`,
  );
  assert.deepEqual(data, {
    site: {
      name: 'Notes',
      url: 'https://blog.example/',
      tagline: 'Of all sorts',
      description: 'Longer.',
      defaultLanguage: 'de',
      languages: [
        { code: 'de', name: 'Deutsch', available: true },
        { code: 'ja', name: '日本語', available: false },
      ],
      contentVersion: await db.prisma.change.count(),
      menus: [
        {
          name: 'header',
          place: 'HEADER',
          items: [
            {
              label: 'Topics',
              url: null,
              path: null,
              children: [{ label: 'SQL', url: 'https://blog.example/tags/sql', path: '/tags/sql' }],
            },
          ],
        },
        { name: 'legal', place: null, items: [] },
        {
          name: 'social',
          place: 'SOCIAL',
          items: [{ label: 'Code', url: 'https://code.example/x', path: null, children: [] }],
        },
      ],
      header: [{ name: 'header' }],
      legal: [{ name: 'legal' }],
      permalinks: {
        post: '/:year/:slug',
        tag: '/tags/:slug',
        category: '/categories/:path',
        author: '/people/:slug',
        series: '/series/:slug',
        resource: '/resources/:slug',
      },
      announcements: [
        {
          text: 'We moved.',
          url: 'https://blog.example/moved',
          from: '2026-01-01T00:00:00.000Z',
          until: '2026-02-01T08:00:00.000Z',
        },
      ],
      callsToAction: [{ title: 'Try it', text: null, label: 'Now', url: 'https://try.example/' }],
    },
  });
  assert.deepEqual(statements, ['contentVersion', 'languagesInUse', 'site']);
});

test('a database without content still has a site', async () => {
  const { data } = await askWell(
    db,
    '{ site { id name defaultLanguage menus { name } contentVersion } posts { totalCount } }',
  );
  assert.deepEqual(data, {
    site: { id: 'U2l0ZTox', name: 'Blog', defaultLanguage: 'en', menus: [], contentVersion: 0 },
    posts: { totalCount: 0 },
  });
});

test("addresses of pages begin with the setting's site, else the site's own, else this API's", async () => {
  await seed(db, { posts: [post('one')], site: site({ url: 'https://own.example/' }) });
  const urlOf = async (setting: string | null): Promise<unknown> => {
    const contextValue = createContext({
      db,
      viewer: { kind: 'public' },
      urls: { site: setting, media: 'https://api.example' },
      requestId: 'test',
    });
    const { data } = await graphql({ schema, source: '{ post(by: {slug: "one"}) { url } }', contextValue });
    return JSON.parse(JSON.stringify(data));
  };
  assert.deepEqual(await urlOf('https://set.example'), { post: { url: 'https://set.example/blog/one' } });
  assert.deepEqual(await urlOf(null), { post: { url: 'https://own.example/blog/one' } });
  await emptyDatabase(db);
  await seed(db, { posts: [post('one')], site: null });
  assert.deepEqual(await urlOf(null), { post: { url: 'https://api.example/blog/one' } });
});
