import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SpooledList } from '../../src/spool/spooled-list.ts';
import { Spool } from '../../src/spool/spool.ts';

interface Thing {
  readonly name: string;
  readonly tags: ReadonlyMap<string, number>;
  readonly linked: ReadonlySet<string>;
  readonly hashes: Int32Array;
  readonly weights: Float32Array;
}

/** Of every length, so that nothing is aligned by chance; the last is larger than what is gathered in memory. */
const things = [0, 1, 2, 3, 5, 8, 13, 300_000].map((length): Thing => ({
  name: `Tea ${'é茶'.repeat(length % 7)}`,
  tags: new Map([['tea', length]]),
  linked: new Set(['a', String(length)]),
  hashes: Int32Array.from({ length }, (_, index) => index * -7),
  weights: Float32Array.from({ length: length + 1 }, (_, index) => index / 4),
}));

async function withList(use: (list: SpooledList<Thing>, spool: Spool) => void): Promise<void> {
  const spool = await Spool.open();
  try {
    use(new SpooledList<Thing>(spool), spool);
  } finally {
    spool.close();
  }
}

test('plain data with typed arrays comes back as it was, from a file that others write to as well', async () => {
  await withList((list, spool) => {
    for (const [index, thing] of things.entries()) {
      spool.add('x'.repeat(index));
      list.push(thing);
    }
    assert.equal(list.length, things.length);
    assert.deepEqual(
      things.map((_, index) => list.at(index)),
      things,
    );
    assert.deepEqual(
      things.map((_, index) => structuredClone(list.peek(index))),
      things,
    );
    assert.equal(list.at(things.length), undefined);
    assert.equal(list.peek(-1), undefined);
  });
});

test('what was read is kept, whatever is looked at later', async () => {
  await withList((list) => {
    for (const thing of things) list.push(thing);
    const read = things.map((_, index) => list.at(index));
    for (const [index] of things.entries()) list.peek(index);
    assert.deepEqual(read, things);
  });
});

test('part of an array is stored by itself, and other things of bytes are refused', async () => {
  await withList((list) => {
    const [thing] = things;
    assert.ok(thing);
    list.push({ ...thing, hashes: Int32Array.of(1, 2, 3, 4).subarray(1, 3) });
    assert.deepEqual([...(list.at(0)?.hashes ?? [])], [2, 3]);
    const other = { ...thing, hashes: new BigInt64Array(1) as unknown as Int32Array };
    assert.throws(() => list.push(other), { name: 'TypeError' });
    assert.equal(list.length, 1);
  });
});
