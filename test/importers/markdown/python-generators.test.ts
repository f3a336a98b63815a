/** Blogs of Pelican, Nikola and Material for MkDocs, in their own ways. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blogOf, told } from '../blog-folder.ts';

test('Pelican: headers that are no YAML, marked links, translations by slug, pages, settings', async (t) => {
  const record = await blogOf(t, {
    'pelicanconf.py':
      'AUTHOR = "Me"\nSITENAME = "Tea & more"\nSITEURL = \'https://tea.example\'\nDEFAULT_LANG = "en"\n',
    'content/green/brew.md': [
      'Title: Brewing: a "story" @ home',
      'Date: 2020-12-03 10:20',
      'Tags: water, heat,',
      '    time',
      'Slug: brew',
      'Authors: Jane Doe; John Roe',
      'Summary: In short',
      '    and long',
      '',
      'See [cups]({filename}cups.md), [again]({filename}/green/cups.md), [old](|filename|cups.md), [tag]({tag}water).',
      '',
      '`[x]({filename}y.md)`',
      '',
      '    :::python',
      '    print(1)',
    ],
    'content/green/cups.md': 'Title: Cups\nDate: 2020-12-04\nSlug: cups\n\nText.',
    'content/green/cups-fr.md': 'Title: Tasses\nDate: 2020-12-04\nLang: fr\nSlug: cups\n\nTexte.',
    'content/2020-12-05_alone.md': 'Title: Alone: one line\n\nText.',
    'content/pages/about.md': 'Title: About us\nDate: 2020-12-04\n\nUs.',
  });
  assert.deepEqual(told(record.problems), []);
  assert.equal(record.site?.name, 'Tea & more');
  assert.equal(record.site.url, 'https://tea.example');
  assert.deepEqual(
    record.posts.map(({ title, path, language }) => [title, path, language]),
    [
      ['Alone: one line', '/blog/alone', 'en'],
      ['Brewing: a "story" @ home', '/blog/brew', 'en'],
      ['Tasses', '/fr/blog/cups', 'fr'],
      ['Cups', '/blog/cups', 'en'],
    ],
  );
  const [alone, brew, tasses, cups] = record.posts;
  assert.equal(alone?.markdown.trim(), 'Text.');
  assert.deepEqual(
    [brew?.tags, brew?.authors],
    [
      ['water', 'heat', 'time'],
      ['jane-doe', 'john-roe'],
    ],
  );
  assert.equal(brew?.summary, 'In short and long');
  assert.match(
    brew.markdown,
    /\[cups\]\(\/blog\/cups\), \[again\]\(\/blog\/cups\), \[old\]\(\/blog\/cups\), \[tag\]\(\/tag\/water\)/,
  );
  assert.match(brew.markdown, /`\[x\]\(\{filename\}y\.md\)`/);
  assert.match(brew.markdown, /```python\nprint\(1\)\n```/);
  assert.ok(cups?.translationKey);
  assert.equal(cups.translationKey, tasses?.translationKey);
  assert.deepEqual(
    record.skipped.map(({ file }) => file),
    ['content/pages/about.md'],
  );
});

test('Pelican and Nikola: the author and the address that the settings name', async (t) => {
  const pelican = await blogOf(t, {
    'pelicanconf.py': [
      "AUTHOR = 'Jane Doe'",
      "AUTHOR_SAVE_AS = ''",
      "SITENAME = 'Tea'",
      "SITEURL = ''",
      "ARTICLE_URL = 'notes/{date:%Y}/{slug}.html'",
    ],
    'publishconf.py': "from pelicanconf import *\nSITEURL = 'https://tea.example'\n",
    'content/one.md': 'Title: One\nDate: 2020-12-03\n\nText.',
    'content/two.md':
      'Title: Two\nDate: 2020-12-04\nAuthor: John Roe\n\nSee [one](https://tea.example/notes/2020/one.html).',
  });
  assert.deepEqual([pelican.site?.name, pelican.site?.url], ['Tea', 'https://tea.example']);
  const [one, two] = pelican.posts;
  assert.deepEqual([one?.authors, two?.authors], [['jane-doe'], ['john-roe']]);
  assert.deepEqual(one?.path, '/notes/2020/one.html');
  assert.match(two?.markdown ?? '', /\[one\]\(\/notes\/2020\/one\.html\)/);
  const nikola = await blogOf(t, {
    'conf.py': 'BLOG_AUTHOR = "Your Name"\nBLOG_TITLE = "Notes"\n',
    'posts/one.md': '.. title: One\n.. date: 2015-03-25\n\nText.',
  });
  assert.deepEqual(nikola.posts[0]?.authors, []);
});

test('Nikola: headers in a comment and bare, tags that are instructions', async (t) => {
  const record = await blogOf(t, {
    'conf.py': 'BLOG_TITLE = "Notes"\nSITE_URL = "https://notes.example/"\n',
    'posts/one.md': [
      '<!--',
      '.. title: One: the first',
      '.. slug: first',
      '.. date: 2015-03-25 21:44:25 UTC-05:00',
      '.. tags: tea, mathjax',
      '.. link: ',
      '-->',
      '',
      'Begin.',
      '',
      '<!-- TEASER_END -->',
      '',
      'End.',
    ],
    'posts/two.md': '.. title: Two\n.. date: 16 January 2022\n.. tags: draft, tea\n\nText.',
    'posts/two.es.md': '.. title: Dos\n.. date: 16 January 2022\n\nTexto.',
    'posts/three.md': 'Dots stay text.\n\n.. title: no\n',
  });
  assert.equal(record.site?.name, 'Notes');
  const [one, three, dos, two] = record.posts;
  assert.deepEqual([one?.title, one?.slug, one?.tags], ['One: the first', 'first', ['tea']]);
  assert.deepEqual(one?.publishedAt, new Date('2015-03-26T02:44:25Z'));
  assert.match(one.markdown, /^Begin\.\n\n<!--more-->\n\nEnd\.$/m);
  assert.match(three?.markdown ?? '', /\.\. title: no/);
  assert.deepEqual([two?.title, two?.wanted, two?.tags], ['Two', 'draft', ['tea']]);
  assert.deepEqual([dos?.title, dos?.language, dos?.wanted], ['Dos', 'es', 'published']);
});

test('Material for MkDocs: its authors, values of folders, dates, site', async (t) => {
  const record = await blogOf(t, {
    'mkdocs.yml':
      'site_name: Notes\nsite_url: https://notes.example/\nmarkdown_extensions:\n  - x: !!python/name:a.b\n',
    'docs/index.md': '# Home',
    'docs/blog/index.md': '# Blog',
    'docs/blog/.authors.yml':
      'authors:\n  jane:\n    name: Jane Doe\n    description: Writes\n  joe:\n    name: Joe\n',
    'docs/blog/posts/.meta.yml': 'categories: [Tea]\nhide: [x]\n',
    'docs/blog/posts/one.md':
      '---\ndate:\n  created: 2023-01-31\n  updated: 2023-02-02\nauthors: [jane]\n---\n# One\n\n[Two](two.md)',
    'docs/blog/posts/two.md': '---\ndate: 2023-03-01\nauthors: [joe, jane]\n---\n# Two\nx',
    'docs/.hidden.yml': 'x: 1',
  });
  assert.deepEqual(told(record.problems), []);
  assert.equal(record.site?.name, 'Notes');
  assert.deepEqual(
    record.authors.map(({ key, name, declared }) => [key, name, declared]),
    [
      ['jane', 'Jane Doe', true],
      ['joe', 'Joe', true],
    ],
  );
  const [one, two] = record.posts;
  assert.deepEqual([one?.title, two?.title], ['One', 'Two']);
  assert.deepEqual([one?.publishedAt, one?.updatedAt], [new Date('2023-01-31'), new Date('2023-02-02')]);
  assert.deepEqual([one?.categories, two?.authors], [['tea'], ['joe', 'jane']]);
});
