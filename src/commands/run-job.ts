import { DatabaseInUseError } from '../db/open-error.ts';
import type { Database } from '../db/client.ts';
import type { Settings } from '../env.ts';
import { askServer } from './control/ask-server.ts';
import type { Job, Outcome } from './jobs/job.ts';
import { createProgressLine } from './progress-line.ts';
import type { OnProgress } from './run-import.ts';
import { listenForStop, type StopSignal } from './stop-signal.ts';

/** How long a server that is only just starting, or stopping, is waited for. Milliseconds. */
const patienceMs = 5_000;

const retryMs = 100;

export type OpenForJob = (settings: Settings) => Promise<Database>;

const upToDate: OpenForJob = async (settings) =>
  (await (await import('./open-content.ts')).openContent(settings)).db;

/**
 * Does what a command was asked, shows how far it is, and prints what came of it: with the database of the
 * settings, or, when a running server holds that, through the server. It is the same to whoever types it.
 *
 * @param open how the job wants the database
 * @returns the exit code
 * @throws CommandError when it cannot be done, or Ctrl-C stopped it
 * @throws DatabaseOpenError when the database cannot be opened, nor the process that holds it be asked
 */
export async function runJob<Request>(
  job: Job<Request>,
  request: Request,
  settings: Settings,
  open: OpenForJob = upToDate,
): Promise<number> {
  const progress = createProgressLine(process.stderr);
  const stop = listenForStop(job.stopped);
  try {
    const { out, exitCode } = await besideOrHere(job, request, {
      settings,
      open,
      stop,
      onProgress: (...step) => {
        progress.show(...step);
      },
    });
    progress.end();
    console.log(out);
    return exitCode;
  } finally {
    progress.end();
    stop.release();
  }
}

interface Place {
  readonly settings: Settings;
  readonly open: OpenForJob;
  readonly stop: StopSignal;
  readonly onProgress: OnProgress;
}

async function besideOrHere<Request>(job: Job<Request>, request: Request, place: Place): Promise<Outcome> {
  const { settings, stop, onProgress } = place;
  const deadline = performance.now() + patienceMs;
  for (;;) {
    // Whoever holds the embedded database is asked before the database is loaded, which takes a while.
    if (settings.databaseUrl === null) {
      const sent = { job: job.name, dataDir: settings.dataDir, request };
      const outcome = await askServer(settings.dataDir, sent, { stop, onProgress });
      if (outcome !== null) return outcome;
    }
    const db = await place.open(settings).catch((error: unknown) => {
      if (error instanceof DatabaseInUseError) return error;
      throw error;
    });
    if (!(db instanceof DatabaseInUseError)) return here(job, request, db, place);
    if (performance.now() > deadline) throw db;
    await new Promise((resolve) => setTimeout(resolve, retryMs));
  }
}

async function here<Request>(
  job: Job<Request>,
  request: Request,
  db: Database,
  { settings, stop, onProgress }: Place,
): Promise<Outcome> {
  try {
    return await job.run(
      {
        db,
        dataDir: settings.dataDir,
        onProgress: (...step) => {
          stop.check();
          onProgress(...step);
        },
      },
      request,
    );
  } finally {
    await db.close();
  }
}
