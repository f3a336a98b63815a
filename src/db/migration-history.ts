import { DatabaseOpenError } from './open-error.ts';
import type { MigrationFile } from './migration-files.ts';

/** A row of `_prisma_migrations` that counts: not rolled back. */
export interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/**
 * Which migrations of the code the database still lacks, in order. Refuses a history that the code does
 * not know how to continue, before anything is touched.
 *
 * @throws DatabaseOpenError when a migration failed half-way, was edited after it was applied, is
 *   unknown to this code (the database is ahead of it), or would have to go in before an applied one
 */
export function missingMigrations(
  files: readonly MigrationFile[],
  applied: readonly AppliedMigration[],
): readonly MigrationFile[] {
  const known = new Map(files.map((file) => [file.name, file]));
  for (const row of applied) {
    const file = known.get(row.name);
    if (!row.finished) throw refusal(row.name, 'failed half-way', resolveIt);
    if (file === undefined) throw refusal(row.name, 'is not known to this version of Colophon', upgrade);
    if (file.checksum !== row.checksum) throw refusal(row.name, 'was edited after it was applied', restore);
  }
  const done = new Set(applied.map((row) => row.name));
  const missing = files.filter((file) => !done.has(file.name));
  const last = applied
    .map((row) => row.name)
    .sort()
    .at(-1);
  const late = missing.find((file) => last !== undefined && file.name < last);
  if (late !== undefined) throw refusal(late.name, `was added before ${last}, which is applied`, rename);
  return missing;
}

const resolveIt = 'Repair what it left, then tell the history with "prisma migrate resolve".';
const upgrade = 'Run the version that made it, or a newer one.';
const restore = 'Restore the file as it was, and put the change into a new migration.';
const rename = 'Give it a later name.';

function refusal(name: string, what: string, todo: string): DatabaseOpenError {
  return new DatabaseOpenError(`The migration ${name} ${what}. ${todo} Nothing was changed.`);
}
