import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { describe, test } from 'node:test';
import { openDatabase, type Database } from '../../src/db/client.ts';
import { databaseError, databaseFault } from '../../src/db/database-error.ts';
import { DatabaseOpenError } from '../../src/db/open-error.ts';
import { querySnapshot, readSnapshot } from '../../src/db/snapshot.ts';
import { serverUrl } from '../support/server-template.ts';
import { testPlace } from '../support/test-place.ts';
import { until } from '../support/until.ts';

interface Hooks {
  readonly after: (hook: () => Promise<void> | void) => void;
}

/** Listens, does `serve` with each connection, ends with the test; its port. */
async function listen(t: Hooks, serve: (socket: net.Socket) => void, port = 0): Promise<number> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    serve(socket);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return address.port;
}

/** A server that answers every start-up with an error, as PostgreSQL's protocol frames it. */
function refusing(t: Hooks, state: string): Promise<number> {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${state}\0Mrefused for secret reasons\0\0`);
  const head = Buffer.alloc(5, 'E');
  head.writeInt32BE(fields.length + 4, 1);
  return listen(t, (socket) => socket.once('data', () => socket.end(Buffer.concat([head, fields]))));
}

async function openRefusal(port: number): Promise<string> {
  const databaseUrl = `postgres://me:secret@127.0.0.1:${port}/blog`;
  const options = { databaseUrl, dataDir: null, acquireTimeoutMs: 300 };
  const error: unknown = await openDatabase(options).catch((reason: unknown) => reason);
  assert.ok(error instanceof DatabaseOpenError, String(error));
  assert.doesNotMatch(error.message, /secret/);
  return error.message;
}

describe('openDatabase tells why PostgreSQL lets nobody in', () => {
  const reasons: Record<string, RegExp> = {
    '28P01': /the password is wrong\. Check user and password in DATABASE_URL\.$/,
    '28000': /the user may not connect\./,
    '3D000': /there is no such database\. Create it \(createdb\)/,
    '53300': /no connection free\./,
    '57P03': /starting or stopping\. Try again/,
  };
  for (const [state, expected] of Object.entries(reasons)) {
    test(state, async (t) => {
      const message = await openRefusal(await refusing(t, state));
      assert.match(
        message,
        /^Cannot connect to PostgreSQL at 127\.0\.0\.1:\d+, database "blog", user "me": /,
      );
      assert.match(message, expected);
    });
  }

  test('a server that never answers', async (t) => {
    assert.match(await openRefusal(await listen(t, () => {})), /no answer in time\. .*firewalls/);
  });

  test('a server that hangs up', async (t) => {
    await openRefusal(await listen(t, (socket) => socket.destroy()));
  });
});

test('a file for TLS that cannot be read is named', async () => {
  const told = async (parameters: string): Promise<string> => {
    const databaseUrl = `postgres://me:secret@127.0.0.1:1/blog?sslmode=verify-full&${parameters}`;
    const error: unknown = await openDatabase({ databaseUrl, dataDir: null }).catch(
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof DatabaseOpenError, String(error));
    assert.doesNotMatch(error.message, /secret/);
    return error.message;
  };
  const start = 'DATABASE_URL names a file with';
  const rest = 'Correct the path, or the rights on it.';
  assert.equal(
    await told('sslrootcert=/none/ca.pem'),
    `${start} sslrootcert that cannot be read: /none/ca.pem is not there. ${rest}`,
  );
  assert.equal(
    await told(`sslcert=${encodeURIComponent(import.meta.dirname)}`),
    `${start} sslcert that cannot be read: ${import.meta.dirname} is a folder. ${rest}`,
  );
});

/** The database behind a proxy that can be cut; and the way to cut it. */
async function behindProxy(t: Hooks): Promise<{ readonly db: Database; readonly cut: () => void }> {
  const { options, drop } = await testPlace();
  const upstream = new URL(options.databaseUrl ?? '');
  const open = new Set<net.Socket>();
  const port = await listen(t, (socket) => {
    const up = net.connect(Number(upstream.port || 5432), upstream.hostname);
    open.add(socket);
    up.on('error', () => socket.destroy());
    socket.on('close', () => up.destroy());
    up.on('close', () => socket.destroy());
    socket.pipe(up).pipe(socket);
  });
  const url = new URL(upstream);
  url.host = `127.0.0.1:${port}`;
  const db = await openDatabase({
    databaseUrl: url.href,
    dataDir: null,
    statementTimeoutMs: 300,
    poolMax: 2,
  });
  t.after(async () => {
    await db.close();
    await drop();
  });
  const cut = (): void => {
    for (const socket of open) socket.destroy();
    open.clear();
  };
  return { db, cut };
}

const codeOf = async (work: Promise<unknown>): Promise<string | undefined> => {
  const failure: unknown = await work.then(
    () => assert.fail('it did not fail'),
    (reason: unknown) => reason,
  );
  const found = databaseError(failure);
  assert.doesNotMatch(found?.message ?? '', /canceling|terminat|127\.0|root/);
  return found?.code;
};

