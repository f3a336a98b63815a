import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { askWell } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { post, resource, seed, series } from '../support/seed.ts';

const db = await testDatabase();
const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));

before(() =>
  seed(db, {
    posts: [
      post('here', { tags: ['rare', 'common', 'also'], translationKey: 'here', categories: ['eng/db'] }),
      post('other', { tags: ['common', 'also'], categories: ['eng/db'] }),
      post('bare', { categories: ['eng'] }),
      post('hier', { tags: ['rare', 'common'], language: 'de', translationKey: 'here' }),
    ],
    series: [series('saga', ['here', 'other'])],
    resources: [
      resource('both', {
        tags: ['common', 'rare'],
        startsAt: day(1),
        url: 'https://video.example/1',
        durationMinutes: 30,
        markdown: 'About *it*.',
        links: [
          { label: 'Slides', url: '/files/slides.pdf' },
          { label: 'Recording', url: 'https://www.youtube.com/watch?v=abcdefghijk' },
        ],
      }),
      resource('only-rare', { kind: 'VIDEO', tags: ['rare'], startsAt: day(2) }),
      resource('common-old', { kind: 'VIDEO', tags: ['common'], startsAt: day(3), language: 'de' }),
      resource('common-new', { tags: ['common'], startsAt: day(4) }),
      resource('ebook', { kind: 'EBOOK', tags: ['rare', 'common'], startsAt: day(5) }),
      resource('meetup', {
        kind: 'EVENT',
        eventKind: 'MEETUP',
        startsAt: day(6),
        endsAt: day(7),
        speakers: ['bob', 'ada'],
        image: { image: { url: '/meet.png' }, alt: 'People' },
      }),
      resource('draft', { tags: ['rare'], wanted: 'draft' }),
    ],
  }),
);

const slugsOf = (list: unknown): string[] =>
  (list as { readonly nodes: readonly { readonly slug: string }[] }).nodes.map(({ slug }) => slug);

test('on the topics of a post: most shared tags first, rare ones counting for more, by kind', async () => {
  const { data, statements } = await askWell(
    db,
    `{ post(by: {slug: "here"}) { all: resources { totalCount nodes { slug } } talks: resources(first: 3, filter: {kinds: [WEBINAR, VIDEO]}) { nodes { slug } } } }`,
  );
  const { all, talks } = (
    data as { readonly post: Record<'all' | 'talks', { readonly totalCount?: number }> }
  ).post;
  assert.deepEqual(slugsOf(all), ['ebook', 'both', 'only-rare', 'common-new', 'common-old']);

  assert.equal(all.totalCount, 5);
  assert.deepEqual(slugsOf(talks), ['both', 'only-rare', 'common-new']);
  assert.deepEqual(statements, ['postBySlug', 'resourcesByPost', 'resourcesByPost', 'resourcesByPostCount']);
});

test('what is in the language of the post comes first, however little it shares', async () => {
  const { data } = await askWell(db, '{ post(by: {slug: "hier"}) { resources { nodes { slug } } } }');
  const { post: hier } = data as { readonly post: { readonly resources: unknown } };
  assert.deepEqual(slugsOf(hier.resources), [...['common-old', 'ebook', 'both', 'only-rare', 'common-new']]);
});

test('the other way round: posts and other resources on the topics of a resource', async () => {
  const { data, statements } = await askWell(
    db,
    `{ resource(by: {slug: "ebook"}) { posts { totalCount nodes { slug } } de: posts(language: "de-AT", fallback: ["en"]) { totalCount nodes { slug } }
       tagged: posts(filter: {tags: {none: ["also"]}}) { nodes { slug } } relatedResources { totalCount nodes { slug } } videos: relatedResources(filter: {kinds: [VIDEO]}) { nodes { slug } } } }`,
  );
  const lists = (data as { readonly resource: Readonly<Record<string, { readonly totalCount: number }>> })
    .resource;
  assert.deepEqual(slugsOf(lists['posts']), ['here', 'other', 'hier']);
  assert.deepEqual(slugsOf(lists['de']), ['other', 'hier']);
  assert.deepEqual([lists['posts']!.totalCount, lists['de']!.totalCount], [3, 2]);
  assert.deepEqual(slugsOf(lists['tagged']), ['hier']);
  assert.deepEqual(slugsOf(lists['relatedResources']), ['both', 'only-rare', 'common-new', 'common-old']);
  assert.equal(lists['relatedResources']!.totalCount, 4);
  assert.deepEqual(slugsOf(lists['videos']), ['only-rare', 'common-old']);
  assert.deepEqual(statements, [
    ...['languagesInUse', 'postsByResource', 'postsByResource', 'postsByResourceCount'],
    ...['postsByResourceInLanguages', 'postsByResourceInLanguagesCount', 'resourceBySlug'],
    ...['resourcesByResource', 'resourcesByResource', 'resourcesByResourceCount'],
  ]);
});

