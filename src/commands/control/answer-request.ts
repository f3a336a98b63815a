import type { Socket } from 'node:net';
import { ZodError } from 'zod';
import type { Database } from '../../db/client.ts';
import type { Log } from '../../server/log.ts';
import { CommandError } from '../command-error.ts';
import { expectedFailure, unexpectedFailure, type Failure } from '../failure.ts';
import type { Outcome } from '../jobs/job.ts';
import type { SentJob } from '../jobs/jobs.ts';
import type { JobQueue } from './job-queue.ts';
import { lineOf, maxRequest, protocol, readLines, requestShape, type Answer } from './messages.ts';

interface Parts {
  readonly db: Database;
  readonly jobs: ReadonlyMap<string, SentJob>;
  readonly queue: JobQueue;
  readonly log: Log;
  /** Aborted when the server stops. */
  readonly closing: AbortSignal;
}

/** Who connects says at once what is wanted. Milliseconds. */
const patienceMs = 10_000;

/** Progress that a client does not take is dropped beyond so many bytes. */
const mostWaiting = 1_000_000;

const otherVersion = new CommandError(
  'The server that runs on this data directory is of another version. Start it anew, then try again.',
);

/** Does what a connection asks for, and says how it goes. Never throws. */
export async function answerTo(socket: Socket, parts: Parts): Promise<void> {
  const say = (answer: Answer): void => {
    if (socket.writable && (socket.writableLength < mostWaiting || !('progress' in answer)))
      socket.write(lineOf(answer));
  };
  // A client that is gone is seen by its end; what cannot be written to it is lost on nobody.
  socket.on('error', () => {});
  try {
    say({ done: await outcomeOf(socket, say, parts) });
  } catch (error) {
    say({ failed: failureOf(error, parts.log) });
  }
  socket.end();
}

async function outcomeOf(socket: Socket, say: (answer: Answer) => void, parts: Parts): Promise<Outcome> {
  const { db, jobs, queue, log, closing } = parts;
  socket.setTimeout(patienceMs, () => socket.destroy());
  const lines = readLines(socket, maxRequest);
  const asked = requestShape.safeParse(JSON.parse(await firstOf(lines)));
  const job = asked.success && asked.data.protocol === protocol ? jobs.get(asked.data.job) : undefined;
  if (!asked.success || job === undefined) throw otherVersion;
  socket.setTimeout(0);
  const gone = clientGone(lines);
  const check = (): void => {
    if (gone.aborted) throw new CommandError(job.stopped, 130);
    if (closing.aborted) throw new CommandError(`The server was told to stop. ${job.stopped}`);
  };
  const onProgress = (...progress: [step: string, done: number, total: number]): void => {
    check();
    say({ progress });
  };
  const work = async (): Promise<Outcome> => {
    check();
    log.info({ job: job.name }, 'another process asked for a job');
    const { dataDir, request } = asked.data;
    return job.runSent({ db, dataDir, onProgress }, request);
  };
  const onWait = (): void => {
    say({ waits: true });
  };
  const noteLeft = (): void => {
    log.info({ job: job.name }, 'who asked for the job is gone: it ends at its next step');
  };
  gone.addEventListener('abort', noteLeft);
  const signal = AbortSignal.any([gone, closing]);
  return queue
    .run(work, { onWait, signal })
    .catch((error: unknown) => {
      if (signal.aborted) check();
      throw error;
    })
    .finally(() => {
      gone.removeEventListener('abort', noteLeft);
    });
}

/** Whoever says nothing, breaks off, or says too much is none of ours either. */
async function firstOf(lines: AsyncGenerator<string, void>): Promise<string> {
  const { value } = await lines.next().catch(() => ({ value: undefined }));
  return value ?? 'null';
}

/** Aborted when the client says no more: it was stopped, or killed. */
function clientGone(lines: AsyncGenerator<string, void>): AbortSignal {
  const gone = new AbortController();
  const leave = (): void => {
    gone.abort();
  };
  // A client has nothing more to say than that it goes.
  void lines.next().then(leave, leave);
  return gone.signal;
}

function failureOf(error: unknown, log: Log): Failure {
  if (error instanceof ZodError || error instanceof SyntaxError) return failureOf(otherVersion, log);
  const expected = expectedFailure(error);
  if (expected !== null) return expected;
  log.error({ err: error }, 'a job that another process asked for failed');
  return unexpectedFailure(error);
}
