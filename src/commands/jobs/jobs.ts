import { backupJob } from './backup-job.ts';
import { exportJob } from './export-job.ts';
import { importJob } from './import-job.ts';
import type { Job } from './job.ts';

/** A job as a server does it, which is sent its request. */
export type SentJob = Pick<Job<never>, 'name' | 'stopped' | 'runSent'>;

/** What a server does for other processes, by name. */
export const jobs: ReadonlyMap<string, SentJob> = new Map<string, SentJob>(
  [importJob, exportJob, backupJob].map((job) => [job.name, job]),
);
