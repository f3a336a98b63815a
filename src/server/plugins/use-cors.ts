import type { ServerPlugin } from '../server-plugin.ts';

/** How long a browser may remember a preflight, in seconds. */
const preflightSeconds = 86_400;

/**
 * Lets pages of other origins read answers: of every origin for "*", else of those in the list. Never with
 * credentials: what is served is public, and Yoga's own default (any origin reflected, with credentials)
 * would let every page read with the visitor's cookies.
 */
export function useCors(origins: readonly string[]): ServerPlugin {
  const open = origins.includes('*');
  return {
    onRequest({ request, fetchAPI, ...hook }) {
      if (request.method !== 'OPTIONS') return;
      const headers = {
        'access-control-allow-methods': 'GET, HEAD, POST',
        'access-control-allow-headers': '*',
        'access-control-max-age': String(preflightSeconds),
        allow: 'GET, HEAD, POST, OPTIONS',
      };
      hook.endResponse(new fetchAPI.Response(null, { status: 204, headers }));
    },
    onResponse({ request, response }) {
      const origin = request.headers.get('origin');
      const allowed = open ? '*' : origin !== null && origins.includes(origin) ? origin : null;
      if (!open) response.headers.append('vary', 'Origin');
      if (allowed === null) return;
      response.headers.set('access-control-allow-origin', allowed);
      response.headers.set('access-control-expose-headers', 'x-request-id, retry-after');
    },
  };
}
