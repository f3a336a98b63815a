import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Database } from './client.ts';
import { migrationsFolder, readMigrations, type MigrationFile } from './migration-files.ts';
import { missingMigrations, type AppliedMigration } from './migration-history.ts';
import { DatabaseOpenError } from './open-error.ts';
import type { Queryable } from './snapshot.ts';

/** The key of the advisory lock that Prisma's own engine takes, so that the two exclude each other. */
const lockKey = 72707369;

/** Prisma's table, as its engine makes it: `prisma migrate deploy` stays possible. */
const createHistory = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Brings the database up to the code. Each file is one transaction with its row in the history, so it
 * is either all there or not at all, whatever kills the process. Several processes may start at once:
 * the lock lets one work, the others find nothing left to do.
 *
 * @returns the names of the migrations applied now
 * @throws DatabaseOpenError when the history cannot be continued, or a migration fails
 */
export async function migrate(db: Database, folder: string = migrationsFolder): Promise<readonly string[]> {
  return applyMigrations(db, readMigrations(folder));
}

/** As `migrate`, with these files. */
export async function applyMigrations(
  db: Database,
  files: readonly MigrationFile[],
): Promise<readonly string[]> {
  // The common start has nothing to do and takes no lock.
  if (missingMigrations(files, await readHistory(db.pool)).length === 0) return [];
  const names: string[] = [];
  for (let next = await applyNext(db, files); next !== null; next = await applyNext(db, files))
    names.push(next);
  return names;
}

/** The names of the migrations that `migrate` would apply. */
export async function pendingMigrations(
  db: Database,
  folder: string = migrationsFolder,
): Promise<readonly string[]> {
  return missingMigrations(readMigrations(folder), await readHistory(db.pool)).map((file) => file.name);
}

/** The migrations that the database has had, in the order in which they were applied. */
export async function readHistory(client: Queryable): Promise<readonly AppliedMigration[]> {
  const { rows: found } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`,
  );
  if (found[0]?.there !== true) return [];
  const { rows } = await client.query<AppliedMigration>(
    `SELECT "migration_name" AS "name", "checksum", "finished_at" IS NOT NULL AS "finished"
     FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "started_at"`,
  );
  return rows;
}

/** Applies the first missing migration in a transaction of its own; null when none is missing. */
async function applyNext(db: Database, files: readonly MigrationFile[]): Promise<string | null> {
  const client = await db.pool.connect();
  let broken = false;
  try {
    // A migration may build an index over everything: it may take its time.
    await client.query(`BEGIN; SET LOCAL statement_timeout = 0; SELECT pg_advisory_xact_lock(${lockKey})`);
    const file = missingMigrations(files, await readHistory(client))[0];
    if (file !== undefined) await apply(client, file);
    await client.query('COMMIT');
    return file?.name ?? null;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => (broken = true));
    throw error;
  } finally {
    client.release(broken);
  }
}

async function apply(client: pg.PoolClient, file: MigrationFile): Promise<void> {
  await client.query(createHistory);
  try {
    await client.query(file.sql);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseOpenError(`The migration ${file.name} failed: ${reason}. Nothing of it was applied.`, {
      cause: error,
    });
  }
  await client.query(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
     VALUES ($1, $2, $3, clock_timestamp(), 1)`,
    [randomUUID(), file.checksum, file.name],
  );
}
