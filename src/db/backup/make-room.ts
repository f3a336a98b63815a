import type pg from 'pg';
import type { Database } from '../client.ts';
import { applyMigrations, readHistory } from '../migrate.ts';
import { migrationsFolder, readMigrations, type MigrationFile } from '../migration-files.ts';
import { missingMigrations } from '../migration-history.ts';
import type { Queryable } from '../snapshot.ts';
import { BackupError } from './backup-header.ts';
import { madeBy, readTables, type StoredTable } from './stored-tables.ts';

/**
 * Makes the tables as the migrations of a backup made them. What is stored stays.
 *
 * @throws BackupError when something is stored and is not to be replaced, or stands in tables of a newer version
 */
export async function prepareTables(
  db: Database,
  migrations: readonly MigrationFile[],
  replace: boolean,
): Promise<void> {
  const all = readMigrations(migrationsFolder);
  const applied = await readHistory(db.pool);
  // Refuses a database that this code does not know.
  missingMigrations(all, applied);
  const tables = await readTables(db.pool, all);
  const isEmpty = await areEmpty(db.pool, tables);
  if (!isEmpty && !replace) throw stored();
  if (applied.length > migrations.length) {
    if (!isEmpty)
      throw new BackupError(
        'The backup is of an older version than the database. Restore it into an empty place, such as another ' +
          'DATA_DIR or DATABASE_URL: there it is brought up to date. Nothing was changed.',
      );
    await dropAll(db, all, tables);
  }
  await applyMigrations(db, migrations);
}

/**
 * Empties the tables in the transaction that the client is in: who reads meanwhile sees what was there.
 *
 * @throws BackupError when something is stored and it is not to be replaced
 */
export async function emptyTables(
  client: pg.PoolClient,
  migrations: readonly MigrationFile[],
  replace: boolean,
): Promise<readonly StoredTable[]> {
  const tables = await readTables(client, migrations);
  if (!replace && !(await areEmpty(client, tables))) throw stored();
  for (const { name } of tables.toReversed()) await client.query(`DELETE FROM "${name}"`);
  return tables;
}

/** A new database holds no row. */
async function areEmpty(sql: Queryable, tables: readonly StoredTable[]): Promise<boolean> {
  for (const { name } of tables) {
    const { rows } = await sql.query<{ any: boolean }>(`SELECT EXISTS (SELECT FROM "${name}") AS "any"`);
    if (rows[0]?.any === true) return false;
  }
  return true;
}

function stored(): BackupError {
  return new BackupError(
    'Something is stored already. Restore into an empty place, such as another DATA_DIR or DATABASE_URL, ' +
      'or say --replace: then what is stored goes. Nothing was changed.',
  );
}

/** Takes back the migrations of an empty database: what is ours by name. What somebody else made stays. */
async function dropAll(
  { pool }: Database,
  all: readonly MigrationFile[],
  tables: readonly StoredTable[],
): Promise<void> {
  await pool.query(
    [
      'BEGIN',
      ...madeBy(all, 'FUNCTION').map((name) => `DROP FUNCTION IF EXISTS "${name}"`),
      `DROP TABLE ${tables.map(({ name }) => `"${name}"`).join(', ')}`,
      ...madeBy(all, 'TYPE').map((name) => `DROP TYPE IF EXISTS "${name}"`),
      'DELETE FROM "_prisma_migrations"',
      'COMMIT',
    ].join(';\n'),
  );
}
