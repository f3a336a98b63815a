import type pg from 'pg';
import { applyMigration, readHistory } from '../migrate.ts';
import { migrationsFolder, readMigrations, type MigrationFile } from '../migration-files.ts';
import { missingMigrations } from '../migration-history.ts';
import { BackupError } from './backup-header.ts';
import { madeBy, readTables, type StoredTable } from './stored-tables.ts';

/** Where a backup goes: its tables are there, and empty. */
export interface Room {
  readonly tables: readonly StoredTable[];
}

/**
 * Makes the tables as the migrations of a backup made them, or empties them where they are that already: who
 * reads meanwhile then sees what was there, until all is done.
 *
 * @throws BackupError when something is stored and it is not to be replaced
 */
export async function makeRoom(
  client: pg.PoolClient,
  migrations: readonly MigrationFile[],
  replace: boolean,
): Promise<Room> {
  const all = readMigrations(migrationsFolder);
  const applied = await readHistory(client);
  // Refuses a database that this code does not know.
  missingMigrations(all, applied);
  const tables = await readTables(client, all);
  if (!replace) await refuseStored(client, tables);
  if (applied.length === migrations.length) {
    for (const { name } of tables.toReversed()) await client.query(`DELETE FROM "${name}"`);
    return { tables };
  }
  await dropAll(client, all, tables);
  for (const migration of migrations) await applyMigration(client, migration);
  return { tables: await readTables(client, migrations) };
}

/** A new database holds no row. */
async function refuseStored(client: pg.PoolClient, tables: readonly StoredTable[]): Promise<void> {
  for (const { name } of tables) {
    const { rows } = await client.query<{ any: boolean }>(`SELECT EXISTS (SELECT FROM "${name}") AS "any"`);
    if (rows[0]?.any === true)
      throw new BackupError(
        'Something is stored already. Restore into an empty place, such as another DATA_DIR or DATABASE_URL, ' +
          'or say --replace: then what is stored goes. Nothing was changed.',
      );
  }
}

/** What is ours, by name; what somebody else made stays, and a view of theirs on a table of ours prevents it. */
async function dropAll(
  client: pg.PoolClient,
  all: readonly MigrationFile[],
  tables: readonly StoredTable[],
): Promise<void> {
  if (tables.length === 0) return;
  for (const name of madeBy(all, 'FUNCTION')) await client.query(`DROP FUNCTION IF EXISTS "${name}"`);
  await client.query(`DROP TABLE ${tables.map(({ name }) => `"${name}"`).join(', ')}`);
  for (const name of madeBy(all, 'TYPE')) await client.query(`DROP TYPE IF EXISTS "${name}"`);
  await client.query('DELETE FROM "_prisma_migrations"');
}
