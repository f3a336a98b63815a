import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, test } from 'node:test';
import { writeContent } from '../../src/db/change-log.ts';
import { watchVersion } from '../../src/db/version-feed.ts';
import { emptyDatabase, testDatabase } from '../support/database.ts';
import { serverUrl } from '../support/server-template.ts';
import { until } from '../support/until.ts';

const now = new Date('2026-01-02T03:04:05Z');
const never = 3_600_000;

const db = await testDatabase();
afterEach(() => emptyDatabase(db));

function writeTag(id: string) {
  return writeContent(db, now, (tx) => tx.record({ action: 'CREATED', entityType: 'TAG', entityId: id }));
}

test('a write is heard of at once, without a look', async () => {
  const heard: bigint[] = [];
  const feed = await watchVersion(db, (version) => heard.push(version), { pollMs: never, retryMs: never });
  assert.equal(feed.current(), 0n);
  assert.equal(feed.alive(), true);
  await writeTag('a');
  await writeTag('b');
  await until(() => feed.current() === 2n);
  assert.deepEqual(heard, [1n, 2n]);
  await feed.close();
});

test('a write that is rolled back is not', async () => {
  const feed = await watchVersion(db, () => {}, { pollMs: never, retryMs: never });
  await assert.rejects(
    writeContent(db, now, (tx) => {
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
  const small = await testDatabase(t, { poolMax: 1, acquireTimeoutMs: 1_000 });
  const feed = await watchVersion(small);
  await Promise.all(Array.from({ length: 20 }, () => small.prisma.post.count()));
  await feed.close();
});

test('what was there before the start is known', async () => {
  await writeTag('a');
  const feed = await watchVersion(db);
  assert.equal(feed.current(), 1n);
  await feed.close();
});

// Only PostgreSQL has a connection to kill, and others that may write.
if (serverUrl !== undefined) {
  test('after its connection is killed it finds what it missed, and hears again', async () => {
    const feed = await watchVersion(db, () => {}, { pollMs: never, retryMs: 20 });
    await db.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
    );
    await until(() => !feed.alive());
    await writeTag('a');
    await until(() => feed.alive() && feed.current() === 1n);
    await writeTag('b');
    await until(() => feed.current() === 2n);
    await feed.close();
  });

  test('a version that was never announced is found by looking', async () => {
    const feed = await watchVersion(db, () => {}, { pollMs: 20, retryMs: 20 });
    await db.prisma.change.create({
      data: { seq: 7n, at: now, action: 'UPDATED', entityType: 'SITE', entityId: '1' },
    });
    await until(() => feed.current() === 7n);
    await feed.close();
  });
}
