import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingTime } from '../../src/domain/reading-time.ts';
import { leastCpuMs } from '../support/cpu-time.ts';

test('words are what Unicode calls so', () => {
  assert.equal(readingTime("Don't panic: 3.14 is a number, e.g. pi.").wordCount, 8);
  assert.equal(readingTime('').wordCount, 0);
  assert.equal(readingTime('… — !!').wordCount, 0);
});

test('minutes are whole, rounded up, at least one: 238 words each', () => {
  assert.equal(readingTime('').readingTimeMinutes, 1);
  assert.equal(readingTime('word '.repeat(238)).readingTimeMinutes, 1);
  assert.equal(readingTime('word '.repeat(239)).readingTimeMinutes, 2);
});

test('Chinese and Japanese are read by characters, 500 a minute', () => {
  const { wordCount, readingTimeMinutes } = readingTime('東京都に住んでいる。'.repeat(110), 'ja');
  assert.ok(wordCount > 300 && wordCount < 800, `${wordCount}`);
  assert.equal(readingTimeMinutes, 2);
  assert.equal(readingTime('我喜欢读书'.repeat(101), 'zh').readingTimeMinutes, 2);
});

test('Korean has spaces and is read by words', () => {
  assert.equal(readingTime('안녕 세계').wordCount, 2);
});

test('100 KB of one-letter words take under 50 ms', async () => {
  const text = 'a!'.repeat(50_000);
  assert.equal(readingTime(text).wordCount, 50_000);
  const took = await leastCpuMs(() => readingTime(text));
  assert.ok(took < 50, `${took} ms`);
});
