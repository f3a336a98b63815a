import { z } from 'zod';
import { readBackup } from '../../db/backup/backup-lines.ts';
import { BackupError } from '../../db/backup/backup-header.ts';
import { CommandError } from '../command-error.ts';
import { readVersion } from '../version.ts';
import { writePacked } from '../write-packed.ts';
import { defineJob } from './job.ts';

/** Where a backup goes. Plain data: another process can be asked to make it. */
export interface BackupRequest {
  /** Absolute path. */
  readonly file: string;
  /** Write over a file that is there. */
  readonly force: boolean;
}

/** Writes all that is stored into one file. */
export const backupJob = defineJob<BackupRequest>({
  name: 'backup',
  shape: z.strictObject({ file: z.string(), force: z.boolean() }),
  stopped: 'Stopped. No backup was written.',
  run: async ({ db, onProgress }, { file, force }) => {
    const options = {
      by: readVersion(),
      now: new Date(),
      onProgress: (done: number, total: number) => {
        onProgress('backup', done, total);
      },
    };
    try {
      let bytes = 0;
      const header = await readBackup(db, options, async (lines) => {
        bytes = await writePacked(file, lines, force);
      });
      const posts = header.tables.find(({ name }) => name === 'Post')?.rows ?? 0;
      const what = `content version ${header.contentVersion} with ${posts} ${posts === 1 ? 'post' : 'posts'}`;
      return { out: `Wrote ${what} to ${file} (${sizeText(bytes)}).`, exitCode: 0 };
    } catch (error) {
      throw error instanceof BackupError ? new CommandError(error.message, 1, { cause: error }) : error;
    }
  },
});

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
