import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlogRecord } from '../../../src/domain/blog-record.ts';
import { partTitle } from '../../../src/importers/series/series-title.ts';
import { blogOf, text, told } from '../blog-folder.ts';
import type { Files } from '../blog-folder.ts';

const parts: Readonly<
  Record<string, readonly [stem: string, number: number, total: number | null, rest: string | null] | null>
> = {
  'Build empathy, part 1: Preparation': ['Build empathy', 1, null, 'Preparation'],
  'Product management, part 4 - 10x': ['Product management', 4, null, '10x'],
  'Charting: Our Future – Part 7: What is Next?': ['Charting: Our Future', 7, null, 'What is Next?'],
  'Foo Pt2': ['Foo', 2, null, null],
  'Foo, part two': ['Foo', 2, null, null],
  'Foo Vol.3': ['Foo', 3, null, null],
  'Foo Part II': ['Foo', 2, null, null],
  'Foo II: bar': ['Foo', 2, null, 'bar'],
  'Foo [Part 1]': ['Foo', 1, null, null],
  'Foo (1/2)': ['Foo', 1, 2, null],
  'Foo 2/3': ['Foo', 2, 3, null],
  'Foo Teil 2 von 3': ['Foo', 2, 3, null],
  'Monthly #6': ['Monthly', 6, null, null],
  'Foo（第2回）': ['Foo', 2, null, null],
  'Rust 1.70': null,
  '7.1.0 Released': null,
  'Go 1.18': null,
  'Survey 2023': null,
  'The Art of Part 1.5': null,
  'Farewell, Windows 7/8/8.1': null,
  'New in C# 8': null,
  'Partnering with 2 teams': null,
  'Part 1: Beginnings': null,
  'Working in public from day one': null,
};
for (const [title, part] of Object.entries(parts)) {
  test(`reads the part of "${title}"`, () => {
    const read = partTitle(title);
    assert.deepEqual(read && [read.stem, read.number, read.total, read.rest], part);
  });
}

const titled = (...titles: readonly string[]): Files =>
  Object.fromEntries(
    titles.map((title, at) => [
      `posts/p${at + 1}.md`,
      text(`title: "${title}"`, `date: 2024-01-${String(at + 1).padStart(2, '0')}`),
    ]),
  );

const seriesOf = ({ series }: BlogRecord): unknown =>
  series.map(({ title, plannedTotal, parts: all }) => [
    title,
    plannedTotal,
    all.map(({ position, title: part, post }) => [
      position,
      part,
      post?.replace(/^posts\/|\.md$/g, '') ?? null,
    ]),
  ]);

test('two titles of one stem make a series, one makes none', async (t) => {
  const record = await blogOf(
    t,
    titled(
      'Build empathy, part 1: Why',
      'Building the empathy part 2 - How',
      'Alone, part 1',
      'Rust 1.1',
      'Rust 1.2',
    ),
  );
  assert.deepEqual(seriesOf(record), [
    [
      'Build empathy',
      null,
      [
        [1, 'Why', 'p1'],
        [2, 'How', 'p2'],
      ],
    ],
  ]);
  assert.equal(record.series[0]?.path, '/series/build-empathy');
});

test('gaps stay, totals are planned', async (t) => {
  const record = await blogOf(t, titled('Tips (1/4)', 'Tips (3/4)'));
  assert.deepEqual(seriesOf(record), [
    [
      'Tips',
      4,
      [
        [1, null, 'p1'],
        [3, null, 'p2'],
      ],
    ],
  ]);
});

test('a first part without a number, or with more words, is found', async (t) => {
  const plain = await blogOf(t, titled('A journey', 'A journey, part 2', 'A journey, part 3'));
  assert.deepEqual(seriesOf(plain), [
    [
      'A journey',
      null,
      [
        [1, null, 'p1'],
        [2, null, 'p2'],
        [3, null, 'p3'],
      ],
    ],
  ]);
  const longer = await blogOf(
    t,
    titled(
      'Senior executives are allies, part 1',
      'Senior executives part 2: A',
      'Senior executives part 3: B',
    ),
  );
  assert.deepEqual(seriesOf(longer), [
    [
      'Senior executives',
      null,
      [
        [1, null, 'p1'],
        [2, 'A', 'p2'],
        [3, 'B', 'p3'],
      ],
    ],
  ]);
});

