import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blogOf, text, told } from '../blog-folder.ts';

test('a resource with everything', async (t) => {
  const record = await blogOf(t, {
    'resources/a-talk.md': text(
      'title: A talk',
      'kind: event',
      'eventKind: meetup',
      'date: 2026-01-02T18:00:00+01:00',
      'endDate: 2026-01-02T20:00:00+01:00',
      'duration: 1 h 30',
      'url: https://x.example/talk',
      'tags: [maps]',
      'speakers: [jane, John Roe]',
      'image: { src: /a.svg, alt: An a }',
      'room: 5',
    ),
    'posts/a.md': text('title: A', 'date: 2024-01-01', 'tags: [Maps]', 'author: jane'),
    'authors.yml': 'jane: Jane Doe',
  });
  assert.deepEqual(record.resources, [
    {
      key: 'resources/a-talk.md',
      slug: 'a-talk',
      path: '/resources/a-talk',
      title: 'A talk',
      kind: 'EVENT',
      eventKind: 'MEETUP',
      wanted: 'published',
      language: 'en',
      markdown: '\nSome text.\n',
      url: 'https://x.example/talk',
      links: [],
      startsAt: new Date('2026-01-02T17:00:00Z'),
      endsAt: new Date('2026-01-02T19:00:00Z'),
      durationMinutes: 90,
      image: { image: { url: '/a.svg' }, alt: 'An a' },
      tags: ['maps'],
      speakers: ['jane', 'john-roe'],
      metadata: { room: 5 },
    },
  ]);
  assert.deepEqual(
    record.authors.map(({ name }) => name),
    ['Jane Doe', 'John Roe'],
  );
  assert.equal(record.posts.length, 1);
  assert.deepEqual(told(record.problems), []);
});

const kinds: Readonly<Record<string, readonly [kind: string, eventKind: string | null]>> = {
  webinar: ['WEBINAR', null],
  Video: ['VIDEO', null],
  'e-book': ['EBOOK', null],
  report: ['REPORT', null],
  demo: ['DEMO', null],
  'customer story': ['CUSTOMER_STORY', null],
  case_study: ['CUSTOMER_STORY', null],
  event: ['EVENT', 'OTHER'],
  workshop: ['EVENT', 'WORKSHOP'],
  'user-call': ['EVENT', 'USER_CALL'],
};
for (const [written, [kind, eventKind]] of Object.entries(kinds)) {
  test(`reads the kind "${written}"`, async (t) => {
    const record = await blogOf(t, { 'resources/x.md': text('title: X', `kind: ${written}`) });
    assert.deepEqual([record.resources[0]?.kind, record.resources[0]?.eventKind], [kind, eventKind]);
  });
}

test('an unknown kind is an error, an end before the beginning is left out', async (t) => {
  const record = await blogOf(t, {
    'resources/a.md': text('title: A', 'kind: constructor'),
    'resources/b.md': text('title: B', 'kind: demo', 'date: 2024-01-02', 'end: 2024-01-01', 'draft: true'),
  });
  assert.deepEqual(told(record.problems), [
    'error resources/a.md:3 unknown kind "constructor"',
    'warning resources/b.md:5 the end was left out',
  ]);
  assert.deepEqual(
    record.resources.map(({ wanted, endsAt }) => [wanted, endsAt]),
    [['draft', null]],
  );
});

test('a resource has links, the one that says most first; and a language of its own', async (t) => {
  const { resources } = await blogOf(t, {
    'resources/a.md': [
      '---',
      'title: A\nkind: webinar\nlang: de',
      'registration: https://x.example/register\nrecording: https://x.example/film\nslides: /files/a.pdf',
      'links: [{ label: Notes, url: "https://x.example/notes" }, { label: Again, url: "https://x.example/film" }]',
      '---',
    ].join('\n'),
    'resources/b.md': '---\ntitle: B\nkind: ebook\ndownload: "javascript:alert(1)"\npdf: /b.pdf\n---',
    'resources/c.fr.md':
      '---\ntitle: C\nkind: video\nurl: https://x.example/c\nvideo: https://x.example/c\n---',
  });
  assert.deepEqual(
    resources.map(({ slug, language, url, links }) => [slug, language, url, links]),
    [
      [
        'a',
        'de',
        'https://x.example/register',
        [
          { label: 'Recording', url: 'https://x.example/film' },
          { label: 'Slides', url: '/files/a.pdf' },
          { label: 'Notes', url: 'https://x.example/notes' },
        ],
      ],
      ['b', 'en', null, []],
      ['c', 'fr', 'https://x.example/c', []],
    ],
  );
});
