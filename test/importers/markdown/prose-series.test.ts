import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlogRecord } from '../../../src/domain/blog-record.ts';
import { seriesStatement } from '../../../src/importers/markdown/prose-series/series-statements.ts';
import { leastCpuMs } from '../../support/cpu-time.ts';
import { blogOf } from '../blog-folder.ts';

/** What posts say of themselves: language, text, and the part that they are; null for none. */
const statements: readonly (readonly [string, string, number | 'last' | null])[] = [
  ['en', 'This is the second post of this series.', 2],
  ['en', '*This is part two of a series detailing the findings of a team.*', 2],
  ['en', 'This post is part 3 in a series.', 3],
  ['en', 'Welcome to the second installment in our series on naming.', 2],
  ['en', 'This is the third and last post in our series on [maps](/x).', 3],
  ['en', 'This is the final installment of a series on forms.', 'last'],
  ['en', 'This is part 2 of 7 of our *Charting* blog series.', 2],
  ['en', 'In the first post of this series, I covered interviews.', null],
  ['en', 'This was the first phase. A series of talks followed.', null],
  ['en', 'We created a series of archetypes.', null],
  ['en', 'Read part 1 of our series first.', null],
  ['de', 'Dies ist der zweite Teil unserer Serie über Karten.', 2],
  ['fr', 'Ceci est le troisième article de notre série sur les cartes.', 3],
  ['es', 'Este es el segundo artículo de la serie sobre mapas.', 2],
  ['ja', 'This is the second post of this series.', null],
];
for (const [language, text, place] of statements) {
  test(`${language}: "${text}" ${place === null ? 'says nothing of itself' : `is part ${place}`}`, () => {
    assert.equal(seriesStatement(text, [], language)?.place ?? null, place);
  });
}

test('a summary speaks of its own post, unless it tells what was', () => {
  const placeOf = (summary: string) => seriesStatement('', [summary], 'en')?.place ?? null;
  assert.equal(placeOf('In the final part of our series on debt, we show how to avoid it.'), 'last');
  assert.equal(placeOf('In the last post in this series, we talked about debt.'), null);
});

const day = (number: number, title: string, body: string, ...more: string[]): string[] => [
  '---',
  `title: ${title}`,
  `date: 2024-01-0${number}`,
  ...more,
  '---',
  '',
  body,
];

const suggestions = ({ problems }: BlogRecord) =>
  problems.flatMap(({ severity, file, what, todo }) =>
    severity === 'suggestion' ? [{ file, what, todo }] : [],
  );

test('posts that link to each other as parts are suggested as a series, ready to paste', async (t) => {
  const record = await blogOf(t, {
    'posts/debt.md': day(1, 'What is debt', 'It costs. More soon.'),
    'posts/measuring.md': day(
      2,
      'Measuring',
      'This is the second post of our series on technical debt; see the [first post](debt.md).',
    ),
    'posts/paying.md': [
      '+++',
      'title = "Paying"',
      'date = 2024-01-03',
      '+++',
      '',
      'This is the last part of our series. In the [previous post](/blog/measuring) we measured.',
    ],
    'posts/other.md': day(
      4,
      'Other',
      'We wrote a [three-part series](/blog/debt) on it. [Part 1](/blog/debt).',
    ),
  });
  assert.deepEqual(suggestions(record), [
    {
      file: 'posts/debt.md',
      what: '"Technical debt" looks like a series of 3 posts',
      todo: [
        'To make it one, write in their front matter:',
        'posts/debt.md',
        '  series: Technical debt',
        '  part: 1',
        'posts/measuring.md',
        '  series: Technical debt',
        '  part: 2',
        'posts/paying.md',
        '  series = "Technical debt"',
        '  part = 3',
      ].join('\n'),
    },
  ]);
  assert.deepEqual(record.series, []);
});

test('nothing is suggested for what is a series already, nor for numbers that contradict the dates', async (t) => {
  const said = 'This is the second post of our series, see the [first post](one.md).';
  const placed = await blogOf(t, {
    'posts/one.md': day(1, 'One', 'Text.', 'series: S'),
    'posts/two.md': day(2, 'Two', said, 'series: S'),
  });
  assert.deepEqual(suggestions(placed), []);
  const contradicted = await blogOf(t, {
    'posts/one.md': day(5, 'One', 'Text.'),
    'posts/two.md': day(2, 'Two', said),
  });
  assert.deepEqual(suggestions(contradicted), []);
});

test('sentences are read in linear time', async () => {
  for (const text of ['this is the ', 'series part 2 of ', '[first post](', 'second post ']) {
    const hostile = `series ${text.repeat(Math.ceil(100_000 / text.length))}`;
    assert.ok((await leastCpuMs(() => seriesStatement(hostile, [hostile], 'en'), 2)) < 1000, text);
  }
});
