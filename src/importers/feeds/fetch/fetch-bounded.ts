import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { InputError } from '../../blog-reader.ts';
import { checkedUrl, privateError } from './checked-url.ts';
import { failureText, refusalText } from './failure-text.ts';
import { PrivateAddressError, publicLookup } from './public-address.ts';
import { readBody } from './read-body.ts';
import { shownAddress } from './shown-address.ts';

export interface FetchOptions {
  readonly allowPrivate: boolean;
  /** Validators of the last answer: the server may say that nothing changed. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly maxBytes?: number;
  readonly maxMilliseconds?: number;
}

export interface Fetched {
  /** Where it was found after redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

const mostRedirects = 5;

/**
 * Gets what is at an address, within bounds of time (30 s for all of it), size (20 MB unpacked) and redirects;
 * by http and https only, and from no private address unless allowed, at any hop.
 *
 * @returns 'unchanged' when the server says so
 * @throws {InputError} that says what is wrong and what to do, without what may be secret in the address
 */
export async function fetchBounded(address: string, options: FetchOptions): Promise<Fetched | 'unchanged'> {
  const deadline = AbortSignal.timeout(options.maxMilliseconds ?? 30_000);
  let url = checkedUrl(address, address, options);
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const outcome = await visit(url, options, deadline).catch((error: unknown) => {
      throw explained(error, url, deadline);
    });
    if (!(outcome instanceof URL)) return outcome;
    url = outcome;
  }
  throw new InputError(
    `${shownAddress(address)} redirects more than ${mostRedirects} times. Name the address that it leads to.`,
  );
}

/** One request: what it brought, or where to go on. */
async function visit(
  url: URL,
  options: FetchOptions,
  deadline: AbortSignal,
): Promise<Fetched | 'unchanged' | URL> {
  const response = await answerOf(url, options, deadline);
  try {
    return await outcomeOf(response, url, options);
  } finally {
    response.destroy();
  }
}

async function outcomeOf(
  response: IncomingMessage,
  url: URL,
  options: FetchOptions,
): Promise<Fetched | 'unchanged' | URL> {
  const { statusCode = 0, headers } = response;
  const shown = shownAddress(url.href);
  if (statusCode === 304 && (options.etag ?? options.lastModified ?? null) !== null) return 'unchanged';
  if ([301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined)
    return checkedUrl(headers.location, url.href, options);
  if (statusCode < 200 || statusCode > 299) throw new InputError(refusalText(shown, statusCode));
  const bytes = await readBody(response, options.maxBytes ?? 20_000_000, shown);
  return {
    url: url.href,
    bytes,
    contentType: headers['content-type'] ?? '',
    etag: headers.etag?.slice(0, 1000) ?? null,
    lastModified: headers['last-modified']?.slice(0, 100) ?? null,
  };
}

function answerOf(url: URL, options: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const sent = send(url, requestOptions(options, signal), resolve);
    sent.on('error', reject);
    sent.end();
  });
}

function requestOptions(
  { allowPrivate, etag, lastModified }: FetchOptions,
  signal: AbortSignal,
): RequestOptions {
  return {
    signal,
    agent: false,
    ...(allowPrivate ? {} : { lookup: publicLookup }),
    headers: {
      'user-agent': 'Colophon (feed reader)',
      accept:
        'application/feed+json, application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5',
      'accept-encoding': 'gzip, br',
      ...(etag ? { 'if-none-match': etag } : {}),
      ...(lastModified ? { 'if-modified-since': lastModified } : {}),
    },
  };
}

function explained(error: unknown, url: URL, deadline: AbortSignal): unknown {
  const shown = shownAddress(url.href);
  if (error instanceof InputError) return error;
  if (error instanceof PrivateAddressError) return privateError(shown);
  if (deadline.aborted)
    return new InputError(`${shown} takes too long. Try again later, or save it to a file, and import that.`);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new InputError(failureText(shown, url, code));
}
