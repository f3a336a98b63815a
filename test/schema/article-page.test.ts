/** The page of an article in one document: what it says, and the statements it takes, whatever the article has. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { beforeEach, test } from 'node:test';
import type { BlogRecord } from '../../src/domain/blog-record.ts';
import { askWell } from '../support/ask.ts';
import { emptyDatabase, testDatabase } from '../support/database.ts';
import { author, category, post, resource, seed, series, site } from '../support/seed.ts';

const document = await readFile(new URL('../../bench/queries/article-page.graphql', import.meta.url), 'utf8');
const db = await testDatabase();
beforeEach(() => emptyDatabase(db));

/** Two statements of a name are two levels: the post's own authors, and those of its related posts. */
const statementNames = [
  'authorsByPost',
  'authorsByPost',
  'bodyByPost',
  'categoriesByPost',
  'categoriesByPost',
  'categoryByTreePath',
  'imageById',
  'imageById',
  'languagesInUse',
  'nextPostInBlog',
  'nextPostInSeries',
  'partsByPost',
  'partsBySeries',
  'postById',
  'postBySlug',
  'previousPostInBlog',
  'previousPostInSeries',
  'relatedByPost',
  'resourcesByPost',
  'seriesById',
  'site',
  'speakersByResource',
  'tagById',
  'tagsByPost',
  'translationsByPost',
];

const picture = (name: string) => ({
  image: { url: `https://img.example/${name}.png` },
  alt: name,
  caption: null,
});

/** An article with so many of everything. */
function pageWith(count: {
  readonly tags: number;
  readonly parts: number;
  readonly related: number;
}): Partial<BlogRecord> {
  const tags = Array.from({ length: count.tags }, (_, index) => `tag-${index}`);
  const others = Array.from({ length: Math.max(count.related, count.parts) }, (_, index) =>
    post(`other-${index}`, {
      tags: index < count.related ? [tags[index % count.tags]!] : ['elsewhere'],
      authors: [`author-${index % 3}`],
      categories: ['eng/db'],
      cover: picture(`other-${index}`),
      publishedAt: new Date(Date.UTC(2026, 0, 1 + index)),
    }),
  );
  const authors = Array.from({ length: 3 }, (_, index) =>
    author(`author-${index}`, { avatar: { url: `https://img.example/author-${index}.png` } }),
  );
  return {
    authors,
    categories: [category('eng'), category('eng/db')],
    posts: [
      // Related, and in no series: the document leaves posts of the article's own series out.
      post('more', { tags: ['tag-0'], authors: ['author-2'], categories: ['eng'], cover: picture('more') }),
      post('article', {
        tags,
        authors: ['author-0', 'author-1'],
        categories: ['eng/db'],
        cover: picture('article'),
        publishedAt: new Date('2026-01-01T12:00:00Z'),
      }),
      ...others,
    ],
    series: [series('saga', ['article', ...others.slice(0, count.parts - 2).map(({ key }) => key), null])],
    resources: Array.from({ length: count.related }, (_, index) =>
      resource(`resource-${index}`, {
        kind: index % 2 ? 'VIDEO' : 'WEBINAR',
        tags: [tags[0]!],
        image: picture(`resource-${index}`),
      }),
    ),
  };
}