if (serverUrl !== undefined) {
  describe('a fault of PostgreSQL is an expected error, and passes', () => {
    test('a statement that takes too long', async (t) => {
      const { db } = await behindProxy(t);
      assert.equal(await codeOf(db.prisma.$queryRaw`SELECT pg_sleep(2)::text`), 'REQUEST_TIMEOUT');
      assert.equal(await codeOf(db.pool.query('SELECT pg_sleep(2)')), 'REQUEST_TIMEOUT');
    });

    test('a connection cut in the middle of a statement, and of a transaction', async (t) => {
      const { db, cut } = await behindProxy(t);
      const answers = (): Promise<boolean> =>
        db.prisma.post.count().then(
          () => true,
          () => false,
        );
      // Connected already, so that what is cut is the statement and not the way to it.
      await until(answers);
      setTimeout(cut, 50);
      assert.equal(await codeOf(db.prisma.$queryRaw`SELECT pg_sleep(0.25)::text`), 'DATABASE_UNAVAILABLE');
      await until(answers, 1_000);
      setTimeout(cut, 50);
      const inside = db.prisma.$transaction((tx) => tx.$queryRaw`SELECT pg_sleep(0.25)::text`);
      assert.equal(await codeOf(inside), 'DATABASE_UNAVAILABLE');
      await until(answers, 1_000);
    });

    test('idle connections cut', async (t) => {
      const { db, cut } = await behindProxy(t);
      await Promise.all([db.prisma.post.count(), db.prisma.post.count()]);
      cut();
      await until(
        () =>
          db.prisma.post.count().then(
            () => true,
            () => false,
          ),
        1_000,
      );
    });

    test('a server that ends the connection', async (t) => {
      const { db } = await behindProxy(t);
      const suicide = db.prisma.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`;
      assert.equal(await codeOf(suicide), 'DATABASE_UNAVAILABLE');
      assert.equal(await db.prisma.post.count(), 0);
    });

    test('a connection cut between the statements of a long read: the process lives, and says it', async (t) => {
      const { db, cut } = await behindProxy(t);
      const awayNow = /^The database went away in the middle of it.* give the same command again\.$/;
      const told = async (work: Promise<unknown>): Promise<void> => {
        const fault = await work.then(() => null, databaseFault);
        assert.match(fault ?? '', awayNow);
      };
      const pause = (): Promise<void> => {
        cut();
        return new Promise((resolve) => setTimeout(resolve, 50));
      };
      await until(() => db.pool.query('SELECT 1').then(Boolean, () => false));
      await told(querySnapshot(db, (sql) => pause().then(() => sql.query('SELECT 1'))));
      await until(() => db.pool.query('SELECT 1').then(Boolean, () => false));
      await told(readSnapshot(db, (read) => pause().then(() => read.prisma.post.count())));
    });

    test('a mistake of ours is none', async (t) => {
      const { db } = await behindProxy(t);
      assert.equal(await codeOf(db.prisma.$queryRaw`SELECT nonsense`), undefined);
      assert.equal(await codeOf(Promise.reject(new TypeError('x is undefined'))), undefined);
    });
  });

  test('a server in another time zone and date style makes no difference', async (t) => {
    const { options, drop } = await testPlace();
    t.after(drop);
    const admin = await openDatabase(options);
    const { rows } = await admin.pool.query<{ name: string }>('SELECT current_database() AS name');
    const name = rows[0]?.name ?? '';
    await admin.pool.query(`ALTER DATABASE ${name} SET timezone = 'Asia/Tokyo'`);
    await admin.pool.query(`ALTER DATABASE ${name} SET datestyle = 'German'`);
    await admin.close();
    const db = await openDatabase(options);
    const at = new Date('2024-07-01T23:59:59.123Z');
    await db.prisma.change.create({
      data: { seq: 1n, at, action: 'UPDATED', entityType: 'SITE', entityId: '1' },
    });
    assert.equal((await db.prisma.change.findFirstOrThrow()).at.toISOString(), at.toISOString());
    await db.close();
  });
}

test('a full disk is told, whoever met it', () => {
  const told = 'The disk of the database is full. Make room on it, then give the same command again.';
  const bare = Object.assign(new Error('could not extend file'), { code: '53100' });
  const adapter = new Error('could not extend file', { cause: { kind: 'postgres', originalCode: '53100' } });
  const prisma = Object.assign(new Error('Raw query failed'), {
    code: 'P2010',
    meta: { driverAdapterError: adapter },
  });
  for (const error of [bare, adapter, prisma]) assert.equal(databaseFault(error), told);
  assert.equal(databaseFault(new TypeError('x is undefined')), null);
});

test('a pool with no connection free is a database that is away', async (t) => {
  const { options, drop } = await testPlace();
  const db = await openDatabase({ ...options, poolMax: 1, acquireTimeoutMs: 1_000 });
  t.after(async () => {
    await db.close();
    await drop();
  });
  const client = await db.pool.connect();
  assert.equal(await codeOf(db.prisma.post.count()), 'DATABASE_UNAVAILABLE');
  assert.equal(await codeOf(db.prisma.$transaction(async (tx) => tx.post.count())), 'DATABASE_UNAVAILABLE');
  client.release();
  assert.equal(await db.prisma.post.count(), 0);
});
