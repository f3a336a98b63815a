import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDatabase } from '../../src/db/client.ts';
import { Readiness } from '../../src/server/readiness.ts';
import { testPlace, unmigratedPlace } from '../support/test-place.ts';
import { smallServer } from '../support/server.ts';

const feed = { current: () => 12n, alive: () => true };

test('ready: database, migrations and version feed are well; stopping: said at once', async (t) => {
  const { options, drop } = await testPlace();
  const db = await openDatabase(options);
  t.after(async () => {
    await db.close();
    await drop();
  });
  const readiness = new Readiness(db, feed);
  const well = { database: true, migrations: true, versionFeed: true, contentVersion: '12' };
  assert.deepEqual(await readiness.check(), { status: 'ready', ...well });
  readiness.stop();
  assert.deepEqual(await readiness.check(), { status: 'stopping', ...well });
});

test('not ready: migrations missing, or a feed that hears nothing, or no database', async (t) => {
  const { options, drop } = await unmigratedPlace();
  const db = await openDatabase(options);
  t.after(drop);
  const unmigrated = await new Readiness(db, feed).check();
  assert.deepEqual(
    [unmigrated.status, unmigrated.database, unmigrated.migrations],
    ['not ready', true, false],
  );
  const deaf = await new Readiness(db, { ...feed, alive: () => false }).check();
  assert.deepEqual([deaf.status, deaf.versionFeed], ['not ready', false]);
  await db.close();
  const gone = await new Readiness(db, feed).check();
  assert.deepEqual([gone.status, gone.database], ['not ready', false]);
});

test('/readyz is 503 with Retry-After when not ready, and /healthz is well all the same', async () => {
  const state = {
    status: 'not ready',
    database: false,
    migrations: false,
    versionFeed: false,
    contentVersion: '0',
  } as const;
  const { fetch } = smallServer({}, { readiness: { check: () => Promise.resolve(state) } });
  const ready = await fetch('/readyz');
  assert.deepEqual([ready.status, ready.headers.get('retry-after')], [503, '1']);
  assert.deepEqual(JSON.parse(ready.text), state);
  assert.equal((await fetch('/healthz')).status, 200);
});
