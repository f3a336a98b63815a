import pg from 'pg';
import { openDatabase } from '../../src/db/client.ts';
import { migrate } from '../../src/db/migrate.ts';
import { templateName } from './template.ts';

const given = process.env['TEST_DATABASE_URL'] ?? '';

/** Where tests may make databases of PostgreSQL; undefined: they run on PGlite. */
export const serverUrl = given === '' ? undefined : given;

const prefix = 'colophon_template_';

/**
 * The name of a migrated, empty database of a server, made when it is not there: to copy it takes a tenth of
 * the time of migrating another one. It stays for the next run.
 */
export async function serverTemplate(server: string): Promise<string> {
  const name = prefix + templateName();
  if (!(await databasesLike(server, name)).includes(name)) await makeTemplate(server, name);
  return name;
}

/** Removes templates of other migrations; not while tests run. */
export async function removeOldServerTemplates(server: string): Promise<void> {
  for (const name of await databasesLike(server, `${prefix}%`)) {
    if (name !== prefix + templateName()) await onServer(server, `DROP DATABASE IF EXISTS ${name}`);
  }
}

/** Made under a name of this process and renamed: two may do it at once. */
async function makeTemplate(server: string, name: string): Promise<void> {
  const own = `${name}_${process.pid}`;
  await onServer(server, `CREATE DATABASE ${own}`);
  const options = { databaseUrl: databaseUrl(server, own), dataDir: null };
  const db = await openDatabase({ ...options, acquireTimeoutMs: 30_000 });
  await migrate(db);
  await db.close();
  if ((await databasesLike(server, name)).length > 0) await onServer(server, `DROP DATABASE ${own}`);
  else await onServer(server, `ALTER DATABASE ${own} RENAME TO ${name}`);
}

async function databasesLike(server: string, pattern: string): Promise<readonly string[]> {
  const rows = await onServer(server, `SELECT datname FROM pg_database WHERE datname LIKE '${pattern}'`);
  return rows.map(({ datname }) => String(datname));
}

/** Runs a statement on a server, outside of any database of the tests. */
export async function onServer(server: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The address of a database of the same server. */
export function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
