import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Database } from '../db/client.ts';
import { loadSettings, type Settings } from '../env.ts';
import { CommandError } from './command-error.ts';
import { backupJob } from './jobs/backup-job.ts';
import { runJob } from './run-job.ts';

export interface BackupFlags {
  readonly force?: boolean;
}

/**
 * `colophon backup <file>`: writes all that is stored into one file, beside a running server too.
 *
 * @returns the exit code, 0
 * @throws CommandError when there is nothing to back up, the file cannot be written, or Ctrl-C stopped it
 */
export async function backupCommand(file: string, { force = false }: BackupFlags): Promise<number> {
  return runJob(backupJob, { file: resolve(file), force }, loadSettings(), openAsItIs);
}

/** Not migrated: a backup is what one makes before that. */
async function openAsItIs(settings: Settings): Promise<Database> {
  if (settings.databaseUrl === null && !existsSync(join(settings.dataDir, 'postgres')))
    throw new CommandError(`There is nothing to back up: no database is in ${settings.dataDir}.`);
  const { openStored } = await import('./open-content.ts');
  return openStored(settings);
}
