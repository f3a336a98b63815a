import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import { openDatabase } from '../../src/db/client.ts';
import { writeContent } from '../../src/db/change-log.ts';
import { watchVersion } from '../../src/db/version-feed.ts';
import { testDatabase } from '../support/database.ts';
import { testPlace } from '../support/test-place.ts';
import { until } from '../support/until.ts';

const now = new Date('2026-01-02T03:04:05Z');
const never = 3_600_000;

function writeTag(db: Parameters<typeof writeContent>[0], id: string) {
  return writeContent(db, now, async (tx) =>
    tx.record({ action: 'CREATED', entityType: 'TAG', entityId: id }),
  );
}

test('a write is heard of at once, without a look', async (t) => {
  const db = await testDatabase(t);
  const heard: bigint[] = [];
  const feed = await watchVersion(db, (version) => heard.push(version), { pollMs: never, retryMs: never });
  assert.equal(feed.current(), 0n);
  assert.equal(feed.alive(), true);
  await writeTag(db, 'a');
  await writeTag(db, 'b');
  await until(() => feed.current() === 2n);
  assert.deepEqual(heard, [1n, 2n]);
  await feed.close();
});

test('a write that is rolled back is not', async (t) => {
  const db = await testDatabase(t);
  const feed = await watchVersion(db, () => {}, { pollMs: never, retryMs: never });
  await assert.rejects(
    writeContent(db, now, async (tx) => {
      tx.record({ action: 'CREATED', entityType: 'TAG', entityId: 'a' });
      throw new Error('no');
    }),
    /^Error: no$/,
  );
  await sleep(50);
  assert.equal(feed.current(), 0n);
  await feed.close();
});

test('the feed holds no connection that reads need', async (t) => {
  const db = await testDatabase(t, { poolMax: 1, acquireTimeoutMs: 1_000 });
  const feed = await watchVersion(db);
  await Promise.all(Array.from({ length: 20 }, () => db.prisma.post.count()));
  await feed.close();
});

test('what was there before the start is known', async (t) => {
  const db = await testDatabase(t);
  await writeTag(db, 'a');
  const feed = await watchVersion(db);
  assert.equal(feed.current(), 1n);
  await feed.close();
});

test('after its connection is killed it finds what it missed, and hears again', async (t) => {
  const { options, drop } = await testPlace();
  const db = await openDatabase({ ...options, acquireTimeoutMs: 30_000 });
  t.after(async () => {
    await db.close();
    await drop();
  });
  if (db.kind === 'embedded') return t.skip('the embedded database has no connection to kill');
  const feed = await watchVersion(db, () => {}, { pollMs: never, retryMs: 20 });
  await db.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
  );
  await until(() => !feed.alive());
  await writeTag(db, 'a');
  await until(() => feed.alive() && feed.current() === 1n);
  await writeTag(db, 'b');
  await until(() => feed.current() === 2n);
  await feed.close();
});

test('a version that was never announced is found by looking', async (t) => {
  const db = await testDatabase(t);
  if (db.kind === 'embedded') return t.skip('nobody else can write to the embedded database');
  const feed = await watchVersion(db, () => {}, { pollMs: 20, retryMs: 20 });
  await db.prisma.change.create({
    data: { seq: 7n, at: now, action: 'UPDATED', entityType: 'SITE', entityId: '1' },
  });
  await until(() => feed.current() === 7n);
  await feed.close();
});
