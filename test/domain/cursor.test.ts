import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeCursor, encodeCursor } from '../../src/domain/cursor.ts';
import type { CursorType, CursorValue } from '../../src/domain/cursor.ts';

const id = '00000000-0000-5000-8000-000000000001';
const samples: readonly (readonly [CursorType, CursorValue])[] = [
  ['time', 0],
  ['time', -62_135_596_800_000],
  ['time', 253_402_300_799_999],
  ['text', ''],
  ['text', 'ä "quoted" 日本 😀'],
  ['integer', -(2 ** 31) + 1],
  ['integer', 2_147_483_647],
  ['real', 0.1 + 0.2],
  ['uuid', id],
];

test('what goes in comes out', () => {
  for (const [type, value] of samples) {
    const cursor = encodeCursor('list', [value, id]);
    assert.match(cursor, /^[\w-]+$/);
    assert.deepEqual(decodeCursor('list', cursor, [type, 'uuid']), [value, id]);
  }
});

const code = { code: 'BAD_CURSOR' };

test('another list, other types, another number of values', () => {
  const cursor = encodeCursor('list', [1, id]);
  assert.throws(() => decodeCursor('other', cursor, ['integer', 'uuid']), code);
  assert.throws(() => decodeCursor('list', cursor, ['text', 'uuid']), code);
  assert.throws(() => decodeCursor('list', cursor, ['uuid']), code);
  assert.throws(() => decodeCursor('list', cursor, ['integer', 'uuid', 'uuid']), code);
});

test('values that no list of ours holds, with a good checksum', () => {
  const bad: readonly (readonly [CursorType, CursorValue])[] = [
    ['time', 0.5],
    ['time', 1e18],
    ['integer', 2 ** 31],
    ['integer', 1.5],
    ['text', 'a\0b'],
    ['text', '\ud800'],
    ['uuid', 'x'],
    ['uuid', id.toUpperCase().replace('5', 'A')],
    ['real', 'x'],
  ];
  for (const [type, value] of bad) {
    assert.throws(
      () => decodeCursor('list', encodeCursor('list', [value]), [type]),
      code,
      `${type} ${String(value)}`,
    );
  }
});
