import type { ServerPlugin } from '../server-plugin.ts';

/** `/` leads to the graph; a path that nobody serves says where to look. Stands after all that serve paths. */
export function useFrontDoor(): ServerPlugin {
  return {
    onRequest({ url, fetchAPI, ...hook }) {
      if (url.pathname === '/graphql' || url.pathname === '/graphql/') return;
      if (url.pathname === '/') {
        hook.endResponse(new fetchAPI.Response(null, { status: 302, headers: { location: '/graphql' } }));
        return;
      }
      hook.endResponse(
        fetchAPI.Response.json(
          { error: 'Nothing is served here. The graph is at /graphql.' },
          { status: 404 },
        ),
      );
    },
  };
}
