import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SEARCH_CHARACTERS, SEARCH_WORDS } from '../../src/domain/limits.ts';
import type { SearchTerm } from '../../src/domain/search-query.ts';
import { readSearchQuery, writeSearchQuery } from '../../src/domain/search-query.ts';
import { leastCpuMs } from '../support/cpu-time.ts';

/** A query in short: `word`, `word*` for a prefix, `[two words]` for a phrase. */
function short(text: string): { readonly any: readonly string[]; readonly none?: string } {
  const { alternatives } = readSearchQuery(text);
  const none = shortTerms(alternatives[0]!.none);
  for (const alternative of alternatives) assert.equal(shortTerms(alternative.none), none);
  const any = alternatives.map(({ all }) => shortTerms(all));
  return none === '' ? { any } : { any, none };
}

function shortTerms(terms: readonly SearchTerm[]): string {
  return terms
    .map((term) =>
      term.kind === 'phrase' ? `[${term.words.join(' ')}]` : term.text + (term.prefix ? '*' : ''),
    )
    .join(' ');
}

test('words, of which the last is still being typed unless a blank follows', () => {
  assert.deepEqual(short('graph'), { any: ['graph*'] });
  assert.deepEqual(short('graph '), { any: ['graph'] });
  assert.deepEqual(short('  Node.js\tstreams\u3000C++ c# .net'), { any: ['Node.js streams C++ c# .net*'] });
  assert.deepEqual(short('what is this?'), { any: ['what is this?'] });
  assert.deepEqual(short('kube* cluster '), { any: ['kube* cluster'] });
  assert.deepEqual(short('full-text e-mail '), { any: ['full-text e-mail'] });
  assert.deepEqual(short('कि'), { any: ['कि*'] }, 'a mark ends a word too');
});

test('phrases in whatever quotes', () => {
  for (const phrase of [
    '"a b c"',
    '“a b c”',
    '„a b c“',
    '«a b c»',
    '» a  b c «',
    '”a b c”',
    '“a b c"',
    '「a b c」',
  ]) {
    assert.deepEqual(short(phrase), { any: ['[a b c]'] }, phrase);
  }
  assert.deepEqual(short('x "a b"y'), { any: ['x [a b] y*'] });
  assert.deepEqual(short('"alone"'), { any: ['alone'] }, 'a word in quotes is no longer being typed');
  assert.deepEqual(short('"- a , b"'), { any: ['[a b]'] });
  assert.deepEqual(short('"" "-" a '), { any: ['a'] });
});

test('a quote that closes nothing is no phrase', () => {
  assert.deepEqual(short('"static web'), { any: ['static web*'] });
  assert.deepEqual(short('static web" '), { any: ['static web'] });
  assert.deepEqual(short('5" disk'), { any: ['5 disk*'] });
  assert.deepEqual(short('צה"ל בארה"ב '), { any: ['צה"ל בארה"ב'] }, 'quotes that are part of a word');
});

test('exclusions hold for every alternative, wherever they stand', () => {
  assert.deepEqual(short('docker -windows'), { any: ['docker'], none: 'windows' });
  assert.deepEqual(short('-"on the mac" docker or podman -win* '), {
    any: ['docker', 'podman'],
    none: '[on the mac] win*',
  });
  assert.deepEqual(short('docker −windows'), { any: ['docker'], none: 'windows' }, 'the sign of subtraction');
  assert.deepEqual(short('node --watch '), { any: ['node --watch'] }, 'an option is a word');
  assert.deepEqual(short('a - b '), { any: ['a b'] });
});

test('"or" between words; at an end it is a word', () => {
  assert.deepEqual(short('a b or c OR "d e" '), { any: ['a b', 'c', '[d e]'] });
  assert.deepEqual(short('or'), { any: ['or*'] });
  assert.deepEqual(short('ruée vers l’or '), { any: ['ruée vers l’or'] });
  assert.deepEqual(short('a or or b '), { any: ['a', 'b'] });
  assert.deepEqual(short('a or -x or b '), { any: ['a', 'b'], none: 'x' });
});

test('nothing to look for is an error with a code', () => {
  for (const text of ['', '  ', '?!', '""', '-', '-word', '-"a phrase" -b', '*', '\u0000', '😀', '\ud800']) {
    assert.throws(() => readSearchQuery(text), { code: 'EMPTY_QUERY' }, JSON.stringify(text));
  }
});

test('too long is an error, counted in characters as people count them', () => {
  const code = { code: 'BAD_USER_INPUT' };
  assert.doesNotThrow(() => readSearchQuery('𝒳'.repeat(SEARCH_CHARACTERS)));
  assert.throws(() => readSearchQuery('x'.repeat(SEARCH_CHARACTERS + 1)), code);
  assert.doesNotThrow(() => readSearchQuery('a '.repeat(SEARCH_WORDS)));
  assert.throws(() => readSearchQuery('a '.repeat(SEARCH_WORDS + 1)), code);
  assert.throws(() => readSearchQuery('a-'.repeat(SEARCH_WORDS + 1)), code);
  assert.throws(() => readSearchQuery(`x ${'-a '.repeat(SEARCH_WORDS)}`), code);
});

test('a query can be written again', () => {
  for (const [text, written] of [
    ['  “a b”  c or d -x -"y z"', '"a b" c or d -x -"y z"'],
    ['kub* pod', 'kub* pod'],
    ['pod -x*', 'pod -x*'],
    ['kub or po', 'kub or po'],
  ] as const) {
    assert.equal(writeSearchQuery(readSearchQuery(text)), written);
  }
});

test('takes no time, whatever is typed', async () => {
  const texts = ['"', '-', '"a', 'a"', '*', '- ', '" ', 'a or '].map((piece) =>
    piece.repeat(SEARCH_CHARACTERS).slice(0, SEARCH_CHARACTERS),
  );
  const read = (text: string): void => {
    try {
      readSearchQuery(text);
    } catch {
      // Refused is fine too.
    }
  };
  assert.ok((await leastCpuMs(() => texts.forEach(read))) < 20);
  assert.ok((await leastCpuMs(() => read('a!'.repeat(50_000)))) < 50);
});
