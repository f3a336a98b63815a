import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../../db/client.ts';
import type { Log } from '../../server/log.ts';
import { jobs } from '../jobs/jobs.ts';
import { answerTo } from './answer-request.ts';
import type { JobQueue } from './job-queue.ts';
import { forgetSocket, noteSocket, socketPlaces } from './socket-place.ts';

interface Parts {
  readonly db: Database;
  readonly dataDir: string;
  /** What else writes in this process stands in it too. */
  readonly queue: JobQueue;
  readonly log: Log;
}

/** What runs ends at its next step; what has none in so long, such as a slow download, is left behind. Milliseconds. */
const longestEndMs = 6_000;

/** How long the last words may take to be read, which a client that was suspended (Ctrl-Z) never does. Milliseconds. */
const longestReadMs = 1_000;

/** A socket on which other processes of the same user ask for jobs. */
export interface Control {
  /** Ends what runs at its next step, tells those who asked, and waits for that. May be called twice. */
  close(): Promise<void>;
}

/**
 * Listens in the data directory, whose lock this process holds: so what is there of an earlier socket is stale.
 * Where no socket can be made, the server serves without.
 */
export async function openControl({ db, dataDir, queue, log }: Parts): Promise<Control> {
  const closing = new AbortController();
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    void answerTo(socket, { db, jobs, queue, log, closing: closing.signal });
  });
  const isOpen = await listenSomewhere(server, dataDir, log);
  const close = async (): Promise<void> => {
    closing.abort();
    const closed = server.listening ? new Promise((resolve) => server.close(resolve)) : null;
    await Promise.race([queue.idle(), wait(longestEndMs, null, { ref: false })]);
    // Whoever asked for what has ended is told first.
    await turn();
    for (const socket of sockets) socket.destroySoon();
    await Promise.race([closed, wait(longestReadMs, null, { ref: false })]);
    for (const socket of sockets) socket.destroy();
    await closed;
    if (isOpen) forgetSocket(dataDir);
  };
  let closed: Promise<void> | undefined;
  return { close: () => (closed ??= close()) };
}

async function listenSomewhere(server: Server, dataDir: string, log: Log): Promise<boolean> {
  let failure: unknown;
  try {
    for (const place of socketPlaces(dataDir)) {
      const listening = once(server, 'listening');
      server.listen(place.path);
      try {
        await listening;
        noteSocket(dataDir, place);
        return true;
      } catch (error) {
        failure = error;
      }
    }
  } catch (error) {
    failure = error;
  }
  log.warn({ err: failure }, 'no control socket: import, export and backup do not work beside this server');
  return false;
}
