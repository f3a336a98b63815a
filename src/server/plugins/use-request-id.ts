import { randomUUID } from 'node:crypto';
import type { ServerPlugin } from '../server-plugin.ts';

/** What a caller's own id may look like, so that it is safe in headers, logs and answers. */
const idPattern = /^[\w.-]{8,64}$/;

/** Names every request: by the caller's `x-request-id`, else by a new UUID. The answer carries it. */
export function useRequestId(): ServerPlugin {
  return {
    onRequest({ request, serverContext }) {
      const given = request.headers.get('x-request-id') ?? '';
      serverContext.requestId = idPattern.test(given) ? given : randomUUID();
      serverContext.startedAt = performance.now();
    },
    onResponse({ response, serverContext }) {
      response.headers.set('x-request-id', serverContext.requestId);
    },
  };
}
