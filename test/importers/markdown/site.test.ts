import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { readMarkdownBlog } from '../../../src/importers/markdown/read-blog.ts';
import { blogOf, told } from '../blog-folder.ts';

test('site.yml says everything', async (t) => {
  const record = await blogOf(t, {
    'site.yml': [
      'name: Notes',
      'url: https://x.example/',
      'tagline: Short',
      'description: Long',
      'defaultLanguage: de',
      'languages: [de, { code: en, name: English, available: false }]',
      'permalinks: { post: /p/:slug }',
      'menus:',
      '  header: [{ label: A, url: /a, children: [{ label: B, url: "javascript:x" }] }, { url: /nameless }]',
      'announcements: [{ text: Soon, url: /soon, from: 2024-01-01 }]',
      'callsToAction: [{ title: Try, label: Now, url: https://x.example/try }, { title: Nothing }]',
    ],
  });
  assert.deepEqual(record.site, {
    name: 'Notes',
    url: 'https://x.example',
    tagline: 'Short',
    description: 'Long',
    defaultLanguage: 'de',
    languages: [
      { code: 'de', name: 'Deutsch', available: true },
      { code: 'en', name: 'English', available: false },
    ],
    permalinks: { post: '/p/:slug' },
    menus: { header: [{ label: 'A', url: '/a', children: [{ label: 'B', url: null, children: [] }] }] },
    announcements: [{ text: 'Soon', url: '/soon', from: '2024-01-01T00:00:00.000Z', until: null }],
    callsToAction: [{ title: 'Try', text: null, label: 'Now', url: 'https://x.example/try' }],
  });
  assert.deepEqual(told(record.problems), []);
});

const configs: Readonly<Record<string, string>> = {
  'hugo.toml': 'baseURL = "https://x.example/"\ntitle = "Notes"\ndefaultContentLanguage = "fr"',
  'config/_default/hugo.yaml': 'baseURL: https://x.example/\ntitle: Notes\nlanguageCode: fr',
  'config.toml': 'base_url = "https://x.example"\ntitle = "Notes"\ndefault_language = "fr"',
  '_config.yml': 'title: Notes\nurl: https://x.example\nlang: fr',
  'website/docusaurus.config.js':
    "module.exports = {\n  title: 'Notes',\n  url: 'https://x.example',\n  i18n: { defaultLocale: 'fr' },\n}",
  'data/site.yaml': 'title: Notes\nhost: https://x.example\nlocale: fr',
};
for (const [file, content] of Object.entries(configs)) {
  test(`reads ${file}`, async (t) => {
    const { site } = await blogOf(t, { [file]: content });
    assert.deepEqual([site?.name, site?.url, site?.defaultLanguage], ['Notes', 'https://x.example', 'fr']);
  });
}

test('a config.yml of something else says nothing of the site', async (t) => {
  assert.equal((await blogOf(t, { 'config.yml': 'backend: git\nmedia_folder: x' })).site, null);
});

test('the sample blog of this project reads without a problem', async () => {
  const { record } = await readMarkdownBlog(join(import.meta.dirname, '../../../content'), {
    source: 'sample',
  });
  assert.deepEqual(told(record.problems), []);
  assert.ok(record.posts.length >= 24 && record.series.length >= 3 && record.authors.length >= 6);
  assert.ok(record.resources.length >= 4 && record.redirects.length >= 1 && record.categories.length >= 4);
  assert.ok(
    record.posts.every(({ cover }) => cover === null || ('file' in cover.image && cover.image.width)),
  );
  assert.ok(
    record.posts.some(({ translationKey, language }) => translationKey !== null && language !== 'en'),
  );
  assert.ok(
    record.series.some(({ parts }) => parts.some(({ post, announced }) => post === null && announced)),
  );
  assert.doesNotMatch(record.posts.map(({ markdown }) => markdown).join(), /\]\([^):]*\.md/);
});
