import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutExcerpt } from '../../src/domain/excerpt.ts';
import { leastCpuMs } from '../support/cpu-time.ts';

const graphemes = (text: string): number => Array.from(new Intl.Segmenter('en').segment(text)).length;

test('a text that fits stays whole, on one line', () => {
  assert.equal(cutExcerpt('One.\n\n  Two. ', 20), 'One. Two.');
  assert.equal(cutExcerpt('12345', 5), '12345');
  assert.equal(cutExcerpt('', 10), '');
});

test('a longer one is cut between words and says so', () => {
  assert.equal(cutExcerpt('The quick brown fox jumps', 12), 'The quick…');
  assert.equal(cutExcerpt('The quick, brown fox', 11), 'The quick…');
  assert.equal(cutExcerpt('Donaudampfschiff', 8), 'Donauda…');
  assert.equal(cutExcerpt('abc def', 1), '…');
  assert.equal(cutExcerpt('abc def', 0), '');
});

test('scripts without spaces are cut between their words', () => {
  const text = '東京都に住んでいる友人が新しい本を書きました。';
  const cut = cutExcerpt(text, 9, 'ja');
  assert.ok(cut.endsWith('…') && graphemes(cut) <= 9, cut);
  const kept = cut.slice(0, -1);
  const ends = Array.from(
    new Intl.Segmenter('ja', { granularity: 'word' }).segment(text),
    ({ index, segment }) => index + segment.length,
  );
  assert.ok(text.startsWith(kept) && ends.includes(kept.length), cut);
});

test('characters are what a reader counts, whatever they are made of', () => {
  const family = '👨‍👩‍👧';
  assert.equal(cutExcerpt(family.repeat(5), 3), `${family.repeat(2)}…`);
  for (const text of [
    'a '.repeat(500),
    'नमस्ते दुनिया '.repeat(50),
    'e\u0301'.repeat(400),
    '日本語'.repeat(99),
  ]) {
    for (const length of [1, 2, 7, 40]) assert.ok(graphemes(cutExcerpt(text, length)) <= length);
  }
});

test('a locale that is none does no harm, and length bounds the time', async () => {
  assert.equal(cutExcerpt('one two three', 9, 'not a locale!'), 'one two…');
  const text = 'a!'.repeat(50_000);
  assert.ok((await leastCpuMs(() => cutExcerpt(text, 300))) < 50);
});
