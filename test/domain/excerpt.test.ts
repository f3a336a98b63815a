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

/** Texts, each with the ends of its words as readers of the language would mark them. */
const scripts: readonly (readonly [language: string, text: string, length: number, cut: string])[] = [
  ['th', 'ภาษาไทยเป็นภาษาราชการของประเทศไทย', 15, 'ภาษาไทยเป็นภาษา…'],
  ['ja', '東京都に住んでいる友人が新しい本を書きました。', 5, '東京都に…'],
  ['zh', '我们在北京大学学习计算机科学。', 6, '我们在北京…'],
  ['km', 'ភាសាខ្មែរជាភាសាផ្លូវការនៃប្រទេសកម្ពុជា', 9, 'ភាសាខ្មែរជា…'],
  ['km', 'ភាសាខ្មែរ\u200bជា\u200bភាសា\u200bផ្លូវការ', 9, 'ភាសាខ្មែរ\u200bជា…'],
  ['ar', 'مرحبا بالعالم، هذا نص طويل جدا', 16, 'مرحبا بالعالم…'],
  ['he', 'שלום עולם, זה טקסט ארוך', 12, 'שלום עולם…'],
  ['hi', 'नमस्ते दुनिया। यह एक लंबा पाठ है', 10, 'नमस्ते दुनिया…'],
  ['ko', '안녕하세요 세계 여러분', 9, '안녕하세요 세계…'],
  ['vi', 'Tiếng Việt là ngôn ngữ', 12, 'Tiếng Việt…'],
  ['en', 'Use node.js and C++ today', 16, 'Use node.js and…'],
  ['en', 'Use node.js and C++ today', 19, 'Use node.js and…'],
  ['en', 'Use node.js and C++ today', 20, 'Use node.js and C++…'],
  ['en', 'See https://example.com/some/long/path here', 25, 'See…'],
  ['en', 'One (two) “three” four', 16, 'One (two)…'],
];

test('every script is cut where its words end', () => {
  for (const [language, text, length, cut] of scripts) {
    assert.equal(cutExcerpt(text, length, language), cut, text);
  }
});

test('no character is ever cut apart, at any length', () => {
  const texts = [
    ...scripts.map(([, text]) => text),
    '👩🏽‍🚀👨‍👩‍👧‍👦🏳️‍🌈🇩🇪🇫🇷1️⃣❤️‍🔥'.repeat(3),
    'Cafe\u0301 re\u0301sume\u0301 nai\u0308ve',
    'क्षत्रिय क्या स्त्री',
    'Donaudampfschifffahrtsgesellschaft',
    `${'x'.repeat(100)} y`,
    '각각 한글',
  ];
  for (const text of texts) {
    const ends = new Set(
      Array.from(new Intl.Segmenter('en').segment(text), ({ index, segment }) => index + segment.length),
    );
    for (let length = 2; length <= 40; length += 1) {
      const cut = cutExcerpt(text, length);
      if (cut === text) continue;
      const kept = cut.replace(/…$/, '');
      assert.ok(graphemes(cut) <= length && cut.isWellFormed(), `${cut} of ${length}`);
      assert.ok(text.startsWith(kept) && (kept === '' || ends.has(kept.length)), `${cut} of ${length}`);
    }
  }
});

test('a character without end is left out rather than cut', () => {
  assert.equal(cutExcerpt(`a e${'\u0301'.repeat(5000)}`, 10), 'a…');
  assert.equal(cutExcerpt(`e${'\u0301'.repeat(5000)}`, 10), '…');
  assert.ok(cutExcerpt(`a ${'👨\u200d'.repeat(5000)}`, 10).isWellFormed());
});
