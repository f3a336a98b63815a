import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expandPermalink, normalisePath } from '../../src/domain/permalink.ts';
import type { PermalinkFields } from '../../src/domain/permalink-tokens.ts';

const post: PermalinkFields = {
  slug: 'my-post',
  title: 'A Fine Day',
  filename: 'fine day',
  date: new Date('2024-03-05T23:30:09Z'),
  categories: ['engineering/data bases', 'News'],
  section: 'blog/Deep',
  language: 'de',
  path: 'blog/Deep/fine day',
  others: { series: 'Atlas Two' },
};

const expansions: readonly (readonly [pattern: string, path: string])[] = [
  ['/blog/:category/:slug', '/blog/engineering/data-bases/my-post'],
  ['/:categories/:slug/', '/engineering/data-bases/news/my-post'],
  ['/:year/:month/:day/:title/', '/2024/03/05/a-fine-day'],
  ['/:short_year/:i_month/:i_day/:slug', '/24/3/5/my-post'],
  ['/:year/:monthname/:weekdayname/:yearday/:slug', '/2024/march/tuesday/65/my-post'],
  ['/:year/W:week/:short_day/:filename:output_ext', '/2024/W10/tue/fine-day.html'],
  [':year-:month-:slug', '/2024-03-my-post'],
  ['/:lang/:sections/:contentbasename/', '/de/blog/deep/fine-day'],
  ['/:section/:slugorcontentbasename', '/blog/my-post'],
  ['/:path/', '/blog/deep/fine-day'],
  ['/:series/:slug', '/atlas-two/my-post'],
  ['pretty', '/engineering/data-bases/news/2024/03/05/a-fine-day'],
  ['ordinal', '/engineering/data-bases/news/2024/065/a-fine-day.html'],
  ['/:unknown/:slug', '/:unknown/my-post'],
];

test('the tokens of Hugo, Jekyll and Hexo are filled in', () => {
  for (const [pattern, path] of expansions) assert.equal(expandPermalink(pattern, post), path, pattern);
});

test('a token without a value takes its segment with it, never the others', () => {
  const bare = { slug: 's' };
  assert.equal(expandPermalink('/blog/:category/:slug', bare), '/blog/s');
  assert.equal(expandPermalink('/:year/:month/:day/:title/', bare), '/s');
  assert.equal(expandPermalink(':year-:month-:slug', bare), '/s');
  assert.equal(expandPermalink('date', bare), '/s.html');
});

test('one page has one spelling of its path', () => {
  const spellings: readonly (readonly [written: string, path: string])[] = [
    ['', '/'],
    ['/', '/'],
    ['//a//b/', '/a/b'],
    ['a?x=1#y', '/a'],
    ['/a/./b/../c', '/a/c'],
    ['/../../etc/passwd', '/etc/passwd'],
    ['/%2e%2e/%2E%2e/x', '/x'],
    ['/caf%C3%A9', '/café'],
    ['/cafe\u0301', '/café'],
    ['/A/b/index.html', '/A/b'],
    ['/a%2fb', '/a%2Fb'],
    ['/a%2541', '/a%2541'],
    ['/100%', '/100%'],
    ['/a\\b', '/a/b'],
    ['/a%00\u0007b', '/ab'],
    ['/\ud800', '/\ufffd'],
  ];
  for (const [written, path] of spellings) {
    assert.equal(normalisePath(written), path, written);
    assert.equal(normalisePath(path), path, `${written}, twice`);
  }
});