test('resources on the topics of a category and of a series', async () => {
  const { data, statements } = await askWell(
    db,
    '{ categories { nodes { slug resources { totalCount nodes { slug } } } } seriesList { nodes { resources(first: 2) { nodes { slug } } } } }',
  );
  const { categories, seriesList } = data as Record<
    string,
    { readonly nodes: readonly { readonly resources: unknown }[] }
  >;
  assert.deepEqual(slugsOf(categories!.nodes[0]!.resources), [
    'ebook',
    'both',
    'common-new',
    'common-old',
    'only-rare',
  ]);
  assert.deepEqual(slugsOf(seriesList!.nodes[0]!.resources), ['ebook', 'both']);
  assert.deepEqual(statements, [
    ...['categories', 'resourcesByCategory', 'resourcesByCategoryCount', 'resourcesBySeries', 'seriesList'],
  ]);
});

test('what is to come and what has been, by dates that the client gives', async () => {
  const wanted: Readonly<Record<string, readonly string[]>> = {
    // The meetup is from the 6th to the 7th: at noon of the 6th it is both begun and not over.
    '{during: {from: "2026-01-06T12:00:00Z"}}': ['meetup'],
    '{during: {from: "2026-01-08T00:00:00Z"}}': [],
    '{during: {before: "2026-01-06T00:00:00Z"}, kinds: [EVENT]}': [],
    '{during: {before: "2026-01-06T12:00:00Z"}, kinds: [EVENT]}': ['meetup'],
    '{during: {from: "2026-01-02T00:00:00Z", before: "2026-01-04T00:00:00Z"}}': ['common-old', 'only-rare'],
    '{speakers: {any: ["ada"]}}': ['meetup'],
    '{speakers: {none: ["ada"]}, kinds: [EVENT]}': [],
  };
  for (const [filter, slugs] of Object.entries(wanted)) {
    const { data } = await askWell(db, `{ resources(filter: ${filter}) { totalCount nodes { slug } } }`);
    const { resources } = data as { readonly resources: { readonly totalCount: number } };
    assert.deepEqual(slugsOf(resources), slugs, filter);
    assert.equal(resources.totalCount, slugs.length);
  }
});

test('on the topics of a whole list of posts in one prepared statement', async () => {
  const { sql, statements } = await askWell(
    db,
    '{ posts { nodes { resources(first: 2, filter: {kinds: [VIDEO]}) { nodes { title } } } } }',
  );
  assert.deepEqual(statements, ['posts', 'resourcesByPost']);
  assert.match(
    sql.find((text) => text.includes('resourcesByPost'))!,
    /^\/\* resourcesByPost \*\//,
  );
});

test('every field of a resource', async () => {
  const { data } = await askWell(
    db,
    `{ resource(by: {slug: "meetup"}) { slug title kind eventKind path url link language description html startsAt endsAt durationMinutes
       image { url alt } tags { slug } speakers { slug } } video: resource(by: {path: "/resources/both"}) { link links { label url } embedUrl excerpt(length: 7) durationMinutes description html tags { slug } } }`,
  );
  assert.deepEqual(data, {
    resource: {
      slug: 'meetup',
      title: 'meetup',
      kind: 'EVENT',
      eventKind: 'MEETUP',
      path: '/resources/meetup',
      url: 'https://blog.example/resources/meetup',
      link: null,
      language: 'en',
      description: 'About meetup.',
      html: '<p>About meetup.</p>',
      startsAt: '2026-01-06T00:00:00.000Z',
      endsAt: '2026-01-07T00:00:00.000Z',
      durationMinutes: null,
      image: { url: 'https://blog.example/meet.png', alt: 'People' },
      tags: [],
      speakers: [{ slug: 'bob' }, { slug: 'ada' }],
    },
    video: {
      link: 'https://video.example/1',
      links: [
        { label: 'Slides', url: 'https://blog.example/files/slides.pdf' },
        { label: 'Recording', url: 'https://www.youtube.com/watch?v=abcdefghijk' },
      ],
      embedUrl: 'https://www.youtube.com/embed/abcdefghijk',
      excerpt: 'About…',
      durationMinutes: 30,
      description: 'About it.',
      html: '<p>About <em>it</em>.</p>',
      tags: [{ slug: 'common' }, { slug: 'rare' }],
    },
  });
});

test('resources by kind, sort of event, tag, language and in order', async () => {
  const wanted: Readonly<Record<string, readonly string[]>> = {
    '': ['meetup', 'ebook', 'common-new', 'common-old', 'only-rare', 'both'],
    'orderBy: [{field: TITLE}]': ['both', 'common-new', 'common-old', 'ebook', 'meetup', 'only-rare'],
    'filter: {kinds: [VIDEO, EBOOK]}': ['ebook', 'common-old', 'only-rare'],
    'filter: {kinds: []}': [],
    'filter: {eventKinds: [MEETUP, OTHER]}': ['meetup'],
    'filter: {languages: ["de"]}': ['common-old'],
    'filter: {tags: {all: ["rare", "common"]}}': ['ebook', 'both'],
    'filter: {tags: {none: ["rare"]}, kinds: [WEBINAR]}': ['common-new'],
  };
  for (const [args, slugs] of Object.entries(wanted)) {
    const { data } = await askWell(db, `{ resources${args && `(${args})`} { totalCount nodes { slug } } }`);
    const { resources } = data as { readonly resources: { readonly totalCount: number } };
    assert.deepEqual(slugsOf(resources), slugs, args);
    assert.equal(resources.totalCount, slugs.length);
  }
});
