import type { MediaAnswer } from '../../web/media.ts';
import type { ServerPlugin } from '../server-plugin.ts';

/** Finds the image of a path such as "/media/0f3a…/cover.png". */
export type ReadMedia = (path: string) => Promise<MediaAnswer | null>;

/** Image files of the blog and the colours of its code, under /media. */
export function useMedia(readMedia: ReadMedia): ServerPlugin {
  return {
    async onRequest({ url, request, fetchAPI, ...hook }) {
      if (!url.pathname.startsWith('/media/')) return;
      if (request.method !== 'GET' && request.method !== 'HEAD') return;
      const answer = await readMedia(url.pathname);
      if (answer === null) {
        hook.endResponse(fetchAPI.Response.json({ error: 'There is no such image.' }, { status: 404 }));
        return;
      }
      const { headers, bytes } = answer;
      const known = request.headers.get('if-none-match')?.includes(headers.etag ?? '"') ?? false;
      const body = known || request.method === 'HEAD' ? null : bytes;
      hook.endResponse(new fetchAPI.Response(body, { status: known ? 304 : 200, headers: { ...headers } }));
    },
  };
}
