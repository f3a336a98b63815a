import { databaseError } from '../db/database-error.ts';
import { DomainError } from '../domain/errors.ts';
import type { ServedPage } from '../web/serve-page.ts';
import { isUnavailable } from './public-error.ts';

/** A page that failed, as its reader may see it, and what the log should hear of it. */
export interface PageFailure {
  readonly page: ServedPage;
  readonly code: string;
  /** Set when nobody foresaw it. */
  readonly unexpected?: unknown;
}

/** What `public-error.ts` does for the graph, for what is served beside it. */
export function pageFailure(error: unknown, requestId: string): PageFailure {
  const expected = error instanceof DomainError ? error : databaseError(error);
  if (expected === null) {
    const message = `Something went wrong on our side. It is in the log under request ${requestId}.`;
    return { page: failed(500, message), code: 'INTERNAL_SERVER_ERROR', unexpected: error };
  }
  const { code, message } = expected;
  const page = isUnavailable(code) ? failed(503, message, { 'retry-after': '1' }) : failed(400, message);
  return { page, code };
}

/** A refusal in words, as JSON like everywhere beside the graph. */
export function failed(
  status: number,
  error: string,
  headers: Readonly<Record<string, string>> = {},
): ServedPage {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify({ error }),
  };
}
