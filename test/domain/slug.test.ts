import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slugify } from '../../src/domain/slug.ts';
import { leastCpuMs } from '../support/cpu-time.ts';

test('a title becomes one lower-case segment of words joined by dashes', () => {
  assert.equal(slugify('Hello, World!'), 'hello-world');
  assert.equal(slugify("  What's new in Go 1.18? "), 'whats-new-in-go-1-18');
  assert.equal(slugify('foo/bar_baz'), 'foo-bar-baz');
  assert.equal(slugify('JavaScript & TypeScript'), 'javascript-and-typescript');
});

test('scripts that transliterate become ASCII, others keep their letters', () => {
  assert.equal(slugify('Đà Nẵng, Größe, naïve'), 'da-nang-groesse-naive');
  assert.equal(slugify('Привет мир'), 'privet-mir');
  assert.equal(slugify('日本語のReact入門 2024'), '日本語のreact入門-2024');
  assert.equal(slugify('हिन्दी में'), 'हिन्दी-में');
});

test('names that differ only in signs get different slugs', () => {
  const slugs = ['C', 'C++', 'C#', 'F#', '.NET', 'net'].map(slugify);
  assert.deepEqual(slugs, ['c', 'cpp', 'csharp', 'fsharp', 'dotnet', 'net']);
});

test('a slug is never empty, and is its own slug', () => {
  assert.equal(slugify('🎉'), '1f389');
  assert.notEqual(slugify('🎉'), slugify('🚀'));
  assert.equal(slugify(' \n'), 'untitled');
  for (const text of ['日本語 & React', '!!!', '__proto__', '\ud800a', 'İstanbul', 'C++']) {
    assert.equal(slugify(slugify(text)), slugify(text));
  }
});

test('a long title is cut between words, in bounded time', async () => {
  const slug = slugify('word '.repeat(1000));
  assert.ok(slug.length <= 150 && slug.endsWith('-word'), slug);
  assert.equal(slugify('x'.repeat(5000)).length, 150);
  for (const text of ['a!'.repeat(50_000), '漢!'.repeat(33_000)]) {
    assert.ok((await leastCpuMs(() => slugify(text))) < 50);
  }
});
