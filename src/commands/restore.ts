import { resolve } from 'node:path';
import { refreshStatistics } from '../actions/refresh-statistics.ts';
import { BackupError, rowCount, type BackupHeader } from '../db/backup/backup-header.ts';
import { openBackup, type BackupReader } from '../db/backup/backup-reader.ts';
import { migrationsOf, restoreBackup } from '../db/backup/restore-backup.ts';
import { loadSettings } from '../env.ts';
import { CommandError } from './command-error.ts';
import { bringUpToDate, openStored } from './open-content.ts';
import { createProgressLine } from './progress-line.ts';
import type { OnProgress } from './run-import.ts';
import { listenForStop } from './stop-signal.ts';

export interface RestoreFlags {
  readonly replace?: boolean;
}

/**
 * `colophon restore <file>`: puts a backup into an empty database, or with `--replace` in place of what is stored.
 * The whole file is checked before anything is touched.
 *
 * @returns the exit code, 0
 * @throws CommandError when the file is none, damaged or too new, something is stored, or Ctrl-C stopped it
 */
export async function restoreCommand(named: string, { replace = false }: RestoreFlags): Promise<number> {
  const file = resolve(named);
  const settings = loadSettings();
  const progress = createProgressLine(process.stderr);
  const stop = listenForStop('Stopped. Nothing was changed.');
  const onProgress: OnProgress = (...step) => {
    stop.check();
    progress.show(...step);
  };
  try {
    const header = await withBackup(file, (reader) => check(reader, onProgress));
    const db = await openStored(settings);
    try {
      const version = await withBackup(file, (reader) =>
        restoreBackup(db, reader, {
          now: new Date(),
          replace,
          onProgress: (done, total) => {
            onProgress('restore', done, total);
          },
        }),
      );
      await bringUpToDate(db);
      await refreshStatistics({ db, dryRun: false });
      progress.end();
      console.log(`${restoredText(header, file)} The content version is ${version} now.`);
      return 0;
    } finally {
      await db.close();
    }
  } catch (error) {
    throw error instanceof BackupError ? new CommandError(error.message, 1, { cause: error }) : error;
  } finally {
    progress.end();
    stop.release();
  }
}

async function withBackup<T>(file: string, work: (reader: BackupReader) => Promise<T>): Promise<T> {
  const reader = await openBackup(file);
  try {
    return await work(reader);
  } finally {
    reader.close();
  }
}

/** Reads all of it, so that a damaged or unknown one is refused before a database is opened. */
async function check({ header, rows }: BackupReader, onProgress: OnProgress): Promise<BackupHeader> {
  migrationsOf(header);
  const total = rowCount(header);
  const reading = rows[Symbol.asyncIterator]();
  for (let done = 0; (await reading.next()).done !== true; done += 1) onProgress('check', done + 1, total);
  return header;
}

function restoredText({ tables, at }: BackupHeader, file: string): string {
  const posts = tables.find(({ name }) => name === 'Post')?.rows ?? 0;
  return `Restored ${posts} ${posts === 1 ? 'post' : 'posts'} from ${file}, made ${at.replace('T', ' ').slice(0, 16)} UTC.`;
}
