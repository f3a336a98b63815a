import { createHash } from 'node:crypto';
import type { Database } from '../client.ts';
import { migrationsFolder, readMigrations } from '../migration-files.ts';
import { readHistory } from '../migrate.ts';
import { missingMigrations } from '../migration-history.ts';
import { querySnapshot, type Queryable } from '../snapshot.ts';
import { BackupError, backupVersion, rowCount, type BackupHeader } from './backup-header.ts';
import { readTables, type StoredTable } from './stored-tables.ts';
import { tableRows } from './table-rows.ts';

/** Who makes a backup. */
export interface BackupOptions {
  readonly by: string;
  readonly now: Date;
  /** Called after each row, of `total`. What it throws ends the reading. */
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Reads all that is stored, as it was at one moment.
 *
 * @param write takes the lines of the backup, in pieces, and says when it can take more
 * @returns the first line
 * @throws BackupError when nothing is stored
 */
export function readBackup(
  db: Database,
  options: BackupOptions,
  write: (lines: AsyncIterable<string>) => Promise<void>,
): Promise<BackupHeader> {
  return querySnapshot(db, async (sql) => {
    const { header, tables } = await describe(sql, options);
    await write(linesOf(sql, header, tables, options));
    return header;
  });
}

async function describe(
  sql: Queryable,
  { by, now }: BackupOptions,
): Promise<{ header: BackupHeader; tables: readonly StoredTable[] }> {
  const files = readMigrations(migrationsFolder);
  const applied = await readHistory(sql);
  // Refuses a history that this code does not know; a database that is behind is backed up as it is.
  missingMigrations(files, applied);
  const tables = await readTables(sql, files);
  const { rows } = tables.some(({ name }) => name === 'Change')
    ? await sql.query<{ version: string | null }>(`SELECT max("seq")::text AS "version" FROM "Change"`)
    : { rows: [] };
  const version = rows[0]?.version ?? null;
  if (version === null) throw new BackupError('There is nothing to back up: nothing is stored yet.');
  const counts: BackupHeader['tables'] = [];
  for (const { name } of tables) {
    const { rows: counted } = await sql.query<{ n: number }>(`SELECT count(*)::int AS "n" FROM "${name}"`);
    counts.push({ name, rows: counted[0]?.n ?? 0 });
  }
  const header = {
    format: 'colophon-backup',
    version: backupVersion,
    by,
    at: now.toISOString(),
    contentVersion: version,
    migrations: applied.map(({ name, checksum }) => ({ name, checksum })),
    tables: counts,
  } as const;
  return { header, tables };
}

async function* linesOf(
  sql: Queryable,
  header: BackupHeader,
  tables: readonly StoredTable[],
  { onProgress }: BackupOptions,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const hashed = (text: string): string => {
    hash.update(text);
    return text;
  };
  yield hashed(`${JSON.stringify(header)}\n`);
  const total = rowCount(header);
  let done = 0;
  for (const table of tables) {
    for await (const row of tableRows(sql, table)) {
      yield hashed(`${row}\n`);
      done += 1;
      onProgress(done, total);
    }
  }
  yield `${JSON.stringify({ sha256: hash.digest('hex') })}\n`;
}
