import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDate } from '../../../src/importers/markdown/fields/dates.ts';
import { blogOf, postOf, text, told } from '../blog-folder.ts';

const spellings: Readonly<Record<string, string>> = {
  '2012-02-03': '2012-02-03T00:00:00.000Z',
  '2017-2-5': '2017-02-05T00:00:00.000Z',
  '2012/02/03': '2012-02-03T00:00:00.000Z',
  '2012-02': '2012-02-01T00:00:00.000Z',
  '20120203': '2012-02-03T00:00:00.000Z',
  '2012-02-03 04:05': '2012-02-03T04:05:00.000Z',
  '2010-01-08 12:00:00 +0200': '2010-01-08T10:00:00.000Z',
  '2010-01-08T12:00:00.123456+05:30': '2010-01-08T06:30:00.123Z',
  '2010-01-08T12:00:00Z': '2010-01-08T12:00:00.000Z',
  '2010-01-08 12:00 EST': '2010-01-08T17:00:00.000Z',
  'Feb 3, 2012': '2012-02-03T00:00:00.000Z',
  'February 3rd, 2012 at 5:06 PM': '2012-02-03T17:06:00.000Z',
  '03 Feb 2012': '2012-02-03T00:00:00.000Z',
  'Fri, 03 Feb 2012 10:00:00 GMT': '2012-02-03T10:00:00.000Z',
  'Friday, February 3, 2012': '2012-02-03T00:00:00.000Z',
  'Wed Jan 05 2022 10:00:00 GMT+0000 (Coordinated Universal Time)': '2022-01-05T10:00:00.000Z',
  'Wed Jan 05 2022 10:00:00 GMT-0330 (Newfoundland Standard Time)': '2022-01-05T13:30:00.000Z',
  'Sept 5, 2015': '2015-09-05T00:00:00.000Z',
  '3. Februar 2012': '2012-02-03T00:00:00.000Z',
  '3 de febrero de 2012': '2012-02-03T00:00:00.000Z',
  '2012年2月3日': '2012-02-03T00:00:00.000Z',
  '2/3/2012': '2012-02-03T00:00:00.000Z',
  '13/2/2012': '2012-02-13T00:00:00.000Z',
  '3.2.2012': '2012-02-03T00:00:00.000Z',
  'May 2013': '2013-05-01T00:00:00.000Z',
  '2013': '2013-01-01T00:00:00.000Z',
  '9999-12-31': '9999-12-31T00:00:00.000Z',
};

for (const [written, iso] of Object.entries(spellings)) {
  test(`reads the date "${written}"`, () => {
    assert.equal(parseDate(written)?.toISOString(), iso);
  });
}

test('reads Unix time in seconds and milliseconds', () => {
  assert.equal(parseDate(1577836800)?.toISOString(), '2020-01-01T00:00:00.000Z');
  assert.equal(parseDate(1577836800000)?.toISOString(), '2020-01-01T00:00:00.000Z');
});

test('refuses what is no date', () => {
  const no = [
    '9999-9-99',
    '2019-02-29',
    'February 30, 2012',
    'soon',
    '',
    '12:00',
    '2012-02-03 25:00',
    '2012-02-03 x',
    'git Last Modified',
  ];
  assert.deepEqual(
    no.map(parseDate),
    no.map(() => null),
  );
  assert.deepEqual([null, true, [], {}].map(parseDate), [null, null, null, null]);
});

test('a date that cannot be read is told with its line, kept, and replaced by that of the path', async (t) => {
  const record = await blogOf(t, { 'posts/2020-02-03-x.md': text('title: T', 'date: 9999-9-99') });
  assert.deepEqual(told(record.problems), ['warning posts/2020-02-03-x.md:3 "9999-9-99" is no date']);
  assert.deepEqual(record.posts[0]?.publishedAt, new Date('2020-02-03'));
  assert.deepEqual(record.posts[0].metadata, { date: '9999-9-99' });
});

test('a key that only looks like one of a date does not hide the date', async (t) => {
  const record = await blogOf(t, {
    'posts/x.md': text('title: T', 'date: 2020-02-03', 'publishedOn: https://magazine.example/x'),
  });
  assert.deepEqual(told(record.problems), []);
  assert.deepEqual(record.posts[0]?.publishedAt, new Date('2020-02-03'));
  assert.deepEqual(record.posts[0].metadata, { publishedOn: 'https://magazine.example/x' });
});

test('dates are read from paths', async (t) => {
  const record = await blogOf(t, {
    'posts/2016-05-01-a.md': 'a',
    'posts/2016-05-02_b.md': 'b',
    'posts/2017-2-5-c.md': 'c',
    'posts/2018/03/04/d.md': 'd',
    'posts/2018/03/05-e.md': 'e',
    'posts/2019-06-07-f/index.md': 'f',
    'posts/2020/08/g.md': 'g',
    'posts/20210910-h.md': 'h',
    'posts/12345-i.md': 'i',
  });
  assert.deepEqual(
    record.posts.map(({ slug, publishedAt }) => [slug, publishedAt?.toISOString().slice(0, 10)]),
    [
      ['i', undefined],
      ['a', '2016-05-01'],
      ['b', '2016-05-02'],
      ['c', '2017-02-05'],
      ['d', '2018-03-04'],
      ['05-e', '2018-03-05'],
      ['f', '2019-06-07'],
      ['g', '2020-08-01'],
      ['h', '2021-09-10'],
    ].map(([slug, date]) => [slug === 'i' ? '12345-i' : slug, date]),
  );
  assert.deepEqual(told(record.problems), [
    'warning posts/12345-i.md: no date',
    'warning posts/2020/08/g.md: only a year and a month are known',
  ]);
});

test('the date to publish at goes before the date of writing', async (t) => {
  const post = await postOf(t, text('title: T', 'date: 2024-01-01', 'publishDate: 2099-01-01'));
  assert.deepEqual(post.publishedAt, new Date('2099-01-01'));
  assert.equal(post.wanted, 'published');
});

test('dates as a map, as Material for MkDocs has them', async (t) => {
  const post = await postOf(t, text('title: T', 'date: { created: 2024-01-02, updated: 2024-02-03 }'));
  assert.deepEqual([post.publishedAt, post.updatedAt], [new Date('2024-01-02'), new Date('2024-02-03')]);
});

test('published as a date, last_update as a map', async (t) => {
  const post = await postOf(
    t,
    text('title: T', 'published: 2024-01-02', 'last_update: { date: 2024-02-03, author: x }'),
  );
  assert.deepEqual([post.publishedAt, post.updatedAt], [new Date('2024-01-02'), new Date('2024-02-03')]);
  assert.equal(post.wanted, 'published');
});