test('bare numerals need their whole run', async (t) => {
  assert.deepEqual(seriesOf(await blogOf(t, titled('World War II', 'Henry IV', 'Henry VI'))), []);
  assert.deepEqual(seriesOf(await blogOf(t, titled('Atlas', 'Atlas II', 'Atlas III'))), [
    [
      'Atlas',
      null,
      [
        [1, null, 'p1'],
        [2, null, 'p2'],
        [3, null, 'p3'],
      ],
    ],
  ]);
});

test('two posts with one number: the older keeps it, and it is told', async (t) => {
  const record = await blogOf(t, titled('Foo, part 1', 'Foo, part 1: again', 'Foo, part 2'));
  assert.deepEqual(seriesOf(record), [
    [
      'Foo',
      null,
      [
        [1, null, 'p1'],
        [2, null, 'p3'],
        [3, 'again', 'p2'],
      ],
    ],
  ]);
  assert.deepEqual(told(record.problems), ['warning posts/p2.md: stands as part 3']);
});

test('series by key: names, maps and parts in their many spellings; without a part by date', async (t) => {
  const record = await blogOf(t, {
    'posts/a.md': text('title: A', 'date: 2024-01-03', 'series: Tips'),
    'posts/b.md': text('title: B', 'date: 2024-01-02', 'series: [tips]'),
    'posts/c.md': text('title: C', 'date: 2024-01-04', 'series: { name: Tips, part: 1, total: 5 }'),
    'posts/d.md': text('title: D', 'date: 2024-01-05', 'series_title: Other', 'series_order: 2'),
  });
  assert.deepEqual(seriesOf(record), [
    [
      'Tips',
      null,
      [
        [1, null, 'c'],
        [2, null, 'b'],
        [3, null, 'a'],
      ],
    ],
    ['Other', null, [[2, null, 'd']]],
  ]);
});

test('series.yml announces parts; a post to come has none', async (t) => {
  const record = await blogOf(t, {
    'series.yml': [
      'atlas:',
      '  title: The atlas',
      '  description: Maps.',
      '  total: 4',
      '  parts:',
      '    - { title: One, summary: First., post: a }',
      '    - { title: Two, post: posts/b.md }',
      '    - { title: Three }',
      '    - { title: Four, post: nowhere }',
    ],
    'posts/a.md': text('title: A', 'date: 2024-01-01'),
    'posts/b.md': text('title: B', 'date: 2024-01-02', 'series: atlas', 'part: 2'),
  });
  const [series] = record.series;
  assert.deepEqual(
    [series?.slug, series?.description, series?.plannedTotal, series?.declared],
    ['atlas', 'Maps.', 4, true],
  );
  assert.deepEqual(series?.parts, [
    { position: 1, title: 'One', summary: 'First.', post: 'posts/a.md', announced: true },
    { position: 2, title: 'Two', summary: null, post: 'posts/b.md', announced: true },
    { position: 3, title: 'Three', summary: null, post: null, announced: true },
    { position: 4, title: 'Four', summary: null, post: null, announced: true },
  ]);
  assert.deepEqual(told(record.problems), ['warning series.yml: part 4 of "atlas" names "nowhere"']);
});

test('a series in a further language stands beside the first', async (t) => {
  const record = await blogOf(t, {
    'posts/a.md': text('title: A', 'date: 2024-01-01', 'series: Tips'),
    'posts/a.de.md': text('title: B', 'date: 2024-01-01', 'series: Tips'),
  });
  assert.deepEqual(
    record.series.map(({ slug, language, parts: all }) => [slug, language, all[0]?.post]),
    [
      ['tips', 'en', 'posts/a.md'],
      ['tips-de', 'de', 'posts/a.de.md'],
    ],
  );
});
