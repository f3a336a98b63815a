import { chmodSync, closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';
import { lockDataDir } from './data-lock.ts';
import { diskFault } from './disk-fault.ts';
import { DatabaseOpenError } from './open-error.ts';
import { prepareSession } from './prepare-session.ts';

/** A pool, and what to do after it has ended. */
export interface OpenPool {
  readonly pool: pg.Pool;
  readonly release: () => Promise<void>;
}

/**
 * Opens PGlite, PostgreSQL in this process, behind a real pg.Pool, so that everything above is the same
 * for both databases. It has one connection: the pool queues.
 *
 * Nothing else may call PGlite's own `query()`: it would run inside the pool's open transaction.
 *
 * @param dataDir the directory that keeps the data, made if absent; null: in memory
 */
export async function openEmbedded(dataDir: string | null, acquireTimeoutMs: number): Promise<OpenPool> {
  if (dataDir === null) {
    const lite = await startLite();
    return { pool: poolOver(lite, acquireTimeoutMs), release: () => lite.close() };
  }
  const unlock = claim(dataDir);
  try {
    const lite = await openFolder(join(dataDir, 'postgres'));
    const release = async (): Promise<void> => {
      await lite.close();
      unlock();
    };
    return { pool: poolOver(lite, acquireTimeoutMs), release };
  } catch (error) {
    unlock();
    const [what, todo] = diskFault(error) ?? [reason(error), 'Restore the directory from a copy'];
    throw new DatabaseOpenError(
      `The embedded database in ${dataDir} does not open: ${what}. ${todo}, or name another one with DATA_DIR.`,
      { cause: error },
    );
  }
}

/** Makes the directory and takes its lock. */
function claim(dataDir: string): () => void {
  try {
    mkdirSync(dataDir, { recursive: true });
    // SQLite gives its files to everybody to read, and whoever reads this one can keep its owner out.
    closeSync(openSync(join(dataDir, 'lock'), 'a', 0o600));
    keepToOwner(join(dataDir, 'lock'), 0o600);
    return lockDataDir(join(dataDir, 'lock'), dataDir);
  } catch (error) {
    if (error instanceof DatabaseOpenError) throw error;
    const [what, todo] = diskFault(error) ?? [reason(error), 'Make it writable for this user'];
    throw new DatabaseOpenError(
      `The data directory ${dataDir} cannot be written: ${what}. ${todo}, or name another one with DATA_DIR.`,
      { cause: error },
    );
  }
}

/**
 * A new database is made beside its final place and renamed, so that a process killed while making it
 * leaves nothing half made there; a folder that has its final name is whole and never deleted. PGlite lets
 * everybody read and write its files, so nobody else may enter their folder: drafts are in it.
 */
async function openFolder(folder: string): Promise<PGlite> {
  if (!existsSync(folder)) {
    const unfinished = `${folder}.new`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { mode: 0o700 });
    try {
      await (await startLite(unfinished)).close();
      renameSync(unfinished, folder);
    } catch (error) {
      // What fills a disk is not left on it.
      rmSync(unfinished, { recursive: true, force: true });
      throw error;
    }
  }
  keepToOwner(folder, 0o700);
  return startLite(folder);
}

/** What an earlier version made is closed to others too. Some disks know no rights, and who opens it may not own it. */
function keepToOwner(path: string, mode: number): void {
  if (process.platform === 'win32') return;
  try {
    chmodSync(path, mode);
  } catch {
    // Then it is as its owner left it.
  }
}

async function startLite(dataDir?: string): Promise<PGlite> {
  const lite = new PGlite({
    ...(dataDir === undefined ? {} : { dataDir }),
    extensions: { unaccent, pg_trgm },
  });
  await lite.waitReady;
  return lite;
}

function poolOver(lite: PGlite, acquireTimeoutMs: number): pg.Pool {
  const config = createPgConfig(lite);
  const parse = config.connection.parse.bind(config.connection);
  // The adapter hands over its parsers as `types`, where PGlite wants a list of type ids.
  config.connection.parse = (query: { readonly types?: unknown }) => {
    parse({ ...query, types: Array.isArray(query.types) ? query.types : [] });
  };
  const options: pg.PoolConfig = {
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: acquireTimeoutMs,
    // The session outlives a connection that the pool gave up, so what that one left open is undone. And
    // no statement timeout: PGlite runs on this very thread, where no timer can interrupt it.
    verify: prepareSession(0, 'ROLLBACK; '),
  };
  return new pg.Pool(Object.assign(config, options));
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
