import { DomainError } from '../../domain/errors.ts';
import type { Preconditions } from '../../web/conditional.ts';
import { findPage } from '../../web/find-page.ts';
import type { ServedPage } from '../../web/serve-page.ts';
import type { WebPage } from '../../web/web-page.ts';
import type { Log } from '../log.ts';
import { failed, pageFailure } from '../page-error.ts';
import type { RequestState } from '../request-state.ts';
import type { ServerPlugin } from '../server-plugin.ts';

/** Answers for a page. */
export type ReadPage = (page: WebPage, preconditions: Preconditions) => Promise<ServedPage>;

interface Options {
  readonly readPage: ReadPage;
  readonly log: Log;
  /** How long one page may take. */
  readonly maxMs: number;
}

/** Feeds, sitemaps, posts as files and their like, for GET and HEAD. */
export function useWebPages({ readPage, log, maxMs }: Options): ServerPlugin {
  const answer = async (url: URL, request: Request, state: RequestState): Promise<ServedPage | null> => {
    try {
      const page = findPage({ pathname: url.pathname, search: url.search, query: url.searchParams });
      if (page === null) return null;
      state.page = page.kind;
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        return failed(405, 'Only GET and HEAD are answered here.', { allow: 'GET, HEAD, OPTIONS' });
      }
      const ifNoneMatch = request.headers.get('if-none-match');
      const ifModifiedSince = request.headers.get('if-modified-since');
      return await withinTime(readPage(page, { ifNoneMatch, ifModifiedSince }), maxMs);
    } catch (error) {
      const { page, code, unexpected } = pageFailure(error, state.requestId);
      state.codes = [code];
      if (unexpected !== undefined)
        log.error({ err: unexpected, requestId: state.requestId }, 'unexpected error');
      return page;
    }
  };
  return {
    async onRequest({ url, request, serverContext, fetchAPI, ...hook }) {
      const served = await answer(url, request, serverContext);
      if (served === null) return;
      const { status, headers, body } = served;
      if (request.method !== 'HEAD' || body === null) {
        hook.endResponse(new fetchAPI.Response(body, { status, headers: { ...headers } }));
        return;
      }
      const length = { 'content-length': String(Buffer.byteLength(body)) };
      hook.endResponse(new fetchAPI.Response(null, { status, headers: { ...headers, ...length } }));
    },
  };
}

/** Statements that run go on to their end, which the database bounds; nobody waits for them. */
async function withinTime<T>(work: Promise<T>, maxMs: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const tooLong = new DomainError('REQUEST_TIMEOUT', `The request took longer than ${maxMs} ms.`);
  const timer = setTimeout(() => {
    reject(tooLong);
  }, maxMs);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
