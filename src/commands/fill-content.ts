import { contentVersion } from '../db/change-log.ts';
import type { Database } from '../db/client.ts';
import type { Settings } from '../env.ts';
import type { Log } from '../server/log.ts';
import { CommandError } from './command-error.ts';
import { otherSourcesNote } from './other-sources.ts';
import { createProgressLine } from './progress-line.ts';
import { problemText, reportLine, reportText } from './report-text.ts';
import { plainRequest, runImport, type Imported, type ImportRequest } from './run-import.ts';
import { sampleFolder } from './sample-blog.ts';
import type { StopSignal } from './stop-signal.ts';

/** What a serving process knows of itself. */
export interface Serving {
  readonly db: Database;
  readonly settings: Settings;
  readonly log: Log;
  readonly stop: StopSignal;
}

/** Brings in what is to be served, and says on stdout what came of it. */
export async function fillFrom({ db, settings, stop }: Serving, request: ImportRequest): Promise<void> {
  const { report, sources } = await importWithProgress(db, request, stop);
  const note = await otherSourcesNote(db, sources, settings.dataDir);
  console.log([reportText(report, request), ...note, ''].join('\n'));
}

/**
 * Brings in the sample blog where there is nothing yet. Into PostgreSQL only when asked: it may be
 * somebody's database.
 */
export async function fillFromSample({ db, stop }: Serving, asked: boolean): Promise<void> {
  const empty = (await contentVersion(db)) === 0n;
  if (!asked && !(empty && db.kind === 'embedded')) return;
  const { report } = await importWithProgress(db, plainRequest(sampleFolder), stop);
  console.log(`The sample blog: ${reportLine(report)}.\n`);
}

/** Takes up what changed in it, and says so in the log. A stop ends it between two batches. */
export async function refillFrom({ db, log, stop }: Serving, request: ImportRequest): Promise<void> {
  try {
    const onProgress = (): void => {
      stop.check();
    };
    const { report } = await runImport(db, request, onProgress);
    log.info(`imported again: ${reportLine(report)}`);
    for (const problem of report.problems) log.warn(problemText(problem));
  } catch (error) {
    if (!(error instanceof CommandError)) log.error({ err: error }, 'the folder could not be imported again');
  }
}

async function importWithProgress(db: Database, request: ImportRequest, stop: StopSignal): Promise<Imported> {
  const progress = createProgressLine(process.stderr);
  const onProgress = (step: string, done: number, total: number): void => {
    stop.check();
    progress.show(step, done, total);
  };
  try {
    return await runImport(db, request, onProgress);
  } finally {
    progress.end();
  }
}
