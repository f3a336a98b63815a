import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { relatedness } from '../../src/domain/relatedness.ts';
import type { RelatablePost } from '../../src/domain/relatedness.ts';
import { Best } from '../../src/domain/relatedness-best.ts';
import { likeness, profileOf, sharedTerms } from '../../src/domain/relatedness-profile.ts';
import { TermCounts } from '../../src/domain/relatedness-statistics.ts';
import { countTerms } from '../../src/domain/relatedness-terms.ts';
import { leastCpuMs } from '../support/cpu-time.ts';
import { randomness } from '../support/random.ts';

const textOf = (body: string, language = 'en') =>
  countTerms({ language, title: '', lead: [], headings: [], topics: [], body });

function profilesOf(bodies: readonly string[]) {
  const counted = bodies.map((body) => textOf(body));
  const counts = TermCounts.for(bodies.length);
  for (const { hashes } of counted) counts.add(hashes);
  return counted.map((terms) => profileOf(terms, counts, bodies.length));
}

suite('terms', () => {
  test('are words, and pairs of words that stand together', () => {
    assert.deepEqual(textOf('Open source, and open-source licences.').terms, [
      'open',
      'source',
      'open source',
      'and',
      'and open',
      'licences',
      'source licences',
    ]);
  });

  test('of two languages are never the same', () => {
    assert.notDeepEqual(textOf('gift', 'en').hashes, textOf('gift', 'de').hashes);
  });

  test('of text made to take long are counted in linear time', async () => {
    for (const hostile of [
      'a!'.repeat(50_000),
      'a'.repeat(100_000),
      'é\u0301'.repeat(50_000),
      '日本'.repeat(50_000),
    ])
      assert.ok((await leastCpuMs(() => textOf(hostile), 3)) < 400, hostile.slice(0, 4));
  });
});

suite('profiles', () => {
  const bodies = [
    'the vacuum tubes of the radio',
    'the vacuum tubes of the amplifier',
    'the bread of the baker',
    'the cheese of the dairy',
    'the radio of the ship',
    'the end of the world',
    'the sum of the parts',
  ];

  test('of the same text are wholly alike, of nothing shared not at all; what all posts say does not count', () => {
    const [tubes, others, bread] = profilesOf(bodies);
    assert.ok(Math.abs(likeness(tubes!, tubes!) - 1) < 1e-6);
    assert.equal(likeness(tubes!, others!), likeness(others!, tubes!));
    assert.ok(likeness(tubes!, others!) > 0.5);
    assert.equal(likeness(tubes!, bread!), 0);
  });

  test('name what they share, a pair in place of its words', () => {
    const [tubes, others] = profilesOf(bodies);
    assert.deepEqual(sharedTerms(tubes!, others!, 5), ['vacuum tubes']);
  });

  test('keep the weightiest terms when they are to be small', () => {
    const counted = bodies.map((body) => textOf(body));
    const counts = TermCounts.for(bodies.length);
    for (const { hashes } of counted) counts.add(hashes);
    const small = profileOf(counted[0]!, counts, bodies.length, 2);
    assert.equal(small.hashes.length, 2);
    assert.ok(Math.abs(likeness(small, small) - 1) < 1e-6);
  });

  test('statistics are the same after being stored', () => {
    const counts = TermCounts.for(2);
    counts.add(textOf('one two three').hashes);
    const again = TermCounts.fromBytes(counts.toBytes());
    for (const hash of textOf('one two four').hashes) assert.equal(again.of(hash), counts.of(hash));
  });
});

suite('scores', () => {
  const blog = { posts: 30, gapDays: 3 };
  const day = (number: number): number => Date.UTC(2026, 0, number);
  const [profile, like] = profilesOf(['radio tubes', 'radio tubes', 'bread', 'cheese', 'wine']);
  const made = (id: string, given: Partial<RelatablePost> = {}): RelatablePost => ({
    id,
    language: 'en',
    translationKey: null,
    date: day(1),
    tags: new Map(),
    authors: new Set(),
    series: new Set(),
    linked: new Set(),
    profile: profile!,
    ...given,
  });
  const scoreOf = (given: Partial<RelatablePost>): number =>
    relatedness(
      made('a', { authors: new Set(['ada']), tags: new Map([['x', 2]]) }),
      made('b', { profile: like!, ...given }),
      { posts: 100, gapDays: 10 },
    );

  test('rise with what is shared, and with nearness in time', () => {
    const plain = scoreOf({});
    assert.ok(scoreOf({ authors: new Set(['ada']) }) > plain);
    assert.ok(scoreOf({ tags: new Map([['x', 2]]) }) > plain);
    assert.ok(scoreOf({ linked: new Set(['a']) }) > plain);
    assert.ok(scoreOf({ date: day(40) }) < plain);
    assert.ok(scoreOf({ date: null }) < plain);
    assert.ok(scoreOf({ date: null }) > 0);
  });

  test('are the same from either side, and 0 where nothing is shared', () => {
    const [a, b] = [
      made('a', {
        tags: new Map([
          ['x', 1],
          ['y', 3],
        ]),
        authors: new Set(['p', 'q']),
      }),
      made('b', {
        tags: new Map([
          ['y', 3],
          ['x', 1],
          ['z', 2],
        ]),
        authors: new Set(['q']),
        date: day(9),
      }),
    ];
    assert.equal(relatedness(a, b, blog), relatedness(b, a, blog));
    const empty = { hashes: new Int32Array(), weights: new Float32Array() };
    assert.equal(relatedness(made('a'), made('b', { profile: empty }), blog), 0);
  });
});

suite('the best of many', () => {
  test('are the same in whatever order they come, equal ones too', () => {
    const random = randomness(3);
    const all = Array.from({ length: 500 }, (_, place) => ({ place, score: random.below(60) }));
    const sorted = all.toSorted((a, b) => b.score - a.score || a.place - b.place);
    for (const most of [1, 2, 7, 150, 600]) {
      const best = new Best(most);
      for (const { place, score } of random.some(all, all.length)) best.add(place, score);
      const wanted = sorted.slice(0, most).map(({ place }) => place);
      assert.deepEqual(new Set(best.places), new Set(wanted));
    }
  });
});