for (const count of [
  { tags: 1, parts: 2, related: 1 },
  { tags: 3, parts: 3, related: 4 },
  { tags: 30, parts: 40, related: 25 },
]) {
  test(`the same ${statementNames.length} statements with ${count.tags} tags, ${count.parts} parts, ${count.related} related posts`, async () => {
    await seed(db, pageWith(count));
    const { statements, sql } = await askWell(db, document, { slug: 'article' });
    assert.deepEqual(statements, statementNames);
    for (const text of sql) assert.match(text, /^\/\* \w+ \*\//, 'each is prepared');
  });
}

const frame = {
  tagline: 'Notes',
  languages: [
    { code: 'en', name: 'English', available: true },
    { code: 'ja', name: '日本語', available: false },
  ],
  menus: {
    header: [
      {
        label: 'Blog',
        url: '/blog',
        children: [{ label: 'Code', url: 'https://code.example', children: [] }],
      },
    ],
  },
  announcements: [{ text: 'We moved.', url: '/blog/part-1', from: '2026-01-01', until: null }],
  callsToAction: [{ title: 'Try it', text: null, label: 'Start', url: 'https://try.example' }],
};

test('all that the page shows', async () => {
  await seed(db, {
    site: site(frame),
    authors: [author('ada', { name: 'Ada', role: 'Engineer', bio: 'Counts.' })],
    categories: [category('eng', { name: 'Engineering' })],
    posts: [
      post('part-1', { title: 'Part one', publishedAt: new Date('2026-01-01') }),
      post('part-2', {
        title: 'Part two',
        publishedAt: new Date('2026-02-01'),
        tags: ['sql', 'ops'],
        authors: ['ada'],
        categories: ['eng'],
        markdown: '## Why\n\nBecause.',
      }),
      post('elsewhere', {
        title: 'Elsewhere',
        publishedAt: new Date('2026-03-01'),
        tags: ['sql'],
        authors: ['ada'],
        categories: ['eng'],
        markdown: 'Some words.',
      }),
    ],
    series: [series('saga', ['part-1', 'part-2', null], { title: 'A saga' })],
    resources: [
      resource('talk', { tags: ['sql'] }),
      resource('film', { tags: ['ops', 'sql'], kind: 'VIDEO' }),
      resource('book', { tags: ['sql'], kind: 'EBOOK' }),
    ],
  });
  const { data } = await askWell(db, document, { slug: 'part-2' });
  const answer = data as { readonly site: object; readonly post: Record<string, unknown> };
  assert.deepEqual(answer.site, {
    name: 'The blog',
    url: 'https://blog.example/',
    tagline: 'Notes',
    defaultLanguage: 'en',
    menus: [
      {
        place: 'HEADER',
        items: [
          {
            label: 'Blog',
            path: '/blog',
            url: 'https://blog.example/blog',
            children: [{ label: 'Code', path: null, url: 'https://code.example/' }],
          },
        ],
      },
    ],
    announcements: [
      {
        text: 'We moved.',
        url: 'https://blog.example/blog/part-1',
        from: '2026-01-01T00:00:00.000Z',
        until: null,
      },
    ],
    callsToAction: [{ title: 'Try it', text: null, label: 'Start', url: 'https://try.example/' }],
  });
  const { id, url, wordCount, seo, ...page } = answer.post;
  assert.deepEqual([typeof id, url, wordCount], ['string', 'https://blog.example/blog/part-2', 2]);
  const { html } = (seo as { readonly headTags: { readonly html: string } }).headTags;
  assert.match(html, /^<title>Part two · The blog<\/title>\n<meta name="description" content="Because\.">/);
  const named = (name: string, path: string) => ({ name, path });
  const engineering = named('Engineering', '/topics/eng');
  assert.deepEqual(page, {
    title: 'Part two',
    subtitle: null,
    path: '/blog/part-2',
    language: 'en',
    publishedAt: '2026-02-01T00:00:00.000Z',
    updatedAt: null,
    readingTimeMinutes: 1,
    breadcrumb: [named('The blog', '/'), engineering, named('Part two', '/blog/part-2')],
    languages: [
      { code: 'en', name: 'English', isCurrent: true, post: { title: 'Part two', path: '/blog/part-2' } },
      { code: 'ja', name: '日本語', isCurrent: false, post: null },
    ],
    supersededBy: null,
    category: engineering,
    coverImage: null,
    authors: [
      { name: 'Ada', kind: 'PERSON', role: 'Engineer', bio: 'Counts.', path: '/authors/ada', avatar: null },
    ],
    tags: [named('sql', '/tags/sql'), named('ops', '/tags/ops')],
    topics: [
      { ...named('sql', '/tags/sql'), postCount: 2 },
      { ...named('ops', '/tags/ops'), postCount: 1 },
    ],
    body: {
      html: '<h2 id="why">Why</h2>\n<p>Because.</p>',
      tableOfContents: [{ anchor: 'why', text: 'Why', level: 2, parentAnchor: null }],
    },
    seriesParts: [
      {
        position: 2,
        total: 3,
        series: { title: 'A saga', path: '/series/saga', description: null },
        outline: [
          {
            isCurrent: false,
            part: { position: 1, title: 'Part one', summary: null, post: { path: '/blog/part-1' } },
          },
          {
            isCurrent: true,
            part: { position: 2, title: 'Part two', summary: null, post: { path: '/blog/part-2' } },
          },
          { isCurrent: false, part: { position: 3, title: 'Part 3 to come', summary: null, post: null } },
        ],
      },
    ],
    previous: { title: 'Part one', path: '/blog/part-1' },
    next: { title: 'Elsewhere', path: '/blog/elsewhere' },
    related: {
      edges: [
        {
          score: 3.248011,
          reasons: [
            { kind: 'SHARED_TAGS', tags: [{ name: 'sql' }] },
            { kind: 'SHARED_TERMS', tags: [] },
          ],
          node: {
            title: 'Elsewhere',
            path: '/blog/elsewhere',
            publishedAt: '2026-03-01T00:00:00.000Z',
            readingTimeMinutes: 1,
            excerpt: 'Some words.',
            category: engineering,
            primaryAuthor: named('Ada', '/authors/ada'),
            coverImage: null,
          },
        },
      ],
    },
    resources: {
      nodes: [
        {
          kind: 'VIDEO',
          title: 'film',
          path: '/resources/film',
          startsAt: '2026-02-01T10:00:00.000Z',
          durationMinutes: null,
          speakers: [],
          image: null,
        },
        {
          kind: 'WEBINAR',
          title: 'talk',
          path: '/resources/talk',
          startsAt: '2026-02-01T10:00:00.000Z',
          durationMinutes: null,
          speakers: [],
          image: null,
        },
      ],
    },
  });
});
