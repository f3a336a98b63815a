import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Settings } from '../env.ts';

/** How often Node looks for connections past their time limits; its default of 30 s would not keep them. */
const checkEveryMs = 1_000;

/** An answer may take this much longer than the request's own limit: then its reader is too slow. */
const sendingMs = 5_000;

/** A server that listens. */
export interface Listening {
  /** Where, such as "http://127.0.0.1:4000". */
  readonly url: string;
  /**
   * Stops without cutting anybody off: readiness says so at once, new requests are still taken for the drain
   * delay (a balancer needs it to look away), then the port closes and what is in flight is finished.
   */
  readonly close: (options?: { readonly delay: boolean }) => Promise<void>;
}

interface Parts {
  readonly settings: Settings;
  /** Told when the server is about to stop. */
  readonly readiness: { readonly stopping: boolean; stop(): void };
  readonly handle: RequestListener;
}

/**
 * Listens on the host and port of the settings.
 *
 * @throws Node's error with code EADDRINUSE, EACCES, ENOTFOUND or EADDRNOTAVAIL when it cannot
 */
export async function listen({ settings, readiness, handle }: Parts): Promise<Listening> {
  const { headersTimeoutMs, requestTimeoutMs: requestTimeout } = settings;
  const headersTimeout = Math.min(headersTimeoutMs, requestTimeout);
  const server = createServer(
    { headersTimeout, requestTimeout, connectionsCheckingInterval: checkEveryMs },
    (request, response) => {
      // Says "connection: close", so that the client opens its next connection elsewhere.
      if (readiness.stopping) response.shouldKeepAlive = false;
      boundSending(response, requestTimeout + sendingMs);
      handle(request, response);
    },
  );
  server.listen(settings.port, settings.host);
  await once(server, 'listening');
  return {
    url: urlOf(server, settings.host),
    close: async ({ delay } = { delay: true }) => {
      readiness.stop();
      if (delay) await wait(settings.drainDelayMs);
      await drain(server, settings.drainTimeoutMs);
    },
  };
}

/** Cuts off who takes an answer too slowly: it would hold its memory for ever. */
function boundSending(response: ServerResponse, maxMs: number): void {
  const timer = setTimeout(() => response.destroy(), maxMs);
  response.on('close', () => {
    clearTimeout(timer);
  });
}

async function drain(server: Server, maxMs: number): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const timer = setTimeout(() => {
    server.closeAllConnections();
  }, maxMs);
  await closed;
  clearTimeout(timer);
}

/** An address that a browser on this machine can open. */
function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
