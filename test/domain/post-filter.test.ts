import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FILTER_CONDITIONS, FILTER_DEPTH, FILTER_VALUES } from '../../src/domain/limits.ts';
import type { PostFilter } from '../../src/domain/post-filter.ts';
import { checkPostFilter } from '../../src/domain/post-filter.ts';

const nested = (levels: number): PostFilter => (levels === 1 ? {} : { AND: [nested(levels - 1)] });
const wide = (count: number): PostFilter => ({
  OR: Array.from({ length: count / 2 }, () => ({ hasSeries: true })),
});
const long = (count: number): PostFilter => ({ tags: { any: Array.from({ length: count }, String) } });

test('at the limit', () => {
  checkPostFilter(nested(FILTER_DEPTH));
  checkPostFilter(wide(FILTER_CONDITIONS));
  checkPostFilter(long(FILTER_VALUES));
  checkPostFilter({ tags: null, AND: null, OR: null, NOT: null });
});

test('above it', () => {
  for (const filter of [nested(FILTER_DEPTH + 1), wide(FILTER_CONDITIONS + 2), long(FILTER_VALUES + 1)]) {
    assert.throws(() => checkPostFilter(filter), { code: 'BAD_USER_INPUT' });
  }
});
