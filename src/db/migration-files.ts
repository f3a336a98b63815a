import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the migrations that belong to this code stand. */
export const migrationsFolder = join(import.meta.dirname, '../../prisma/migrations');

/** One migration of the code. */
export interface MigrationFile {
  /** Its folder's name; names sort in the order to apply. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256, hex, of the text with LF line ends, as Prisma reckons it: a checkout with CRLF is no edit. */
  readonly checksum: string;
}

/** The migrations of a folder in order: `<name>/migration.sql`. */
export function readMigrations(folder: string): readonly MigrationFile[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .sort()
    .map((name) => readMigration(folder, name));
}

function readMigration(folder: string, name: string): MigrationFile {
  const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n');
  return { name, sql, checksum: createHash('sha256').update(sql, 'utf8').digest('hex') };
}
