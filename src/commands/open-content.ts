import { fillSearch } from '../actions/fill-search.ts';
import type { Settings } from '../env.ts';
import { openDatabase, type Database } from '../db/client.ts';
import { migrate } from '../db/migrate.ts';

/** A database that is up to date. */
export interface OpenedContent {
  readonly db: Database;
  /** Names of the migrations that were missing and are applied now. */
  readonly applied: readonly string[];
}

/**
 * Opens the database of the settings and brings it up to date.
 *
 * @throws DatabaseOpenError when it cannot be opened or migrated
 */
export async function openContent(settings: Settings): Promise<OpenedContent> {
  const db = await openStored(settings);
  try {
    return { db, applied: await bringUpToDate(db) };
  } catch (error) {
    await db.close();
    throw error;
  }
}

/**
 * Opens the database of the settings as it is.
 *
 * @throws DatabaseOpenError when it cannot be opened
 */
export function openStored(settings: Settings): Promise<Database> {
  return openDatabase({
    databaseUrl: settings.databaseUrl,
    dataDir: settings.dataDir,
    poolMax: settings.pool.max,
    acquireTimeoutMs: settings.pool.acquireTimeoutMs,
    statementTimeoutMs: settings.statementTimeoutMs,
    preparedStatements: settings.preparedStatements,
  });
}

/**
 * Applies what is missing.
 *
 * @returns the names of those migrations
 */
export async function bringUpToDate(db: Database): Promise<readonly string[]> {
  const applied = await migrate(db);
  // What was stored before there was a search is found as well.
  await fillSearch(db, new Date(), applied.includes('20261125010000_search'));
  return applied;
}
