/** A small site of each generator, in its own ways. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlogRecord } from '../../../src/domain/blog-record.ts';
import { blogOf, told } from '../blog-folder.ts';

const paths = ({ posts }: BlogRecord): Record<string, string> =>
  Object.fromEntries(posts.map(({ key, path }) => [key, path]));

const skipped = (record: BlogRecord): string[] => record.skipped.map(({ file }) => file);

test('Hugo: sections, bundles, permalinks by section, cascade, aliases, term pages, TOML', async (t) => {
  const record = await blogOf(t, {
    'hugo.toml': [
      'baseURL = "https://hugo.example/"',
      'languageCode = "en-us"',
      'title = "A Hugo site"',
      '[permalinks]',
      'posts = "/:year/:month/:title/"',
    ],
    'archetypes/default.md': '---\ndate: {{ .Date }}\n---\n',
    'themes/x/exampleSite/content/posts/sample.md': '---\ntitle: Sample\ndate: 2020-01-01\n---\nx',
    'content/about.md': '+++\ntitle = "About"\ndate = 2020-01-01\n+++\nMe.',
    'content/posts/_index.md': '---\ntitle: Posts\ncascade:\n  author: Jane Doe\n  showDate: true\n---\n',
    'content/posts/first-post.md': [
      '+++',
      'title = "The First"',
      'date = 2024-02-03T10:00:00+01:00',
      'lastmod = 2024-02-05',
      'tags = ["Go", "hugo"]',
      'categories = ["Notes"]',
      'aliases = ["old-first", "/older"]',
      'series = ["Beginnings"]',
      '[params]',
      'subtitle = "A start"',
      '+++',
      'Text.',
      '<!--more-->',
      'More. See [the second]({{< ref "second/index.md" >}}).',
    ],
    'content/posts/second/index.md': [
      '---',
      'title: Second',
      'date: 2024-03-01',
      'series: [Beginnings]',
      '---',
      'x',
    ],
    'content/tags/go/_index.md': '---\ntitle: Golang\ndescription: The language.\n---\n',
  });
  assert.deepEqual(told(record.problems), []);
  assert.deepEqual(paths(record), {
    'content/posts/first-post.md': '/2024/02/the-first',
    'content/posts/second/index.md': '/2024/03/second',
  });
  const [first] = record.posts;
  assert.equal(first?.language, 'en-US');
  assert.equal(first.subtitle, 'A start');
  assert.deepEqual(first.publishedAt, new Date('2024-02-03T09:00:00Z'));
  assert.deepEqual(first.updatedAt, new Date('2024-02-05'));
  assert.deepEqual(first.authors, ['jane-doe']);
  assert.deepEqual(first.aliases, ['/posts/old-first', '/older']);
  assert.deepEqual(first.metadata, {});
  assert.match(first.markdown, /\[the second\]\(\/2024\/03\/second\)/);
  assert.deepEqual(
    record.tags.map(({ slug, name, declared }) => [slug, name, declared]),
    [
      ['go', 'Golang', true],
      ['hugo', 'hugo', false],
    ],
  );
  assert.deepEqual(
    record.series.map(({ title, parts }) => [title, parts.map(({ post }) => post)]),
    [['Beginnings', ['content/posts/first-post.md', 'content/posts/second/index.md']]],
  );
  assert.equal(record.site?.url, 'https://hugo.example');
  assert.deepEqual(skipped(record), [
    'archetypes/default.md',
    'content/about.md',
    'content/posts/_index.md',
    'themes/x/exampleSite/content/posts/sample.md',
  ]);
});

test('Jekyll: names with dates, drafts, defaults, categories of folders, post_url, excerpt separator', async (t) => {
  const record = await blogOf(t, {
    '_config.yml': [
      'title: A Jekyll site',
      'url: https://jekyll.example',
      'baseurl: /log',
      'permalink: /:categories/:year/:title.html',
      'excerpt_separator: "<!--cut-->"',
      'defaults:',
      '  - scope: { path: "", type: posts }',
      '    values: { author: jane, layout: post }',
    ],
    '_data/authors.yml': ['jane:', '  name: Jane Doe', '  email: jane@jekyll.example', '  twitter: jane'],
    '_posts/2024-02-03-hello-world.md': [
      '---',
      'tags: red green',
      'category: big news',
      'redirect_from: /old/',
      '---',
      '# Hello, **world**',
      '',
      'Start.<!--cut-->',
      'Rest, as [before]({% post_url 2023-01-02-earlier %}).',
    ],
    '_posts/2023-01-02-earlier.markdown': '---\ntitle: Earlier\nlayout: post\npublished: false\n---\nx',
    '_drafts/an-idea.md': '---\ntitle: An idea\n---\nx',
    'work/_posts/2022-05-06-Job.md': '---\ntitle: Job\n---\nx',
    'about.md': '---\ntitle: About\n---\nx',
    'index.html': '---\nlayout: home\n---\n',
    '_includes/note.md': 'x',
  });
  assert.deepEqual(told(record.problems), ['warning _drafts/an-idea.md: no date']);
  assert.deepEqual(paths(record), {
    '_drafts/an-idea.md': '/an-idea.html',
    '_posts/2023-01-02-earlier.markdown': '/2023/earlier.html',
    '_posts/2024-02-03-hello-world.md': '/big-news/2024/hello-world.html',
    'work/_posts/2022-05-06-Job.md': '/work/2022/Job.html',
  });
  const hello = record.posts.find(({ slug }) => slug === 'hello-world');
  assert.equal(hello?.title, 'Hello, world');
  assert.deepEqual(hello.tags, ['red', 'green']);
  assert.deepEqual(hello.aliases, ['/old']);
  assert.equal(hello.markdown, 'Start.\n<!--more-->\n\nRest, as [before](/2023/earlier.html).');
  assert.deepEqual(hello.publishedAt, new Date('2024-02-03'));
  assert.deepEqual(
    record.posts.map(({ wanted }) => wanted),
    ['draft', 'draft', 'published', 'published'],
  );
  assert.equal(record.site?.url, 'https://jekyll.example/log');
  const [jane] = record.authors;
  assert.deepEqual(jane?.links, [{ label: 'Twitter', url: 'https://twitter.com/jane' }]);
  assert.doesNotMatch(JSON.stringify(record), /jane@/);
  assert.deepEqual(skipped(record), ['_includes/note.md', 'about.md']);
});

test('Docusaurus: authors.yml, tags.yml, slugs with slashes, truncate, partials, translations', async (t) => {
  const record = await blogOf(t, {
    'docusaurus.config.ts': [
      "const config = { title: 'A Docusaurus site', url: 'https://docusaurus.example', baseUrl: '/',",
      "  i18n: { defaultLocale: 'en', locales: ['en', 'fr'] } };",
    ],
    'blog/authors.yml': [
      'jane:',
      '  name: Jane Doe',
      '  title: Maintainer',
      '  url: https://jane.example',
      '  image_url: https://jane.example/me.png',
      '  page: true',
      '  socials: { github: janedoe, mastodon: "https://social.example/@jane" }',
    ],
    'blog/tags.yml': [
      'news:',
      '  label: Project news',
      '  permalink: /the-news',
      '  description: What happened.',
    ],
    'blog/2024-02-03-hello.mdx': [
      '---',
      'authors: [jane, { name: Guest, title: Reader }]',
      'tags: [news]',
      '---',
      '# Hello',
      '',
      'x',
      '{/* truncate */}',
      'y',
    ],
    'blog/2024/other/index.md': [
      '---',
      'slug: /deep/other',
      'title: Other',
      'date: 2024-03-04T05:06',
      'authors: jane',
      'unlisted: true',
      '---',
      'x',
    ],
    'blog/_partial.mdx': 'x',
    'docs/intro.md': '---\ntitle: Intro\n---\nx',
    'i18n/fr/docusaurus-plugin-content-blog/2024-02-03-hello.mdx': '# Bonjour\n\nx',
  });
  assert.deepEqual(told(record.problems), ['warning blog/2024/other/index.md:6 kept as a draft']);
  assert.deepEqual(paths(record), {
    'blog/2024-02-03-hello.mdx': '/blog/hello',
    'blog/2024/other/index.md': '/blog/deep/other',
    'i18n/fr/docusaurus-plugin-content-blog/2024-02-03-hello.mdx': '/fr/blog/hello',
  });
  const [hello, , bonjour] = record.posts;
  assert.deepEqual(hello?.authors, ['jane', 'guest']);
  assert.equal(hello.translationKey, bonjour?.translationKey);
  assert.equal(bonjour?.language, 'fr');
  assert.notEqual(hello.translationKey, null);
  assert.deepEqual(
    record.authors.map(({ name, role, declared }) => [name, role, declared]),
    [
      ['Jane Doe', 'Maintainer', true],
      ['Guest', 'Reader', false],
    ],
  );
  assert.deepEqual(
    record.tags.map(({ slug, path, name }) => [slug, path, name]),
    [['the-news', '/tags/the-news', 'Project news']],
  );
  assert.deepEqual(record.site?.languages, [
    { code: 'en', name: 'English', available: true },
    { code: 'fr', name: 'Français', available: true },
  ]);
});

