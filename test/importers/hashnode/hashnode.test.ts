/** Hashnode's export and what its API says: posts, series, tags, dates, canonical addresses, covers. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { InputError } from '../../../src/importers/blog-reader.ts';
import { readHashnode, readHashnodeBlog } from '../../../src/importers/hashnode/hashnode-reader.ts';
import { ProblemList } from '../../../src/importers/problem-list.ts';
import { plainHashnode } from '../../../src/importers/text/hashnode-marks.ts';
import { folderWith } from '../../support/small-blog.ts';

type Row = Readonly<Record<string, unknown>>;

const id = (digit: number): string => String(digit).repeat(24);

/** As the export of the dashboard writes a post. */
const exported = (slug: string, more: Row = {}): Row => ({
  ...{ _id: id(1), cuid: `cuid-${slug}`, slug, title: `About ${slug}`, type: 'story', author: id(2) },
  ...{ contentMarkdown: `The text of ${slug}.`, content: `<p>The text of ${slug}.</p>`, views: 7 },
  ...{ dateAdded: '2021-02-03T04:05:06.000Z', dateUpdated: null, brief: `The text of ${slug}.` },
  ...{ tags: [], coverImage: '', isActive: true, ...more },
});

async function read(t: TestContext, value: unknown, pages = false) {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const folder = await folderWith(t, { 'export.json': text });
  const problems = new ProblemList();
  const input = join(folder, 'export.json');
  const blog = await readHashnodeBlog([input], { source: null, pages, problems });
  return { blog, input, said: problems.sorted().map(({ severity, what }) => `${severity}: ${what}`) };
}

test('the export: Markdown before HTML, ids that say nothing are told once', async (t) => {
  const { blog, input, said } = await read(t, {
    posts: [
      exported('one', {
        tags: [id(3), { name: 'C++', slug: 'cpp' }, 'Plain'],
        coverImage: 'https://cdn.hashnode.com/cover.png',
        dateUpdated: '2022-01-01T00:00:00.000Z',
        brief: 'My own words.',
        isRepublished: true,
        originalArticleURL: 'https://jo.example/one',
      }),
      exported('two', { contentMarkdown: '', series: id(4), isActive: false, brief: 'The text of two' }),
      exported('three', {
        series: id(4),
        dateAdded: 'Wed Feb 10 2021 10:00:00 GMT+0000 (Coordinated Universal Time)',
      }),
      exported('four', { isDelisted: true, title: 'Four <b>' }),
    ],
    drafts: [exported('five', { dateAdded: null })],
    staticPages: [exported('about')],
  });
  assert.equal(blog.source, 'hashnode');
  assert.deepEqual(
    blog.posts.map(({ key, wanted, series, url }) => [key, wanted, series[0]?.key ?? null, url]),
    [
      ['post/cuid-four', 'draft', null, '/four'],
      ['post/cuid-one', 'published', null, '/one'],
      ['post/cuid-two', 'draft', `id/${id(4)}`, '/two'],
      ['post/cuid-three', 'published', `id/${id(4)}`, '/three'],
      ['post/cuid-five', 'draft', null, '/five'],
    ],
  );
  const [, one, two, three] = blog.posts;
  assert.deepEqual(
    [one?.tags, one?.cover?.url, one?.excerpt, one?.canonicalUrl, one?.updatedAt?.getUTCFullYear()],
    [['cpp', 'plain'], 'https://cdn.hashnode.com/cover.png', 'My own words.', 'https://jo.example/one', 2022],
  );
  assert.deepEqual([two?.excerpt, two?.body()], [null, { format: 'html', text: '<p>The text of two.</p>' }]);
  assert.equal(three?.publishedAt?.toISOString(), '2021-02-10T10:00:00.000Z');
  assert.deepEqual(
    blog.series.map(({ name }) => name),
    ['About two'],
  );
  assert.deepEqual(said, [
    'warning: 5 posts name their author by number only: “About one”, “About two”, “About three”, …',
    'warning: 1 post is not listed on Hashnode: Four <b>',
    'warning: 1 post names tags by number only: About one',
    'warning: 1 post was removed on Hashnode: About two',
    'suggestion: 1 post is a draft: About five',
    'warning: 1 series has no name in the export: About two',
  ]);
  assert.deepEqual(blog.skipped, [
    { file: 'export.json: “About about”', why: 'a page; --pages takes pages too' },
  ]);
  const { record } = await readHashnode([input], { source: 'x', pages: true });
  assert.deepEqual(
    record.posts.map(({ title, path, aliases, metadata }) => [
      title,
      path,
      aliases,
      metadata['status'] ?? null,
    ]),
    [
      ['About about', '/blog/about', ['/about'], null],
      ['Four <b>', '/blog/four', ['/four'], 'delisted'],
      ['About one', '/blog/one', ['/one'], null],
      ['About two', '/blog/two', ['/two'], 'inactive'],
      ['About three', '/blog/three', ['/three'], null],
      ['About five', '/blog/five', ['/five'], 'draft'],
    ],
  );
});

