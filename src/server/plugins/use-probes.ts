import type { Probe } from '../readiness.ts';
import type { ServerPlugin } from '../server-plugin.ts';

/**
 * `/healthz`: this process answers. `/readyz`: it can serve (database, migrations, version feed) and is not
 * about to stop; 503 when not. Both are JSON.
 */
export function useProbes(readiness: Probe): ServerPlugin {
  return {
    async onRequest({ url, request, fetchAPI, ...hook }) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return;
      if (url.pathname === '/healthz') hook.endResponse(fetchAPI.Response.json({ status: 'ok' }));
      if (url.pathname !== '/readyz') return;
      const state = await readiness.check();
      const ready = state.status === 'ready';
      const init = ready ? { status: 200 } : { status: 503, headers: { 'retry-after': '1' } };
      hook.endResponse(fetchAPI.Response.json(state, init));
    },
  };
}