test('Zola: paths of the front matter, taxonomies, extra, a draft section, sections without dates', async (t) => {
  const record = await blogOf(t, {
    'config.toml': ['base_url = "https://zola.example"', 'title = "A Zola site"', 'default_language = "en"'],
    'content/_index.md': '+++\nsort_by = "date"\n+++\n',
    'content/2025-01-02_First Post!.md': [
      '+++',
      'title = "First"',
      '[taxonomies]',
      'tags = ["a", "B"]',
      '[extra]',
      'cover = "/x.png"',
      'team = "Core"',
      '+++',
      'x',
    ],
    'content/pathed.md': [
      '+++',
      'title = "Pathed"',
      'path = "2024/03/04/pathed"',
      'aliases = ["old.html"]',
      '+++',
      'See [first](@/2025-01-02_First%20Post!.md#top).',
    ],
    'content/secret/_index.md': '+++\ndraft = true\n+++\n',
    'content/secret/plan.md': '+++\ntitle = "Plan"\ndate = 2025-01-01\n+++\nx',
    'content/pages/imprint.md': '+++\ntitle = "Imprint"\n+++\nx',
  });
  assert.deepEqual(told(record.problems), []);
  assert.deepEqual(paths(record), {
    'content/2025-01-02_First Post!.md': '/blog/first-post',
    'content/pathed.md': '/2024/03/04/pathed',
    'content/secret/plan.md': '/blog/plan',
  });
  const [first, pathed, plan] = record.posts;
  assert.deepEqual(first?.tags, ['a', 'b']);
  assert.deepEqual(first.cover?.image, { url: '/x.png' });
  assert.deepEqual(first.metadata, { extra: { team: 'Core' } });
  assert.deepEqual(pathed?.publishedAt, new Date('2024-03-04'));
  assert.deepEqual(pathed.aliases, ['/old.html']);
  assert.match(pathed.markdown, /\(\/blog\/first-post#top\)/);
  assert.equal(plan?.wanted, 'draft');
});
