import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FRAGMENT_LENGTH } from '../../src/domain/limits.ts';
import { bestFragments, wholeFragment } from '../../src/domain/text-fragments.ts';
import type { TextFragment } from '../../src/domain/text-fragments.ts';
import type { WordPattern } from '../../src/domain/text-matches.ts';
import { findMatches, mayHaveStem, textMatcher } from '../../src/domain/text-matches.ts';
import { words } from '../../src/domain/words.ts';
import { leastCpuMs } from '../support/cpu-time.ts';

const word = (given: Partial<Extract<WordPattern, { readonly kind: 'word' }>>): WordPattern => ({
  kind: 'word',
  exact: [],
  stems: [],
  prefix: null,
  ...given,
});
const phrase = (text: string): WordPattern => ({
  kind: 'phrase',
  sequence: words(text).map((each) => each.text),
});

/** A toy dictionary: the stem is the word without an English ending. */
const stemsOf = (text: string): string[] => (text === 'the' ? [] : [text.replace(/(?:ing|ed|s)$/, '')]);

const matchesIn = (text: string, patterns: readonly WordPattern[]) =>
  findMatches(words(text), textMatcher(patterns), stemsOf);

/** A fragment with its matches in brackets. */
function marked({ text, matches }: TextFragment): string {
  return matches.reduceRight(
    (line, { start, end }) => `${line.slice(0, start)}[${line.slice(start, end)}]${line.slice(end)}`,
    text,
  );
}

const whole = (text: string, ...patterns: WordPattern[]): string =>
  marked(wholeFragment(text, matchesIn(text, patterns)));

test('words match as they are, by their stem, by their beginning', () => {
  assert.equal(whole('Caching caches: cached', word({ stems: ['cach'] })), '[Caching] caches: [cached]');
  assert.equal(whole('A cache, THE Cache', word({ exact: ['cache'] })), 'A [cache], THE [Cache]');
  assert.equal(whole('Kubernetes and kubectl', word({ prefix: 'kube' })), '[Kubernetes] and [kubectl]');
  assert.equal(whole('the cat', word({ stems: [''] })), 'the cat', 'a word that says nothing has no stem');
});

test('accents, signs and other scripts, in UTF-16 offsets', () => {
  assert.equal(
    whole('Ein Café, cafe\u0301, 😀 CAFE', word({ exact: ['cafe'] })),
    'Ein [Café], [cafe\u0301], 😀 [CAFE]',
  );
  assert.equal(whole('In C++ and C#', word({ exact: ['c++'] })), 'In [C++] and C#');
  assert.equal(whole('日本語のログ収集について', phrase('ログ収集')), '日本語の[ログ収集]について');
});

test('a phrase is one match, and what overlaps is one', () => {
  assert.equal(whole('full-text search: full text', phrase('full text')), '[full-text] search: [full text]');
  assert.equal(whole('full text search', phrase('full text'), phrase('text search')), '[full text search]');
  assert.equal(whole('full text', phrase('full text search')), 'full text');
  assert.equal(whole('a a a', phrase('a a')), '[a a a]');
});

test('only words that could have the stem are worth looking up', () => {
  const matcher = textMatcher([word({ stems: ['cach', 'ktb'] })]);
  assert.deepEqual(
    ['caches', 'al-ktb', 'search'].map((text) => mayHaveStem(matcher, text)),
    [true, true, false],
  );
});

const filler = (count: number): string => 'some other words that say nothing, '.repeat(count);

test('the fragment is where most of the terms are', () => {
  const text = `A query. ${filler(20)}the planner reads\n\na query here. ${filler(20)}a planner`;
  const patterns = [word({ exact: ['query'] }), word({ exact: ['planner'] })];
  const [first, ...others] = bestFragments(text, matchesIn(text, patterns));
  assert.match(marked(first!), /^…\S.* the \[planner\] reads a \[query\] here\. .*\S…$/);
  assert.ok(first!.text.length <= FRAGMENT_LENGTH + 2);
  assert.deepEqual(others, [], 'the others show nothing new');
});

