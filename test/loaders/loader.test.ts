/** Batches and waves, against a database that answers when and in the order that the test says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { defineLoader, load, loadAll } from '../../src/loaders/loader.ts';
import { read } from '../../src/loaders/read.ts';
import type { ReadScope } from '../../src/loaders/scope.ts';
import { testDatabase } from '../support/database.ts';

const db = await testDatabase();

function newScope(): ReadScope {
  return { db, viewer: { kind: 'public' }, urls: { site: null, media: 'https://api.example' } };
}

/** A loader that notes its batches, each after so many seconds in the database. */
function slowLoader(seconds: number) {
  const batches: (readonly string[])[] = [];
  const loader = defineLoader<string, string>(async (keys, scope) => {
    batches.push(keys);
    await read(scope, Prisma.sql`select pg_sleep(${seconds}::double precision)::text as "slept"`);
    return keys.map((key) => key.toUpperCase());
  });
  return { loader, batches };
}

test('all keys of one turn are one batch; a key that was read is not read again', async () => {
  const { loader, batches } = slowLoader(0);
  const scope = newScope();
  assert.deepEqual(await loadAll(scope, loader, ['a', 'b', 'a']), ['A', 'B', 'A']);
  assert.equal(await load(scope, loader, 'b'), 'B');
  assert.deepEqual(batches, [['a', 'b']]);
});

test('each request reads for itself', async () => {
  const { loader, batches } = slowLoader(0);
  await Promise.all([load(newScope(), loader, 'a'), load(newScope(), loader, 'a')]);
  assert.deepEqual(batches, [['a'], ['a']]);
});

test('equal objects are one key when the loader says how', async () => {
  const batches: number[] = [];
  const loader = defineLoader<{ readonly id: number }, number>(
    (keys) => {
      batches.push(keys.length);
      return Promise.resolve(keys.map(({ id }) => id * 2));
    },
    ({ id }) => String(id),
  );
  assert.deepEqual(await loadAll(newScope(), loader, [{ id: 1 }, { id: 2 }, { id: 1 }]), [2, 4, 2]);
  assert.deepEqual(batches, [2]);
});

test('what several statements of a wave lead to is one batch, whichever is back first', async () => {
  for (const [first, second] of [
    [0.05, 0],
    [0, 0.05],
  ] as const) {
    const [one, other, below] = [slowLoader(first), slowLoader(second), slowLoader(0)];
    const scope = newScope();
    const found = await Promise.all([
      load(scope, one.loader, 'a').then((value) => load(scope, below.loader, `one ${value}`)),
      load(scope, other.loader, 'b').then((value) => load(scope, below.loader, `other ${value}`)),
    ]);
    assert.deepEqual(found, ['ONE A', 'OTHER B']);
    assert.deepEqual(
      below.batches.map((keys) => keys.toSorted()),
      [['one A', 'other B']],
    );
  }
});

test('a failed batch fails its keys only, and the next wave goes out', async () => {
  const failing = defineLoader<string, string>(async (_keys, scope) => {
    await read(scope, Prisma.sql`select 1 / 0`);
    return [];
  });
  const { loader } = slowLoader(0);
  const scope = newScope();
  const [failed, fine] = await Promise.allSettled([load(scope, failing, 'a'), load(scope, loader, 'b')]);
  assert.deepEqual([failed.status, fine.status], ['rejected', 'fulfilled']);
  assert.equal(await load(scope, loader, 'c'), 'C');
});

test('a loader whose batch waits for another loader comes to an end', async () => {
  const { loader: inner } = slowLoader(0);
  const outer = defineLoader<string, string>((keys, scope) => loadAll(scope, inner, keys));
  assert.equal(await load(newScope(), outer, 'a'), 'A');
});
