import assert from 'node:assert/strict';
import { test } from 'node:test';
import { words } from '../../src/domain/words.ts';
import { leastCpuMs } from '../support/cpu-time.ts';

const texts = (text: string): string[] => words(text).map((word) => word.text);

test('words are folded: case, accents, compatibility forms, letters with strokes', () => {
  assert.deepEqual(texts('Crème BRÛLÉE, Straße, Łódź, smørrebrød, ﬁne ＡＢＣ'), [
    'creme',
    'brulee',
    'strasse',
    'lodz',
    'smorrebrod',
    'fine',
    'abc',
  ]);
  assert.deepEqual(texts('İstanbul ILIK ılık Ελληνικά'), ['istanbul', 'ilik', 'ilik', 'ελληνικα']);
  assert.deepEqual(texts('Ёлка русский'), ['елка', 'русский']);
});

test('vowel signs of Indian scripts are part of the word', () => {
  assert.deepEqual(texts('हिन्दी में லிங்க்'), ['हिन्दी', 'में', 'லிங்க்']);
});

test('names of languages and platforms stay what they are', () => {
  assert.deepEqual(texts('C++ and C# on .NET, not c; see node.js. End.'), [
    'c++',
    'and',
    'c#',
    'on',
    '.net',
    'not',
    'c',
    'see',
    'node',
    'js',
    'end',
  ]);
  assert.deepEqual(texts('asp.net c++17 page#top issue #5 a+b'), [
    'asp',
    'net',
    'c++',
    '17',
    'page',
    'top',
    'issue',
    '5',
    'a',
    'b',
  ]);
});

test('unspaced scripts give overlapping pairs', () => {
  assert.deepEqual(texts('日本語の Kubernetes入門、猫。'), [
    '日本',
    '本語',
    '語の',
    'kubernetes',
    '入門',
    '猫',
  ]);
  assert.deepEqual(texts('한국어'), ['한국', '국어']);
  assert.deepEqual(texts('サーバー ｻｰﾊﾞｰ'), ['サー', 'ーバ', 'バー', 'サー', 'ーバ', 'バー']);
  assert.deepEqual(texts('がぎ'), texts('がぎ'.normalize('NFD')));
  assert.deepEqual(texts('𠮷野家'), ['𠮷野', '野家']);
});

test('offsets lead back to the text', () => {
  const text = 'Über »日本語« in 𝒞afé 2.0, co\u00ADop';
  const found = words(text).map(({ text: folded, start, end }) => [folded, text.slice(start, end)]);
  assert.deepEqual(found, [
    ['uber', 'Über'],
    ['日本', '日本'],
    ['本語', '本語'],
    ['in', 'in'],
    ['cafe', '𝒞afé'],
    ['2', '2'],
    ['0', '0'],
    ['coop', 'co\u00ADop'],
  ]);
});

test('a long run is one word, cut', () => {
  assert.deepEqual(texts('x'.repeat(1000)), ['x'.repeat(64)]);
  assert.ok(words('ﷺ'.repeat(100)).every(({ text }) => text.length <= 64));
});

test('hostile text takes linear time', async () => {
  for (const piece of ['a!', '.', '.a', 'c+', 'c#', 'a\u0301', '日', 'ﾞ', '\u0301', '\uD800']) {
    const text = piece.repeat(100_000 / piece.length);
    const spent = await leastCpuMs(() => words(text), 3);
    assert.ok(spent < 500, `${JSON.stringify(piece)}: ${spent} ms`);
  }
});
