import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDatabase } from '../../src/db/client.ts';
import { diskFault } from '../../src/db/disk-fault.ts';
import { DatabaseInUseError, DatabaseOpenError } from '../../src/db/open-error.ts';
import { printed, startChild } from '../support/child.ts';
import { embeddedPlace } from '../support/test-place.ts';

interface Hooks {
  readonly after: (hook: () => Promise<void> | void) => void;
}

async function folder(t: Hooks): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'colophon-embedded-'));
  t.after(() => rm(made, { recursive: true, force: true }));
  return join(made, 'data');
}

const open = (dataDir: string) => openDatabase({ databaseUrl: null, dataDir, acquireTimeoutMs: 30_000 });

/** Who may do what with what is stored, and with the lock. */
const modes = (dataDir: string): Promise<number[]> =>
  Promise.all(['postgres', 'lock'].map(async (name) => (await stat(join(dataDir, name))).mode & 0o777));

test('data outlives the process, nobody else may read it, and what a killed start left half made is no obstacle', async (t) => {
  const dataDir = await folder(t);
  await mkdir(join(dataDir, 'postgres.new'), { recursive: true });
  await writeFile(join(dataDir, 'postgres.new', 'PG_VERSION'), '18');
  const first = await open(dataDir);
  await first.pool.query('CREATE TABLE kept AS SELECT 7 AS n');
  await first.close();
  assert.deepEqual((await readdir(dataDir)).sort(), ['lock', 'postgres']);
  assert.deepEqual(await modes(dataDir), [0o700, 0o600]);
  const second = await open(dataDir);
  const { rows } = await second.pool.query('SELECT n FROM kept');
  assert.deepEqual(rows, [{ n: 7 }]);
  await second.close();
});

test('a second opening is refused and harms nothing; a killed holder leaves no lock', async (t) => {
  const { options, drop } = await embeddedPlace();
  t.after(drop);
  const dataDir = options.dataDir!;
  const holder = startChild(
    `import { openDatabase } from 'src/db/client.ts';
     const db = await openDatabase({ databaseUrl: null, dataDir: input });
     await db.pool.query('CREATE TABLE kept AS SELECT 7 AS n');
     console.log('ready'); setInterval(() => {}, 1000);`,
    dataDir,
  );
  await printed(holder, 'ready');
  await assert.rejects(open(dataDir), (error: unknown) => {
    assert.ok(error instanceof DatabaseInUseError);
    assert.match(error.message, /in use by another Colophon process/);
    assert.ok(error.message.includes(dataDir));
    return true;
  });
  holder.kill('SIGKILL');
  await new Promise((done) => holder.once('close', done));
  const next = await open(dataDir);
  await assert.rejects(open(dataDir), DatabaseInUseError);
  const { rows } = await next.pool.query('SELECT n FROM kept');
  assert.deepEqual(rows, [{ n: 7 }]);
  await next.close();
});

test('what an earlier version left open to others is closed to them', async (t) => {
  const { options, drop } = await embeddedPlace();
  t.after(drop);
  const dataDir = options.dataDir!;
  await chmod(join(dataDir, 'postgres'), 0o755);
  await writeFile(join(dataDir, 'lock'), '', { mode: 0o644 });
  await (await open(dataDir)).close();
  assert.deepEqual(await modes(dataDir), [0o700, 0o600]);
});

test('a directory that cannot be one is told', async (t) => {
  const dataDir = await folder(t);
  await writeFile(dataDir, 'a file');
  await assert.rejects(open(dataDir), (error: unknown) => {
    assert.ok(error instanceof DatabaseOpenError);
    assert.match(error.message, /cannot be written: .*DATA_DIR/);
    return true;
  });
});

test('a full disk is told, by PGlite, by the lock and by Node', () => {
  const lock = Object.assign(new Error('database or disk is full'), { errcode: 13 });
  const node = Object.assign(new Error('ENOSPC: no space left on device, mkdir'), {
    errno: -28,
    code: 'ENOSPC',
  });
  // As PGlite throws it: no Error, and without a message.
  for (const error of [{ name: 'ErrnoError', errno: 51 }, lock, node])
    assert.deepEqual(diskFault(error), ['no space is left on its disk', 'Make room there']);
  for (const error of [new Error('PGlite failed to initialize properly'), { errno: 44 }, 'words', null])
    assert.equal(diskFault(error), null);
});

test('two in memory are two', async () => {
  const [a, b] = await Promise.all([0, 1].map(() => openDatabase({ databaseUrl: null, dataDir: null })));
  await a!.pool.query('CREATE TABLE mine AS SELECT 1 AS n');
  await assert.rejects(b!.pool.query('SELECT n FROM mine'), /does not exist/);
  await Promise.all([a!.close(), b!.close()]);
});
