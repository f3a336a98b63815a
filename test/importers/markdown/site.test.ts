import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { readMarkdownBlog } from '../../../src/importers/markdown/read-blog.ts';
import { blogOf, text, told } from '../blog-folder.ts';

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

const inCode: Readonly<
  Record<string, readonly [Record<string, string>, string | null, string | null, string]>
> = {
  'VitePress, in a folder that begins with a dot': [
    {
      '.vitepress/config.mts':
        "// title: 'no'\nexport default defineConfig({ title: \"Tea\", lang: 'zh-CN', themeConfig: { title: 'x' } })",
      '.vitepress/cache/config.ts': "export default { title: 'no' }",
    },
    'Tea',
    null,
    'zh-CN',
  ],
  'VuePress without a name': [
    { 'docs/.vuepress/config.js': "module.exports = { lang: 'fr-FR' }" },
    null,
    null,
    'fr-FR',
  ],
  'Astro, with its address in another file': [
    {
      'src/consts.ts': "/* title: 'no' */\nexport const SITE_TITLE: string = 'Tea & more';\n",
      'astro.config.mjs': "export default defineConfig({ site: 'https://tea.example/' });",
    },
    'Tea & more',
    'https://tea.example',
    'en',
  ],
  'a theme of Astro': [
    {
      'src/config.ts':
        'export const SITE = { website: "https://tea.example/", title: "Tea", lang: "zh_CN" };',
    },
    'Tea',
    'https://tea.example',
    'zh-CN',
  ],
  'a template of Next': [
    {
      'data/siteMetadata.js':
        "module.exports = { title: 'Tea', headerTitle: 'x', siteUrl: 'https://tea.example', language: 'de-de' }",
    },
    'Tea',
    'https://tea.example',
    'de-DE',
  ],
  Quartz: [
    {
      'quartz.config.ts':
        'const config = { configuration: { pageTitle: "Tea", locale: "nl-NL", baseUrl: "tea.example/b" } }',
    },
    'Tea',
    'https://tea.example/b',
    'nl-NL',
  ],
  'data of Eleventy': [
    { '_data/metadata.js': 'export default { title: "Tea", url: "https://tea.example/", language: "it" };' },
    'Tea',
    'https://tea.example',
    'it',
  ],
  'code about something else': [{ 'src/config.ts': 'export const port = 3000;' }, null, null, 'en'],
};

for (const [name, [files, title, url, language]] of Object.entries(inCode)) {
  test(`what the site is called, in code: ${name}`, async (t) => {
    const record = await blogOf(t, { 'posts/a.md': text('title: A', 'date: 2024-01-01'), ...files });
    assert.deepEqual(
      [record.site?.name ?? null, record.site?.url ?? null, record.posts[0]?.language],
      [title, url, language],
    );
  });
}
