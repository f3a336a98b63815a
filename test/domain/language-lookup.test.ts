import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DomainError } from '../../src/domain/errors.ts';
import { lookUpLanguages, readLanguageRanges } from '../../src/domain/language-lookup.ts';
import { leastCpuMs } from '../support/cpu-time.ts';

const badInput = (error: unknown): boolean => error instanceof DomainError && error.code === 'BAD_USER_INPUT';

test('ranges come in their canonical spelling, the wanted one first', () => {
  assert.equal(readLanguageRanges(null, null), null);
  assert.equal(readLanguageRanges(undefined, undefined), null);
  assert.deepEqual(readLanguageRanges('EN-gb', ['zh-hans-cn', '*']), ['en-GB', 'zh-Hans-CN', '*']);
  assert.deepEqual(readLanguageRanges('iw', []), ['he']);
});

test('what is no language is refused', () => {
  for (const text of [
    '',
    'e',
    'en_GB',
    'german!',
    'en-',
    '-',
    'de\0',
    '\ud800',
    '__proto__',
    'a'.repeat(10_000),
  ]) {
    assert.throws(() => readLanguageRanges(text, null), badInput, JSON.stringify(text));
    assert.throws(() => readLanguageRanges('en', [text]), badInput, JSON.stringify(text));
  }
  assert.throws(() => readLanguageRanges(null, ['en']), badInput);
  assert.throws(() => readLanguageRanges(null, []), badInput);
  assert.throws(
    () =>
      readLanguageRanges(
        'en',
        Array.from({ length: 10 }, () => 'de'),
      ),
    badInput,
  );
});

test('a range is met by itself, else by what it is a form of, else by its own forms', () => {
  const known = ['en', 'de', 'pt-BR', 'zh-Hant', 'de-AT', 'en-US', 'pt-PT'];
  const cases: readonly (readonly [readonly string[], readonly string[]])[] = [
    [['en'], ['en']],
    [['en-GB'], ['en']],
    [['en-US'], ['en-US']],
    [['de-CH-1996'], ['de']],
    [['zh-Hant-TW'], ['zh-Hant']],
    [['pt'], ['pt-BR', 'pt-PT']],
    [['zh'], ['zh-Hant']],
    [['pt-AO'], []],
    [['fr'], []],
    [['en-a-bbb'], ['en']],
    [['en-x-y'], ['en']],
    [
      ['de', 'en'],
      ['de', 'en'],
    ],
    [
      ['de-CH', 'de', 'en'],
      ['de', 'en'],
    ],
    [['fr', '*'], known],
    [
      ['de', '*'],
      ['de', 'en', 'pt-BR', 'zh-Hant', 'de-AT', 'en-US', 'pt-PT'],
    ],
  ];
  for (const [ranges, found] of cases) assert.deepEqual(lookUpLanguages(ranges, known), found, ranges.join());
  assert.deepEqual(lookUpLanguages(['en-gb'], ['EN-GB']), ['EN-GB']);
  assert.deepEqual(lookUpLanguages(['*'], []), []);
});

test('long ranges take no time', async () => {
  const range = `en-x${'-a'.repeat(20_000)}`;
  assert.ok((await leastCpuMs(() => assert.throws(() => readLanguageRanges(range, null)))) < 50);
});