test('further fragments bring further terms', () => {
  const text = `alpha ${filler(20)}beta ${filler(20)}alpha gamma`;
  const patterns = ['alpha', 'beta', 'gamma'].map((exact) => word({ exact: [exact] }));
  const fragments = bestFragments(text, matchesIn(text, patterns)).map(marked);
  assert.equal(fragments.length, 2);
  assert.match(fragments[0]!, /^….*\[alpha\] \[gamma\]$/);
  assert.match(fragments[1]!, /^….*\[beta\].*…$/);
});

test('cut between words, in any script', () => {
  const english = `${filler(30)}needle ${filler(30)}`;
  const [fragment] = bestFragments(english, matchesIn(english, [word({ exact: ['needle'] })]));
  const inside = fragment!.text.slice(1, -1);
  assert.ok(english.includes(` ${inside}`) && /^\w/.test(inside));
  assert.match(english.slice(english.indexOf(inside) + inside.length), /^\W/);
  assert.ok(inside.length > FRAGMENT_LENGTH * 0.8);

  const japanese = `${'指数ヒストグラムとは何か、どのように動作するか。'.repeat(30)}🇯🇵検索🇯🇵${'説明します。'.repeat(60)}`;
  const [line] = bestFragments(japanese, matchesIn(japanese, [phrase('検索')]), 'ja');
  assert.match(marked(line!), /^….+🇯🇵\[検索\]🇯🇵.+…$/u);
  assert.ok(line!.text.isWellFormed() && line!.text.length <= FRAGMENT_LENGTH + 2);
});

test('a fragment keeps to its block, when that says enough', () => {
  const text = `Heading\n${filler(2)}needle among them.\nNext block\nShort needle\nOne more block`;
  const matches = matchesIn(text, [word({ exact: ['needle'] })]);
  const cut = (of: typeof matches): string => bestFragments(text, of).map(marked).join();
  assert.equal(cut(matches.slice(0, 1)), `…${filler(2)}[needle] among them.…`);
  assert.equal(cut(matches.slice(1)), '…Short [needle] One more block');
});

test('at the ends of the text nothing is left out', () => {
  const text = `Needle ${filler(20)}`;
  const [fragment] = bestFragments(text, matchesIn(text, [word({ exact: ['needle'] })]));
  assert.match(marked(fragment!), /^\[Needle\] some/);
  assert.ok(fragment!.text.length > FRAGMENT_LENGTH * 0.8);
  assert.deepEqual(bestFragments('  Needle \n', matchesIn('  Needle \n', [word({ exact: ['needle'] })])), [
    { text: 'Needle', matches: [{ start: 0, end: 6 }] },
  ]);
  assert.deepEqual(bestFragments('nothing', []), []);
});

test('a match that is longer than a fragment is cut', () => {
  for (const text of [
    `key ${'x'.repeat(5_000)} end`,
    `key ${'x😀'.repeat(5_000)}`,
    `key ${'x '.repeat(5_000)}`,
  ]) {
    const [fragment] = bestFragments(text, matchesIn(text, [word({ prefix: 'x' }), phrase('x x')]));
    assert.ok(fragment!.text.length <= FRAGMENT_LENGTH + 2 && fragment!.text.isWellFormed());
    const [{ start, end } = { start: 0, end: 0 }] = fragment!.matches;
    assert.match(fragment!.text.slice(start, end), /^x/);
  }
});

test('linear in the text, whatever matches', async () => {
  const texts = [
    'a!'.repeat(50_000),
    'needle '.repeat(15_000),
    `${'x'.repeat(50_000)} needle ${'y'.repeat(50_000)}`,
  ];
  const patterns = [
    word({ exact: ['needle', 'a'], prefix: 'ne' }),
    phrase('a a a a'),
    phrase('needle needle'),
  ];
  const run = (): void => {
    for (const text of texts) bestFragments(text, matchesIn(text, patterns));
  };
  assert.ok((await leastCpuMs(run)) < 300);
});
