import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChangeEntry } from '../../src/db/change-entry.ts';
import { contentVersion, writeContent } from '../../src/db/change-log.ts';
import { openDatabase } from '../../src/db/client.ts';
import { countStatements, emptyDatabase, testDatabase } from '../support/database.ts';
import { finished, startChild } from '../support/child.ts';
import { serverUrl } from '../support/server-template.ts';
import { testPlace } from '../support/test-place.ts';

const db = await testDatabase();
afterEach(() => emptyDatabase(db));

const now = new Date('2026-01-02T03:04:05.678Z');
const tag = (entityId: string, rest: Partial<ChangeEntry> = {}): ChangeEntry => ({
  action: 'UPDATED',
  entityType: 'TAG',
  entityId,
  ...rest,
});
const log = () => db.prisma.change.findMany({ orderBy: { seq: 'asc' } });
const record = (...entries: ChangeEntry[]) =>
  writeContent(db, now, (tx) => {
    for (const entry of entries) tx.record(entry);
  });

describe('writeContent', () => {
  test('appends what was recorded, numbered on', async () => {
    assert.equal(await contentVersion(db), 0n);
    await record(tag('a', { action: 'CREATED', path: '/a' }), tag('b'));
    const result = await writeContent(db, now, (tx) => {
      tx.record({ action: 'REMOVED', entityType: 'POST', entityId: 'p', path: '/p' });
      return 'done';
    });
    assert.equal(result, 'done');
    assert.equal(await contentVersion(db), 3n);
    assert.deepEqual(await log(), [
      { seq: 1n, at: now, action: 'CREATED', entityType: 'TAG', entityId: 'a', path: '/a', oldPath: null },
      { seq: 2n, at: now, action: 'UPDATED', entityType: 'TAG', entityId: 'b', path: null, oldPath: null },
      { seq: 3n, at: now, action: 'REMOVED', entityType: 'POST', entityId: 'p', path: '/p', oldPath: null },
    ]);
  });

  test('appends nothing when nothing was recorded', async () => {
    await record();
    assert.equal(await contentVersion(db), 0n);
  });

  test('appends thousands of entries in one statement', async () => {
    const entries = Array.from({ length: 2_000 }, (_, index) => tag(String(index)));
    const { statements } = await countStatements(db, () => record(...entries));
    // The time limit, the lock, the append.
    assert.equal(statements.length, 3);
    assert.equal(await contentVersion(db), 2_000n);
  });

  test('appends more in several, numbered on without a gap, and announces the last', async () => {
    const heard: (string | undefined)[] = [];
    const listener = db.kind === 'postgresql' ? await db.pool.connect() : null;
    listener?.on('notification', ({ payload }) => heard.push(payload));
    await listener?.query('listen colophon_change');
    const entries = Array.from({ length: 4_001 }, (_, index) => tag(String(index)));
    const { statements } = await countStatements(db, () => record(...entries));
    await listener?.query('unlisten *');
    listener?.release();
    assert.equal(statements.length, 5);
    const rows = await log();
    assert.deepEqual(
      rows.map(({ seq, entityId }) => [seq, entityId]),
      entries.map(({ entityId }, index) => [BigInt(index + 1), entityId]),
    );
    if (listener !== null) assert.deepEqual(heard, ['4001']);
  });

  test('leaves nothing behind when the work throws, and the error is the work’s own', async () => {
    const failure = new Error('changed my mind');
    const failing = writeContent(db, now, async (tx) => {
      await tx.prisma.redirect.create({ data: { path: '/x', kind: 'GONE' } });
      tx.record(tag('a'));
      throw failure;
    });
    await assert.rejects(failing, (error) => error === failure);
    assert.equal(await contentVersion(db), 0n);
    assert.equal(await db.prisma.redirect.count(), 0);
    await record(tag('b'));
    assert.equal(await contentVersion(db), 1n);
  });

  test('leaves nothing behind when the database refuses', async () => {
    const failing = writeContent(db, now, async (tx) => {
      tx.record(tag('a'));
      await tx.prisma.redirect.create({ data: { path: 'no-slash', kind: 'GONE' } });
    });
    await assert.rejects(failing);
    assert.equal(await contentVersion(db), 0n);
  });

  test('lets twenty writers take turns: no gap, none lost, each reads what the one before wrote', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        writeContent(db, now, async (tx) => {
          const before = await tx.prisma.redirect.count();
          await tx.prisma.redirect.create({ data: { path: `/${before}`, kind: 'GONE' } });
          tx.record(tag(`${index} a`));
          if (index % 5 === 4) throw new Error('this one fails');
          tx.record(tag(`${index} b`));
        }).catch(() => {}),
      ),
    );
    const entries = await log();
    assert.deepEqual(
      entries.map(({ seq }) => seq),
      Array.from({ length: 32 }, (_, index) => BigInt(index + 1)),
    );
    assert.equal(await db.prisma.redirect.count(), 16);
  });

  test('inside itself is refused, not waited for', async () => {
    const nested = writeContent(db, now, () => writeContent(db, now, () => {}));
    await assert.rejects(nested, /would wait for itself/);
  });

  test('runs longer than a read may', async (t) => {
    const slow = await testDatabase(t, { statementTimeoutMs: 50 });
    await writeContent(slow, now, (tx) => tx.prisma.$executeRaw`SELECT pg_sleep(0.2)`);
  });

  test('reads go on while writers wait', async (t) => {
    if (serverUrl === undefined) return; // The embedded database does one thing at a time.
    const busy = await testDatabase(t, { poolMax: 2, acquireTimeoutMs: 1_000 });
    const writers = Array.from({ length: 10 }, () => writeContent(busy, now, () => sleep(20)));
    for (let reads = 0; reads < 10; reads += 1) await busy.prisma.post.count();
    await Promise.all(writers);
  });
});

