import pg from 'pg';
import { connectError } from './connect-error.ts';
import type { OpenPool } from './embedded.ts';
import { DatabaseOpenError } from './open-error.ts';
import { prepareSession } from './prepare-session.ts';

/** How the pool behaves; times in milliseconds. */
export interface PoolOptions {
  readonly poolMax: number;
  readonly acquireTimeoutMs: number;
  readonly statementTimeoutMs: number;
}

/**
 * Opens a pool over PostgreSQL and asks it one question, so that a wrong address or password is told now
 * and clearly, not by the first request.
 *
 * @throws DatabaseOpenError saying what is wrong, where, and what to do
 */
export async function openPostgresql(url: string, options: PoolOptions): Promise<OpenPool> {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.poolMax,
    connectionTimeoutMillis: options.acquireTimeoutMs,
    keepAlive: true,
    application_name: 'colophon',
    verify: prepareSession(options.statementTimeoutMs),
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  // The same of one that is in use: its fault is told by the next statement, which fails.
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await checkVersion(pool);
  } catch (error) {
    await pool.end();
    throw error instanceof DatabaseOpenError ? error : connectError(url, error);
  }
  return { pool, release: async () => {} };
}

async function checkVersion(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ version: string; number: number }>(
    `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number`,
  );
  const server = rows[0];
  if (server === undefined || server.number >= 150000) return;
  throw new DatabaseOpenError(
    `The database server is PostgreSQL ${server.version}; Colophon needs 15 or newer. ` +
      'Upgrade the server, or name another one with DATABASE_URL.',
  );
}
