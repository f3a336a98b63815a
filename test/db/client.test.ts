import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { openDatabase } from '../../src/db/client.ts';
import { DatabaseOpenError } from '../../src/db/open-error.ts';
import { entityId } from '../../src/domain/entity-id.ts';
import { countStatements, emptyDatabase, testDatabase } from '../support/database.ts';

const db = await testDatabase();
afterEach(() => emptyDatabase(db));

const category = (slug: string, parent?: string) => ({
  id: entityId('Category', slug),
  slug,
  treePath: slug,
  path: `/categories/${slug}`,
  name: slug,
  sortName: slug,
  declared: true,
  parentId: parent === undefined ? null : entityId('Category', parent),
});

describe('an open database', () => {
  test('reads what was written', async () => {
    await db.prisma.category.create({ data: category('a') });
    await db.prisma.category.create({ data: category('b', 'a') });
    assert.equal(await db.prisma.category.count(), 2);
  });

  test('is empty again for the next test', async () => {
    assert.equal(await db.prisma.category.count(), 0);
  });

  test('keeps times to the millisecond, whatever the zone of server and process', async () => {
    const at = new Date('2024-07-01T23:59:59.123Z');
    await db.prisma.change.create({
      data: { seq: 1n, at, action: 'UPDATED', entityType: 'SITE', entityId: '1' },
    });
    const change = await db.prisma.change.findFirstOrThrow();
    assert.equal(change.at.toISOString(), at.toISOString());
    const [row] = await db.prisma.$queryRaw<{ text: string; json: { at: string } }[]>`
      SELECT to_char("at", 'YYYY-MM-DD"T"HH24:MI:SS.MS') AS "text", jsonb_build_object('at', "at") AS "json" FROM "Change"`;
    assert.equal(row?.text, '2024-07-01T23:59:59.123');
    assert.equal(row.json.at, '2024-07-01T23:59:59.123+00:00');
  });

  test('compares sort columns bytewise, whatever its locale', async () => {
    for (const slug of ['b', 'ä', 'a-z', 'a b', 'z'])
      await db.prisma.category.create({ data: category(slug) });
    const rows = await db.prisma.category.findMany({ orderBy: { sortName: 'asc' } });
    assert.deepEqual(
      rows.map((row) => row.sortName),
      ['a b', 'a-z', 'b', 'z', 'ä'],
    );
  });

  test('prepares a statement that carries our comment, and only that, once', async () => {
    for (const id of [1, 2, 3]) {
      await db.prisma.$queryRaw`/* nameOfThisTest */ SELECT ${id}::int`;
      await db.prisma.$queryRaw`SELECT ${id}::int`;
    }
    const sql = `SELECT "name" FROM pg_prepared_statements WHERE "name" LIKE 'nameOfThisTest%' OR "name" = ''`;
    const { rows } = await db.pool.query<{ name: string }>(sql);
    assert.equal(rows.length, 1);
    assert.match(rows[0]?.name ?? '', /^nameOfThisTest_[0-9a-f]{16}$/);
  });

  test('runs twenty transactions at once', async () => {
    const slugs = Array.from({ length: 20 }, (_, index) => `c${index}`);
    await Promise.all(
      slugs.map((slug) =>
        db.prisma.$transaction(async (tx) => {
          await tx.category.create({ data: category(slug) });
          return tx.category.findUniqueOrThrow({ where: { treePath: slug } });
        }),
      ),
    );
    assert.equal(await db.prisma.category.count(), 20);
  });

  test('survives a transaction that fails in SQL', async () => {
    const failing = db.prisma.$transaction(async (tx) => {
      await tx.category.create({ data: category('a') });
      await tx.$executeRaw`SELECT 1/0`;
    });
    await assert.rejects(failing);
    assert.equal(await db.prisma.category.count(), 0);
  });

  test('survives a connection that is thrown away in the middle of a transaction', async () => {
    const client = await db.pool.connect();
    await client.query('BEGIN');
    await client.query(`SET LOCAL statement_timeout = '1s'`);
    await client.query(`INSERT INTO "Change" VALUES (1, now(), 'UPDATED', 'SITE', '1')`);
    client.release(true);
    assert.equal(await db.prisma.change.count(), 0);
    await db.prisma.category.create({ data: category('a') });
    assert.equal(await db.prisma.category.count(), 1);
  });
});

describe('countStatements', () => {
  test('sees every statement, but not what frames a transaction', async () => {
    const { result, statements } = await countStatements(db, async () => {
      await db.prisma.$queryRaw`/* one */ SELECT 1`;
      await db.pool.query('SELECT 2');
      return db.prisma.$transaction(async (tx) => tx.author.count());
    });
    assert.equal(result, 0);
    assert.equal(statements.length, 3);
    assert.deepEqual(statements.slice(0, 2), ['/* one */ SELECT 1', 'SELECT 2']);
    assert.match(statements[2] ?? '', /FROM .*"Author"/s);
  });
});

describe('settings', () => {
  test('prepared statements can be turned off', async (t) => {
    const plain = await testDatabase(t, { preparedStatements: false });
    await plain.prisma.$queryRaw`/* unnamed */ SELECT 1`;
    const { rows } = await plain.pool.query(
      `SELECT 1 FROM pg_prepared_statements WHERE "name" LIKE 'unnamed%'`,
    );
    assert.equal(rows.length, 0);
  });

  test('a statement that finds no connection free gives up in time', async (t) => {
    const busy = await testDatabase(t, { poolMax: 1, acquireTimeoutMs: 500 });
    const client = await busy.pool.connect();
    const start = performance.now();
    await assert.rejects(busy.prisma.post.count(), /timeout/);
    assert.ok(performance.now() - start < 2_000);
    client.release();
    assert.equal(await busy.prisma.post.count(), 0);
  });

  test('close may be called twice, and waits for what runs', async (t) => {
    const closing = await testDatabase(t);
    const running = closing.prisma.$queryRaw<
      { n: number }[]
    >`SELECT count(*)::int AS "n" FROM generate_series(1, 100000)`;
    const [rows] = await Promise.all([
      running,
      new Promise((done) => setImmediate(done)).then(() => closing.close()),
    ]);
    assert.equal(rows[0]?.n, 100_000);
    await closing.close();
  });
});

describe('openDatabase refuses, and says what to do', () => {
  const refusal = async (databaseUrl: string): Promise<string> => {
    const error: unknown = await openDatabase({ databaseUrl, dataDir: null }).catch(
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof DatabaseOpenError, String(error));
    assert.doesNotMatch(error.message, /secret/);
    return error.message;
  };

  test('an address where nothing answers', async () => {
    const message = await refusal('postgres://me:secret@127.0.0.1:1/blog');
    assert.equal(
      message,
      'Cannot connect to PostgreSQL at 127.0.0.1:1, database "blog", user "me": nothing answers at that address. ' +
        'Start PostgreSQL, or check host and port in DATABASE_URL.',
    );
  });

  test('an unknown host', async () => {
    const message = await refusal('postgres://me:secret@no-such-host.invalid/blog');
    assert.match(message, /^Cannot connect to PostgreSQL at no-such-host\.invalid:5432, .*host/);
  });
});
