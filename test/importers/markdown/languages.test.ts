import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlogRecord } from '../../../src/domain/blog-record.ts';
import { languageTag } from '../../../src/importers/markdown/fields/language-tag.ts';
import { blogOf, text, told } from '../blog-folder.ts';

const languages = ({ posts }: BlogRecord): Record<string, string> =>
  Object.fromEntries(posts.map(({ key, language, path }) => [key, `${language} ${path}`]));

/** Groups of translations, by file. */
function translations({ posts }: BlogRecord): string[][] {
  const groups = Map.groupBy(
    posts.filter(({ translationKey }) => translationKey !== null),
    (post) => post.translationKey,
  );
  return [...groups.values()].map((group) => group.map(({ key }) => key));
}

const post = text('title: T', 'date: 2024-01-01');

test('knows languages from other short words', () => {
  assert.deepEqual(['en', 'pt_br', 'zh-hans', 'es-419', 'en_US.UTF-8'].map(languageTag), [
    'en',
    'pt-BR',
    'zh-Hans',
    'es-419',
    'en-US',
  ]);
  assert.deepEqual(['js', 'md', 'go', 'xx', 'english', '', 'v2'].map(languageTag), [
    null,
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('suffixes of files', async (t) => {
  const record = await blogOf(t, {
    'posts/a.md': post,
    'posts/a.fr.md': post,
    'posts/b/index.md': post,
    'posts/b/index.pt-BR.md': post,
    'posts/only.fr.md': post,
    'posts/node.js.md': post,
    'posts/crates.io.md': post,
  });
  assert.deepEqual(languages(record), {
    'posts/a.md': 'en /blog/a',
    'posts/a.fr.md': 'fr /fr/blog/a',
    'posts/b/index.md': 'en /blog/b',
    'posts/b/index.pt-BR.md': 'pt-BR /pt-br/blog/b',
    'posts/only.fr.md': 'fr /fr/blog/only',
    'posts/node.js.md': 'en /blog/node.js',
    'posts/crates.io.md': 'en /blog/crates.io',
  });
  assert.deepEqual(translations(record), [
    ['posts/a.fr.md', 'posts/a.md'],
    ['posts/b/index.md', 'posts/b/index.pt-BR.md'],
  ]);
});

test('folders of languages, and folders that only look like some', async (t) => {
  const record = await blogOf(t, {
    'content/en/posts/a.md': post,
    'content/ja/posts/a.md': post,
    'content/ja/posts/it/b.md': post,
  });
  assert.deepEqual(languages(record), {
    'content/en/posts/a.md': 'en /blog/a',
    'content/ja/posts/a.md': 'ja /ja/blog/a',
    'content/ja/posts/it/b.md': 'ja /ja/blog/b',
  });
  const topics = await blogOf(t, { 'posts/it/a.md': post, 'posts/cs/b.md': post, 'posts/c.md': post });
  assert.deepEqual(new Set(topics.posts.map(({ language }) => language)), new Set(['en']));
  const beside = await blogOf(t, { 'posts/a.md': post, 'posts/es/a.md': post, 'posts/es/b.md': post });
  assert.deepEqual(
    beside.posts.map(({ language }) => language),
    ['en', 'es', 'es'],
  );
});

test('the site names its languages', async (t) => {
  const record = await blogOf(t, {
    'site.yml':
      'name: S\ndefaultLanguage: de\nlanguages: [{ code: de, name: Deutsch }, { code: it, available: false }]',
    'posts/it/a.md': post,
    'posts/b.md': post,
  });
  assert.deepEqual(languages(record), { 'posts/it/a.md': 'it /it/blog/a', 'posts/b.md': 'de /blog/b' });
  assert.deepEqual(record.site?.languages, [
    { code: 'de', name: 'Deutsch', available: true },
    { code: 'it', name: 'Italiano', available: false },
  ]);
});

test('a site in en-US and a folder en mean the same', async (t) => {
  const record = await blogOf(t, {
    'hugo.toml': 'title = "S"\nlanguageCode = "en-us"',
    'content/en/posts/a.md': post,
    'content/fr/posts/a.md': post,
  });
  assert.deepEqual(Object.values(languages(record)), ['en /blog/a', 'fr /fr/blog/a']);
  assert.equal(record.site?.defaultLanguage, 'en');
});

test('front matter says the language, and which post it translates', async (t) => {
  const record = await blogOf(t, {
    'posts/hello.md': text('title: T', 'date: 2024-01-01', 'ref: hi'),
    'posts/hallo.md': text('title: T', 'date: 2024-01-01', 'lang: de', 'ref: hi'),
    'posts/salut.md': text('title: T', 'date: 2024-01-01', 'locale: fr_FR', 'translation_of: hello'),
    'posts/encore.md': text('title: T', 'date: 2024-01-01', 'lang: fr-FR', 'ref: hi'),
    'posts/odd.md': text('title: T', 'date: 2024-01-01', 'lang: klingonese'),
  });
  assert.deepEqual(
    record.posts.map(({ language }) => language),
    ['fr-FR', 'de', 'en', 'en', 'fr-FR'],
  );
  assert.deepEqual(translations(record), [['posts/encore.md', 'posts/hallo.md', 'posts/hello.md']]);
  assert.deepEqual(told(record.problems), [
    'warning posts/odd.md:4 unknown language "klingonese"',
    'warning posts/salut.md: left out of its translations',
  ]);
  assert.deepEqual(record.posts[3]?.metadata, { lang: 'klingonese' });
});

test('translations share a slug that nobody wrote', async (t) => {
  const record = await blogOf(t, {
    'content/en/posts/2022/kubecon.md': text('title: T', 'date: 2022-01-01'),
    'content/en/posts/2023/kubecon.md': text('title: T', 'date: 2023-01-01'),
    'content/ja/posts/2023/kubecon.md': text('title: T', 'date: 2023-01-01'),
  });
  assert.deepEqual(
    record.posts.map(({ slug }) => slug),
    ['kubecon', '2023-kubecon', '2023-kubecon'],
  );
});

test('translations that write down one permalink', async (t) => {
  const record = await blogOf(t, {
    '_config.yml': 'title: S\ndefault_lang: en\nlanguages: [en, fr]',
    '_posts/2024-01-01-a.md': text('title: A', 'lang: en', 'permalink: /a/'),
    '_posts/2024-01-01-un.md': text('title: Un', 'lang: fr', 'permalink: /a/'),
  });
  assert.deepEqual(Object.values(languages(record)), ['en /a', 'fr /fr/a']);
  assert.deepEqual(translations(record), [['_posts/2024-01-01-a.md', '_posts/2024-01-01-un.md']]);
  assert.deepEqual(told(record.problems), []);
});

test('a slug that a translation writes is its own: neither the original nor other translations take it', async (t) => {
  const record = await blogOf(t, {
    'posts/vans.md': post,
    'posts/vans.de.md': '---\ntitle: Wagen\nslug: wagen\ndate: 2026-01-02\n---\nText.',
    'posts/vans.fr.md': post,
  });
  assert.deepEqual(
    record.posts.map(({ key, slug }) => [key, slug]),
    [
      ['posts/vans.de.md', 'wagen'],
      ['posts/vans.fr.md', 'vans'],
      ['posts/vans.md', 'vans'],
    ],
  );
  assert.deepEqual(record.problems, []);
});
