import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { CommandError } from '../command-error.ts';
import type { Outcome } from '../jobs/job.ts';
import type { OnProgress } from '../run-import.ts';
import type { StopSignal } from '../stop-signal.ts';
import { answerShape, lineOf, maxAnswer, protocol, readLines, type Answer } from './messages.ts';
import { findSocket } from './socket-place.ts';

/** A job that another process is asked to do. */
export interface Sent {
  readonly job: string;
  readonly dataDir: string;
  readonly request: unknown;
}

interface Asking {
  readonly stop: StopSignal;
  readonly onProgress: OnProgress;
}

/**
 * Has a job done by the server that holds a data directory.
 *
 * @returns null when there is no such server
 * @throws CommandError as the job would here, or when the server ends in the middle of it
 */
export async function askServer(
  dataDir: string,
  sent: Sent,
  { stop, onProgress }: Asking,
): Promise<Outcome | null> {
  const path = findSocket(dataDir);
  const socket = path === null ? null : await connected(path);
  if (socket === null) return null;
  // The server ends the work at its next step, and says so.
  void stop.received.then(() => socket.end());
  try {
    socket.write(lineOf({ protocol, ...sent }));
    return await outcomeOf(socket, onProgress);
  } finally {
    socket.destroy();
  }
}

/** Null: nobody listens there, such as after a kill. */
async function connected(path: string): Promise<Socket | null> {
  const socket = connect({ path, allowHalfOpen: true });
  try {
    await once(socket, 'connect');
    return socket;
  } catch {
    return null;
  }
}

async function outcomeOf(socket: Socket, onProgress: OnProgress): Promise<Outcome> {
  try {
    for await (const line of readLines(socket, maxAnswer)) {
      const outcome = heed(answerIn(line), onProgress);
      if (outcome !== null) return outcome;
    }
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw lost(error);
  }
  throw lost();
}

function answerIn(line: string): Answer {
  const answer = answerShape.safeParse(JSON.parse(line));
  if (answer.success) return answer.data;
  throw new CommandError(
    'The server that runs on this data directory is of another version. Start it anew, then try again.',
  );
}

/** Null: there is more to come. */
function heed(answer: Answer, onProgress: OnProgress): Outcome | null {
  if ('done' in answer) return answer.done;
  if ('failed' in answer) throw new CommandError(answer.failed.message, answer.failed.exitCode);
  if ('progress' in answer) onProgress(...answer.progress);
  else console.error('Waiting: the server is at another import, export or backup.');
  return null;
}

function lost(cause?: unknown): CommandError {
  return new CommandError(
    'The server that did this has ended before it was done. Start it again, then give the same command once more: it goes on from there.',
    1,
    { cause },
  );
}