test('what the API says: site, people, series, addresses, links between posts', async (t) => {
  const author = {
    username: 'jo',
    name: 'Jo Doe',
    profilePicture: 'https://img.example/jo.png',
    bio: { text: 'Writes.' },
    socialMediaLinks: { github: 'https://github.com/jo', website: 'https://jo.example', twitter: '' },
  };
  const node = (slug: string, more: Row): Row => ({
    ...{ id: id(1), cuid: `c${slug}`, slug, title: slug, url: `https://blog.example/${slug}`, author },
    ...{ publishedAt: '2023-01-01T00:00:00Z', updatedAt: '2023-02-01T00:00:00Z', ...more },
  });
  const { blog, input, said } = await read(t, {
    data: {
      publication: {
        title: 'Jo <writes>',
        url: 'https://blog.example',
        about: { text: 'All of it.' },
        posts: {
          edges: [
            {
              node: node('one', {
                subtitle: 'And more',
                brief: 'And more',
                content: {
                  markdown:
                    '# One\n\n[two](https://blog.example/two) ![x](https://i.example/x.png align="center")\n\n%[https://youtu.be/abc]\n',
                },
                coverImage: { url: 'https://i.example/c.png', photographer: 'Ann' },
                tags: [{ id: id(5), name: 'Go', slug: 'go' }],
                series: {
                  id: id(6),
                  name: 'All of Go',
                  slug: 'all-of-go',
                  description: { text: 'In parts' },
                },
                seo: { title: 'SEO one', description: 'SEO words' },
                ogMetaData: { image: 'https://i.example/og.png' },
                canonicalUrl: 'https://blog.example/one',
                coAuthors: [{ username: 'ann', name: 'Ann' }],
                preferences: { pinnedToBlog: true, isDelisted: false },
              }),
            },
            { node: node('two', { content: { html: '<p>Two</p>' }, series: null, coverImage: null }) },
          ],
        },
      },
    },
  });
  assert.deepEqual(said, []);
  assert.equal(blog.source, 'blog.example');
  const { record } = await readHashnode([input], { source: null });
  assert.deepEqual(
    [record.site?.name, record.site?.url, record.site?.description],
    ['Jo <writes>', 'https://blog.example', 'All of it.'],
  );
  const [one, two] = record.posts;
  assert.equal(
    one?.markdown.trim(),
    '# One\n\n[two](/blog/two) ![x](https://i.example/x.png)\n\n<https://youtu.be/abc>',
  );
  assert.deepEqual(
    [one.subtitle, one.summary, one.seoTitle, one.seoDescription, one.canonicalUrl, one.aliases, one.authors],
    ['And more', null, 'SEO one', 'SEO words', null, ['/one'], ['jo', 'ann']],
  );
  assert.deepEqual(one.metadata, { cuid: 'cone', coverBy: 'Ann', pinned: true });
  assert.equal(two?.markdown.trim(), 'Two');
  assert.deepEqual(
    record.series.map(({ title, slug, description, parts }) => [title, slug, description, parts.length]),
    [['All of Go', 'all-of-go', 'In parts', 1]],
  );
  assert.deepEqual(record.authors[0]?.links, [{ label: 'GitHub', url: 'https://github.com/jo' }]);
  assert.deepEqual(
    record.redirects.map(({ path, target }) => [path, target]),
    [['/tag/go', '/tags/go']],
  );
});

