import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase, type DatabaseOptions } from '../../src/db/client.ts';
import { migrate } from '../../src/db/migrate.ts';
import { templateFolder } from './template.ts';

const named = process.env['TEST_DATABASE_URL'] ?? '';

/** Where tests may make databases of PostgreSQL; undefined: they run on PGlite. */
export const serverUrl = named === '' ? undefined : named;

/** Where a test's database is; `drop` removes it once it is closed. */
export interface TestPlace {
  readonly options: DatabaseOptions;
  readonly drop: () => Promise<void>;
}

/** A migrated, empty database, not yet opened, for tests that open it themselves. */
export async function testPlace(): Promise<TestPlace> {
  if (serverUrl !== undefined) return serverPlace(serverUrl, true);
  const { options, drop } = await emptyFolder();
  if (options.dataDir !== null) await cp(await templateFolder(), options.dataDir, { recursive: true });
  return { options, drop };
}

/** As `testPlace`, before any migration. */
export async function unmigratedPlace(): Promise<TestPlace> {
  return serverUrl === undefined ? emptyFolder() : serverPlace(serverUrl, false);
}

async function emptyFolder(): Promise<TestPlace> {
  const dataDir = await mkdtemp(join(tmpdir(), 'colophon-test-'));
  return {
    options: { databaseUrl: null, dataDir },
    drop: () => rm(dataDir, { recursive: true, force: true }),
  };
}

async function serverPlace(server: string, migrated: boolean): Promise<TestPlace> {
  const name = `colophon_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const options = { databaseUrl: url.href, dataDir: null };
  if (migrated) {
    const db = await openDatabase({ ...options, acquireTimeoutMs: 30_000 });
    await migrate(db);
    await db.close();
  }
  return { options, drop: () => onServer(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function onServer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(sql);
  await client.end();
}
