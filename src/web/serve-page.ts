import { createHash } from 'node:crypto';
import { newestChange } from '../db/change-log.ts';
import type { NewestChange } from '../db/change-log.ts';
import { buildVersion } from './build-version.ts';
import { matchPreconditions } from './conditional.ts';
import type { Preconditions, Validators } from './conditional.ts';
import type { PageAnswer, WebPage, WebScope } from './web-page.ts';

/** An answer as it goes on the wire. */
export interface ServedPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Null: none. */
  readonly body: string | null;
}

/** Caches may give it again for a minute, and ask then; what was unpublished is gone from them as soon. */
const cacheControl = 'public, max-age=60';

/**
 * Serves a page, or says that the client has it already: then with one statement, the one that reads the
 * content version. (A precondition without an ETag needs to know whether there is such a page, which costs
 * one or two more, and never reads what it holds.)
 */
export async function servePage(
  page: WebPage,
  scope: WebScope,
  preconditions: Preconditions,
): Promise<ServedPage> {
  const change = await newestChange(scope.db);
  const validators = validatorsOf(page, scope, change, new Date());
  const headers = headersOf(validators, scope);
  const match = matchPreconditions(preconditions, validators);
  if (match === 'yes' || (match === 'if it exists' && ((await page.exists?.(scope)) ?? true))) {
    return { status: 304, headers, body: null };
  }
  return onTheWire(await page.read(scope), headers);
}

/**
 * One text has one ETag: it is made of all that the text is made of. The version alone would not do: two
 * databases may have come to the same one.
 */
function validatorsOf(page: WebPage, scope: WebScope, change: NewestChange | null, now: Date): Validators {
  const parts = [
    buildVersion,
    page.key,
    scope.viewer.kind,
    scope.urls,
    scope.indexing,
    scope.maxBytes,
    String(change?.version ?? 0),
    change?.at ?? null,
  ];
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27);
  // Never later than the answer itself (RFC 9110, section 8.8.2.1).
  const lastModified = change === null ? null : change.at < now ? change.at : now;
  return { etag: `"${hash}"`, lastModified };
}

function headersOf({ etag, lastModified }: Validators, { indexing }: WebScope): Record<string, string> {
  return {
    etag,
    ...(lastModified && { 'last-modified': lastModified.toUTCString() }),
    'cache-control': cacheControl,
    ...(!indexing && { 'x-robots-tag': 'noindex, nofollow' }),
  };
}

function onTheWire(answer: PageAnswer, headers: Readonly<Record<string, string>>): ServedPage {
  switch (answer.status) {
    case 200:
      return {
        status: 200,
        headers: { ...answer.headers, ...headers, 'content-type': answer.type },
        body: answer.text,
      };
    case 301:
    case 302:
      return {
        status: answer.status,
        headers: { location: answer.location, 'cache-control': cacheControl },
        body: null,
      };
    case 404:
    case 410:
      return {
        status: answer.status,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({ error: answer.error }),
      };
  }
}
