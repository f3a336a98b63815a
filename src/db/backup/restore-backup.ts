import type pg from 'pg';
import { changeChannel, writersLock } from '../change-log.ts';
import type { Database } from '../client.ts';
import { migrationsFolder, readMigrations, type MigrationFile } from '../migration-files.ts';
import { BackupError, rowCount, type BackupHeader } from './backup-header.ts';
import type { BackupReader, BackupRow } from './backup-reader.ts';
import { emptyTables, prepareTables } from './make-room.ts';
import { noteReplaced, tellChanges } from './restored-changes.ts';
import type { StoredTable } from './stored-tables.ts';
import { TableWriter } from './table-writer.ts';

/** How to restore. */
export interface RestoreOptions {
  readonly now: Date;
  /** Take the place of what is stored. */
  readonly replace: boolean;
  /** Called after each row, of `total`. What it throws ends the restoring; nothing was changed then. */
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Puts a backup into a database, in one transaction: all of it, or nothing. The log of changes goes on: it says
 * what is other than it was, under numbers that no cache has seen.
 *
 * @returns the content version now
 * @throws BackupError when something is stored and it is not to be replaced, or is of a newer version; or the file is
 *   damaged
 */
export async function restoreBackup(
  db: Database,
  { header, rows }: BackupReader,
  { now, replace, onProgress }: RestoreOptions,
): Promise<bigint> {
  const migrations = migrationsOf(header);
  await prepareTables(db, migrations, replace);
  const client = await db.pool.connect();
  let broken = false;
  try {
    await client.query(
      `BEGIN; SET LOCAL statement_timeout = 0; SELECT pg_advisory_xact_lock(${writersLock})`,
    );
    await noteReplaced(client, header);
    const tables = await emptyTables(client, migrations, replace);
    const total = rowCount(header);
    await writeRows(client, tables, rows, (done) => {
      onProgress(done, total);
    });
    const version = await tellChanges(client, now);
    await client.query(`SELECT pg_notify('${changeChannel}', $1)`, [String(version)]);
    await client.query('COMMIT');
    return version;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => (broken = true));
    throw error;
  } finally {
    client.release(broken);
  }
}

/**
 * The migrations of this code that had made the tables of the backup.
 *
 * @throws BackupError when it is of a newer version, or of one that went another way
 */
export function migrationsOf({ migrations, by }: BackupHeader): readonly MigrationFile[] {
  const files = readMigrations(migrationsFolder);
  return migrations.map(({ name, checksum }, index) => {
    const file = files[index];
    if (file?.name === name && file.checksum === checksum) return file;
    throw new BackupError(
      `The backup was made by Colophon ${by}, which has a migration ${name} that this version does not know. ` +
        'Restore it with the version that made it, or a newer one. Nothing was changed.',
    );
  });
}

async function writeRows(
  client: pg.PoolClient,
  tables: readonly StoredTable[],
  rows: AsyncIterable<BackupRow>,
  onRow: (done: number) => void,
): Promise<void> {
  let writer: TableWriter | null = null;
  let done = 0;
  for await (const { table, row } of rows) {
    if (writer?.table.name !== table) {
      await writer?.finish();
      const found: StoredTable | undefined = tables.find(({ name }) => name === table);
      if (found === undefined) throw new BackupError(`The backup holds a table ${table} that is not known.`);
      writer = new TableWriter(client, found);
    }
    await writer.write(row);
    done += 1;
    onRow(done);
  }
  await writer?.finish();
}
