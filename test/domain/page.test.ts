import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOrder } from '../../src/domain/order.ts';
import { pageCost, readPage } from '../../src/domain/page.ts';

test('a page forward, backward, and as it comes', () => {
  const open = { after: null, before: null };
  assert.deepEqual(readPage({}), { size: 20, backward: false, ...open });
  assert.deepEqual(readPage({ first: 100, after: 'x' }), {
    size: 100,
    backward: false,
    after: 'x',
    before: null,
  });
  assert.deepEqual(readPage({ last: 1, before: 'x' }), { size: 1, backward: true, after: null, before: 'x' });
  assert.deepEqual(readPage({ first: null, last: null }), { size: 20, backward: false, ...open });
});

test('sizes that are refused, and still have a price', () => {
  for (const args of [{ first: 0 }, { last: 0 }, { first: 101 }, { last: -3 }, { first: 1, last: 1 }]) {
    assert.throws(() => readPage(args), { code: 'BAD_PAGE_SIZE' });
    assert.ok(pageCost(args) >= 1 && pageCost(args) <= 100);
  }
});

test('an order is as given, or the usual one; no field comes twice', () => {
  const usual = { field: 'NAME', direction: 'ASC' } as const;
  assert.deepEqual(readOrder(null, usual), [usual]);
  assert.deepEqual(readOrder([], usual), [usual]);
  const given = [{ field: 'B', direction: 'DESC' } as const, { field: 'A', direction: 'ASC' } as const];
  assert.equal(readOrder<string>(given, usual), given);
  assert.throws(() => readOrder<string>([given[0]!, given[0]!], usual), { code: 'BAD_USER_INPUT' });
});
