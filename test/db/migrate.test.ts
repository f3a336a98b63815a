import assert from 'node:assert/strict';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe, test } from 'node:test';
import { openDatabase } from '../../src/db/client.ts';
import { migrate, pendingMigrations } from '../../src/db/migrate.ts';
import { DatabaseOpenError } from '../../src/db/open-error.ts';
import { finished, startChild } from '../support/child.ts';
import { serverUrl } from '../support/server-template.ts';
import { unmigratedPlace } from '../support/test-place.ts';

const { options, drop } = await unmigratedPlace();
const db = await openDatabase({ ...options, acquireTimeoutMs: 30_000 });
let folder = '';

after(async () => {
  await db.close();
  await drop();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'colophon-migrations-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  await db.pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
});

async function file(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
}

async function refusal(): Promise<string> {
  const error: unknown = await migrate(db, folder).catch((reason: unknown) => reason);
  assert.ok(error instanceof DatabaseOpenError, String(error));
  return error.message;
}

async function tables(): Promise<readonly string[]> {
  const sql = `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`;
  return (await db.pool.query<{ name: string }>(sql)).rows.map(({ name }) => name);
}

describe('migrate', () => {
  test('builds the tables of this code, and a second time does nothing', async () => {
    const pending = await pendingMigrations(db);
    assert.deepEqual(await migrate(db), pending);
    assert.ok(pending.length >= 1);
    assert.deepEqual(await migrate(db), []);
    assert.deepEqual(await pendingMigrations(db), []);
    assert.equal(await db.prisma.post.count(), 0);
  });

  test('applies only what is missing, in the order of the names', async () => {
    await file('02_b', 'ALTER TABLE a ADD COLUMN b int');
    await file('01_a', 'CREATE TABLE a (a int)');
    assert.deepEqual(await migrate(db, folder), ['01_a', '02_b']);
    await file('03_c', 'ALTER TABLE a ADD COLUMN c int');
    assert.deepEqual(await pendingMigrations(db, folder), ['03_c']);
    assert.deepEqual(await migrate(db, folder), ['03_c']);
  });

  test('takes a file as it is: several statements, bodies in $$, semicolons in text', async () => {
    await file(
      '01_a',
      `CREATE TABLE a (a text DEFAULT ';'); -- a comment; with one
       CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 1; END; $$;
       INSERT INTO a VALUES (one()::text || ';');`,
    );
    await migrate(db, folder);
    assert.deepEqual((await db.pool.query('SELECT a FROM a')).rows, [{ a: '1;' }]);
  });

  test('keeps the first files when a later one fails, and nothing of the failing one', async () => {
    await file('01_a', 'CREATE TABLE a (a int)');
    await file('02_b', 'CREATE TABLE b (b int); SELECT 1/0');
    const message = await refusal();
    assert.equal(message, 'The migration 02_b failed: division by zero. Nothing of it was applied.');
    assert.deepEqual(await tables(), ['_prisma_migrations', 'a']);
    await file('02_b', 'CREATE TABLE b (b int)');
    assert.deepEqual(await migrate(db, folder), ['02_b']);
  });

  test('works once when called four times at once', async () => {
    const names = await Promise.all(Array.from({ length: 4 }, () => migrate(db)));
    // Which of the four applied which is chance; each was applied by one.
    assert.deepEqual(names.flat().sort(), await appliedNames());
  });
});

async function appliedNames(): Promise<readonly string[]> {
  const sql = `SELECT "migration_name" AS name FROM "_prisma_migrations" ORDER BY 1`;
  return (await db.pool.query<{ name: string }>(sql)).rows.map(({ name }) => name);
}

describe('migrate refuses, and changes nothing, when', () => {
  beforeEach(async () => {
    await file('02_b', 'CREATE TABLE b (b int)');
    await migrate(db, folder);
  });

  test('an applied file was edited', async () => {
    await file('02_b', 'CREATE TABLE b (b bigint)');
    await file('03_c', 'CREATE TABLE c (c int)');
    assert.match(await refusal(), /^The migration 02_b was edited after it was applied\. Restore the file/);
    assert.deepEqual(await tables(), ['_prisma_migrations', 'b']);
  });

  test('the database is ahead of the code', async () => {
    await rm(join(folder, '02_b'), { recursive: true });
    await file('03_c', 'CREATE TABLE c (c int)');
    assert.match(
      await refusal(),
      /^The migration 02_b is not known to this version of Colophon\. Run the version/,
    );
    await assert.rejects(pendingMigrations(db, folder), DatabaseOpenError);
  });

  test('a file would go in before an applied one', async () => {
    await file('01_a', 'CREATE TABLE a (a int)');
    assert.match(await refusal(), /^The migration 01_a was added before 02_b, which is applied\./);
  });

  test('another tool left a migration unfinished', async () => {
    await db.pool.query(`UPDATE "_prisma_migrations" SET "finished_at" = NULL`);
    assert.match(await refusal(), /^The migration 02_b failed half-way\. .*prisma migrate resolve/);
    await db.pool.query(`UPDATE "_prisma_migrations" SET "rolled_back_at" = now()`);
    await db.pool.query('DROP TABLE b');
    assert.deepEqual(await migrate(db, folder), ['02_b']);
  });

  test('but not for line ends', async () => {
    await file('02_b', 'CREATE TABLE b (b int)');
    await file('03_c', 'CREATE TABLE c (\n  c int\n)');
    await migrate(db, folder);
    await file('03_c', 'CREATE TABLE c (\r\n  c int\r\n)');
    assert.deepEqual(await migrate(db, folder), []);
  });
});

if (serverUrl !== undefined) {
  test('four processes that start at once apply each file once', async () => {
    const children = Array.from({ length: 4 }, () =>
      startChild(
        `import { openDatabase } from 'src/db/client.ts';
         import { migrate } from 'src/db/migrate.ts';
         const db = await openDatabase(input);
         console.log('applied', (await migrate(db)).length);
         await db.close();`,
        { ...options, acquireTimeoutMs: 30_000 },
      ),
    );
    const ends = await Promise.all(children.map(finished));
    for (const { code, out } of ends) assert.equal(code, 0, out);
    const counts = ends.map(({ out }) => Number(/applied (\d+)/.exec(out)?.[1]));
    assert.equal(
      counts.reduce((sum, count) => sum + count),
      (await appliedNames()).length,
    );
    assert.deepEqual(await pendingMigrations(db), []);
  });
}
