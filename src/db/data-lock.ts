import { DatabaseSync } from 'node:sqlite';
import { DatabaseInUseError } from './open-error.ts';

/** SQLITE_BUSY, https://www.sqlite.org/rescode.html#busy */
const busy = 5;

/**
 * Takes the lock of a data directory for this process. PGlite has none of its own, and two processes on
 * one directory corrupt it silently. An exclusive SQLite transaction is a lock that the kernel frees
 * when the process dies, however it dies, so none is ever left behind.
 *
 * @param file the lock's file, made if absent; its folder exists
 * @param dataDir the directory as the user named it, for the message
 * @returns frees the lock
 * @throws DatabaseInUseError when another opening of the directory holds it
 */
export function lockDataDir(file: string, dataDir: string): () => void {
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new DatabaseInUseError(
      `The data directory ${dataDir} is in use by another Colophon process, and the embedded database serves ` +
        'one at a time. Stop that process, or give this one a directory of its own (DATA_DIR), ' +
        'or use PostgreSQL (DATABASE_URL), which serves many.',
      { cause: error },
    );
  }
  return () => lock.close();
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === busy;
}
