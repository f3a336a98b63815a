import { loadSettings, type Settings } from '../env.ts';
import type { Listening } from '../server/http.ts';
import { createLog } from '../server/log.ts';
import { CommandError } from './command-error.ts';
import { openControl, type Control } from './control/control-server.ts';
import { JobQueue } from './control/job-queue.ts';
import { fillFrom, fillFromSample, refillFrom, type Serving } from './fill-content.ts';
import { openContent } from './open-content.ts';
import { absoluteInput, isAddress, plainRequest, recognised, type ImportRequest } from './run-import.ts';
import { serveBanner } from './serve-banner.ts';
import { listenForStop } from './stop-signal.ts';
import { watchFolder } from './watch-folder.ts';

export interface ServeFlags {
  readonly watch?: boolean;
  readonly sample?: boolean;
  readonly source?: string;
  readonly prune?: boolean;
}

/**
 * `colophon serve [folder]`: serves the graph until it is told to stop.
 *
 * @returns the exit code, 0
 * @throws CommandError when there is nothing to read, or the port is taken
 */
export async function serveCommand(named: string | null, flags: ServeFlags): Promise<number> {
  const request = await requestOf(named, flags);
  const settings = loadSettings();
  const stop = listenForStop();
  const { db } = await openContent(settings);
  const queue = new JobQueue();
  const serving = { db, settings, stop, log: createLog(settings.logLevel, process.stderr), queue };
  const control = db.kind === 'embedded' ? openControl({ ...serving, dataDir: settings.dataDir }) : null;
  try {
    await queue.run(() =>
      request === null ? fillFromSample(serving, flags.sample === true) : fillFrom(serving, request),
    );
    await serveUntilStopped(serving, flags.watch === true ? request : null, control);
    return 0;
  } finally {
    await (await control)?.close();
    await db.close();
    stop.release();
  }
}

async function requestOf(named: string | null, flags: ServeFlags): Promise<ImportRequest | null> {
  if (named !== null) {
    if (flags.sample === true) throw new CommandError('Serve a folder or the sample, not both.', 2);
    if (flags.watch === true && isAddress(named))
      throw new CommandError('--watch needs a folder: what is at an address is not watched.', 2);
    const wanted = { source: flags.source ?? null, prune: flags.prune === true };
    return recognised(plainRequest(absoluteInput(named), wanted));
  }
  for (const flag of ['watch', 'source', 'prune'] as const) {
    if (flags[flag] !== undefined)
      throw new CommandError(`--${flag} needs a folder: colophon serve <folder>.`, 2);
  }
  return null;
}

async function serveUntilStopped(
  serving: Serving & { readonly queue: JobQueue },
  watched: ImportRequest | null,
  control: Promise<Control> | null,
): Promise<void> {
  const { db, settings, log, stop, queue } = serving;
  const server = await start(serving);
  const watch =
    watched &&
    watchFolder(
      watched.inputs[0] ?? '',
      () => queue.run(() => refillFrom(serving, watched)),
      (error) => {
        log.error({ err: error }, 'the folder is not watched any more');
      },
    );
  console.log(await serveBanner(db, settings, server.url, watched?.inputs[0] ?? null));
  const signal = await stop.received;
  log.info(`stopping on ${signal}`);
  const jobsEnd = control?.then((open) => open.close());
  await watch?.close();
  // Whoever pressed Ctrl-C is no load balancer that needs time to look away.
  await server.close({ delay: signal === 'SIGTERM' });
  await jobsEnd;
}

async function start({ db, settings, log }: Serving): Promise<Listening> {
  // The graph takes longest to load; while a first import runs it is not needed.
  const { startServer } = await import('../server/start-server.ts');
  try {
    return await startServer({ settings, db, log });
  } catch (error) {
    throw listenError(error, settings) ?? error;
  }
}

function listenError(error: unknown, { host, port }: Settings): CommandError | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const at = `${host}:${port}`;
  switch (code) {
    case 'EADDRINUSE':
      return new CommandError(
        `Something else listens at ${at}. Stop it, or choose another port: PORT=${port + 1}.`,
      );
    case 'EACCES':
      return new CommandError(`This user may not listen at ${at}. Choose a PORT above 1023.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new CommandError(
        `${host} is no address of this machine. Correct HOST; 127.0.0.1 and 0.0.0.0 always work.`,
      );
    default:
      return null;
  }
}