describe('changes to one entity in one transaction', () => {
  const merged = async (...entries: ChangeEntry[]) => {
    await record(...entries);
    return (await log()).map(({ action, path, oldPath }) => ({ action, path, oldPath }));
  };

  test('made and changed is made', async () => {
    const entries = [tag('a', { action: 'CREATED', path: '/a' }), tag('a', { path: '/b', oldPath: '/a' })];
    assert.deepEqual(await merged(...entries), [{ action: 'CREATED', path: '/b', oldPath: null }]);
  });

  test('made and removed never was', async () => {
    assert.deepEqual(await merged(tag('a', { action: 'CREATED' }), tag('a', { action: 'REMOVED' })), []);
  });

  test('removed and made again is changed', async () => {
    const entries = [
      tag('a', { action: 'REMOVED', path: '/a' }),
      tag('a', { action: 'CREATED', path: '/b' }),
    ];
    assert.deepEqual(await merged(...entries), [{ action: 'UPDATED', path: '/b', oldPath: '/a' }]);
  });

  test('moved twice is moved once, and moved back is not moved', async () => {
    const there = [tag('a', { path: '/b', oldPath: '/a' }), tag('a', { path: '/c', oldPath: '/b' })];
    assert.deepEqual(await merged(...there), [{ action: 'UPDATED', path: '/c', oldPath: '/a' }]);
    await emptyDatabase(db);
    const back = [tag('a', { path: '/b', oldPath: '/a' }), tag('a', { path: '/a', oldPath: '/b' })];
    assert.deepEqual(await merged(...back), [{ action: 'UPDATED', path: '/a', oldPath: null }]);
  });

  test('a post and a tag of one id are two', async () => {
    assert.equal((await merged(tag('a'), { ...tag('a'), entityType: 'POST' })).length, 2);
  });
});

if (serverUrl !== undefined) {
  test('writers of several processes leave one log without gaps', async (t) => {
    const { options, drop } = await testPlace();
    t.after(drop);
    const children = Array.from({ length: 3 }, () =>
      startChild(
        `import { openDatabase } from 'src/db/client.ts';
         import { writeContent } from 'src/db/change-log.ts';
         const db = await openDatabase(input);
         const one = (n) => writeContent(db, new Date(), async (tx) =>
           tx.record({ action: 'UPDATED', entityType: 'TAG', entityId: process.pid + ' ' + n }));
         await Promise.all(Array.from({ length: 20 }, (_, n) => one(n)));
         await db.close();`,
        { ...options, acquireTimeoutMs: 30_000 },
      ),
    );
    for (const { out, code } of await Promise.all(children.map(finished))) assert.equal(code, 0, out);
    const after = await openDatabase(options);
    const { rows } = await after.pool.query(
      'SELECT count(*)::int AS n, max("seq")::int AS last, count(DISTINCT "entityId")::int AS names FROM "Change"',
    );
    assert.deepEqual(rows, [{ n: 60, last: 60, names: 60 }]);
    await after.close();
  });
}
