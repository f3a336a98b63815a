import { loadAssets, type Asset } from '../graphiql/assets.ts';
import { pageCsp, renderPage, type StartTab } from '../graphiql/page.ts';
import type { ServerPlugin } from '../server-plugin.ts';

/** GraphiQL at /graphql for browsers, with everything it needs from this origin. */
export function useGraphiql(startTabs: () => Promise<readonly StartTab[]>): ServerPlugin {
  return {
    async onRequest({ url, request, fetchAPI, ...hook }) {
      if (request.method !== 'GET') return;
      if (url.pathname.startsWith('/graphql/assets/')) {
        const asset = (await loadAssets()).files.get(url.pathname);
        if (asset !== undefined) hook.endResponse(await answer(asset, request, fetchAPI.Response));
      } else if (
        /^\/graphql\/?$/.test(url.pathname) &&
        request.headers.get('accept')?.includes('text/html')
      ) {
        const page = renderPage(await loadAssets(), await startTabs());
        // The graph's own answers to GET stand at the same address.
        const headers = {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': pageCsp,
          vary: 'Accept',
        };
        hook.endResponse(new fetchAPI.Response(page, { headers }));
      }
    },
  };
}

async function answer(asset: Asset, request: Request, ResponseType: typeof Response): Promise<Response> {
  const gzip = request.headers.get('accept-encoding')?.includes('gzip') ?? false;
  const headers = {
    'content-type': asset.type,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
    ...(gzip && { 'content-encoding': 'gzip' }),
  };
  return new ResponseType(gzip ? await asset.gzipped() : asset.bytes, { headers });
}
