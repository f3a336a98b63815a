import assert from 'node:assert/strict';
import { test } from 'node:test';
import { homeTitle, pageDescription, pageTitle } from '../../../src/domain/seo/page-texts.ts';

test('a title has the name of the site where that fits and is not there yet', () => {
  for (const [title, site, whole] of [
    ['Cursors', 'The blog', 'Cursors · The blog'],
    ['News from the blog', 'The blog', 'News from the blog'],
    ['x'.repeat(59), 'The blog', `${'x'.repeat(59)} · The blog`],
    ['x'.repeat(60), 'The blog', 'x'.repeat(60)],
    // 70 characters, not code units.
    ['👩‍💻'.repeat(59), 'The blog', `${'👩‍💻'.repeat(59)} · The blog`],
    ['Two\n  lines', 'The\tblog', 'Two lines · The blog'],
    ['', 'The blog', 'The blog'],
    ['Cursors', '', 'Cursors'],
  ] as const)
    assert.equal(pageTitle(title, site), whole);
});

test('the home is called by the name of the site and its tagline', () => {
  assert.equal(homeTitle('The blog', 'Words'), 'The blog · Words');
  assert.equal(homeTitle('The blog', null), 'The blog');
  assert.equal(homeTitle('The blog', ' '), 'The blog');
  assert.equal(homeTitle('The blog', 'x'.repeat(90)), 'The blog');
});

test('a description is what was written for it, however long, else the beginning of a text', () => {
  const long = 'Many words. '.repeat(40).trim();
  assert.equal(pageDescription([null, ' ', long], ['text'], 'en'), long);
  assert.equal(pageDescription([null], [null, '', 'The\ntext.'], 'en'), 'The text.');
  assert.equal(pageDescription([], [null, ''], 'en'), null);
  const cut = pageDescription([], [long], 'en') ?? '';
  assert.ok(cut.length > 140 && cut.length <= 160, cut);
  assert.match(cut, /(?:Many|words)…$/);
});

test('a description in Japanese ends where a word ends', () => {
  const text = '東京の天気は今日も晴れです。'.repeat(20);
  const cut = pageDescription([], [text], 'ja') ?? '';
  assert.ok(cut.length <= 160 && cut.endsWith('…'));
  const words = [...new Intl.Segmenter('ja', { granularity: 'word' }).segment(text)];
  assert.ok(
    words.some(
      ({ index, segment }) => index + segment.length >= cut.length - 1 && text.startsWith(cut.slice(0, -1)),
    ),
  );
});
