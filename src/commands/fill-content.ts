import type { ImportReport } from '../actions/import-report.ts';
import { contentVersion } from '../db/change-log.ts';
import type { Database } from '../db/client.ts';
import type { Settings } from '../env.ts';
import type { Log } from '../server/log.ts';
import { CommandError } from './command-error.ts';
import { importFolder, sourceOf } from './import-folder.ts';
import { otherSourcesNote } from './other-sources.ts';
import { createProgressLine } from './progress-line.ts';
import { problemText, reportLine, reportText } from './report-text.ts';
import { sampleFolder } from './sample-blog.ts';
import type { StopSignal } from './stop-signal.ts';

/** What a serving process knows of itself. */
export interface Serving {
  readonly db: Database;
  readonly settings: Settings;
  readonly log: Log;
  readonly stop: StopSignal;
}

/** A folder that is served. */
export interface ServedFolder {
  readonly path: string;
  readonly source: string;
  /** Whether what is no longer in the folder is removed. */
  readonly prune: boolean;
}

/** Brings in the folder that is to be served, and says on stdout what came of it. */
export async function fillFromFolder({ db, settings, stop }: Serving, folder: ServedFolder): Promise<void> {
  const report = await importWithProgress(db, folder, stop);
  const note = await otherSourcesNote(db, folder.source, settings);
  console.log([reportText(report, { dryRun: false, prune: folder.prune }), ...note, ''].join('\n'));
}

/**
 * Brings in the sample blog where there is nothing yet. Into PostgreSQL only when asked: it may be
 * somebody's database.
 */
export async function fillFromSample({ db, stop }: Serving, asked: boolean): Promise<void> {
  const empty = (await contentVersion(db)) === 0n;
  if (!asked && !(empty && db.kind === 'embedded')) return;
  const report = await importWithProgress(
    db,
    { path: sampleFolder, source: sourceOf(sampleFolder), prune: false },
    stop,
  );
  console.log(`The sample blog: ${reportLine(report)}.\n`);
}

/** Takes up what changed in the folder, and says so in the log. A stop ends it between two batches. */
export async function refillFromFolder({ db, log, stop }: Serving, folder: ServedFolder): Promise<void> {
  try {
    const onProgress = (): void => {
      stop.check();
    };
    const report = await importFolder(db, { ...folder, dryRun: false, onProgress });
    log.info(`imported again: ${reportLine(report)}`);
    for (const problem of report.problems) log.warn(problemText(problem));
  } catch (error) {
    if (!(error instanceof CommandError)) log.error({ err: error }, 'the folder could not be imported again');
  }
}

async function importWithProgress(
  db: Database,
  folder: ServedFolder,
  stop: StopSignal,
): Promise<ImportReport> {
  const progress = createProgressLine(process.stderr);
  const onProgress = (step: string, done: number, total: number): void => {
    stop.check();
    progress.show(step, done, total);
  };
  try {
    return await importFolder(db, { ...folder, dryRun: false, onProgress });
  } finally {
    progress.end();
  }
}