test('a list of posts without a word of the site: their addresses tell', async (t) => {
  const { input } = await read(t, [exported('one', { url: 'https://jo.hashnode.dev/one', author: 'jo' })]);
  const { record } = await readHashnode([input], { source: null });
  assert.deepEqual(
    [record.source, record.site, record.posts[0]?.aliases, record.authors[0]?.name],
    ['jo.hashnode.dev', null, ['/one'], 'jo'],
  );
});

test('what is not published yet stays so, whatever word says it', async (t) => {
  const later = '2199-03-02T03:04:05.000Z';
  const { blog, said } = await read(t, {
    posts: [
      exported('now', { status: 'PUBLISHED', scheduledDate: '2021-02-03T04:05:06.000Z' }),
      exported('later', { status: 'SCHEDULED', scheduledDate: later }),
      exported('sketch', { status: 'DRAFT', scheduledDate: later }),
      exported('review', { status: 'IN_REVIEW' }),
      exported('never', { status: 'scheduled', scheduledDate: null }),
    ],
    drafts: [exported('waiting', { scheduledDate: later })],
  });
  assert.deepEqual(
    Object.fromEntries(
      blog.posts.map(({ slug, wanted, publishedAt }) => [slug, [wanted, publishedAt?.getUTCFullYear()]]),
    ),
    {
      now: ['published', 2021],
      later: ['published', 2199],
      waiting: ['published', 2199],
      sketch: ['draft', 2021],
      review: ['draft', 2021],
      never: ['draft', 2021],
    },
  );
  assert.ok(
    said.includes('warning: 2 posts have a status that is not known: About never, About review'),
    said.join(),
  );
});

test('a row that is none is told, the others go in', async (t) => {
  const { blog, said } = await read(t, {
    posts: [
      1,
      null,
      { title: 'x' },
      exported('good'),
      exported('good'),
      exported('bad', {
        cuid: '../../x',
        tags: 7,
        series: [1],
        author: { name: {} },
        coverImage: { url: 5 },
        dateAdded: 1e300,
      }),
    ],
  });
  assert.deepEqual(
    blog.posts.map(({ key }) => key),
    ['post/cuid-good'],
  );
  assert.equal(said.filter((text) => text.startsWith('error')).length, 5);
  for (const [text, message] of [
    ['[]', /There are no posts of Hashnode here \(export\.json holds none\)/],
    ['{"posts": [{"title": "x"}]}', /no posts of Hashnode/],
    ['', /is empty/],
  ] as const)
    await assert.rejects(
      () => read(t, text),
      (error: unknown) => error instanceof InputError && message.test(error.message),
    );
});

test("what Hashnode's editor writes beside Markdown", () => {
  for (const [written, plain] of [
    ['![a](https://x.example/a.png align="left")', '![a](https://x.example/a.png)'],
    ['![](https://x.example/a.png "A title" align=\'center\' )', '![](https://x.example/a.png "A title")'],
    [
      '`![a](x align="left")` and `%[https://x.example]`',
      '`![a](x align="left")` and `%[https://x.example]`',
    ],
    ['```\n%[https://x.example]\n```', '```\n%[https://x.example]\n```'],
    ['%[https://x.example/a?b=1]', '<https://x.example/a?b=1>'],
    ['%%[newsletter]\n\nText', '\n\nText'],
    ['5 %[not an address] and 100%[https://x.example]', '5 %[not an address] and 100%[https://x.example]'],
  ] as const)
    assert.equal(plainHashnode(written), plain);
});
