import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';
import { databaseError } from '../db/database-error.ts';
import { DomainError, errorCodes } from '../domain/errors.ts';

/** An error as a client may see it, and what the log should hear of it. */
export interface PublicError {
  readonly error: GraphQLError;
  /** Set when nobody foresaw the error: it goes into the log, and its text nowhere else. */
  readonly unexpected?: unknown;
}

interface Circumstances {
  readonly requestId: string;
  /** Developers are told what they may have meant; the public is not given names one by one. */
  readonly hints: boolean;
  /** The answer's data; undefined when execution never began. */
  readonly data: unknown;
}

/** Expected failures that are not the client's: "come again", when there is no data to give. */
const unavailable: ReadonlySet<string> = new Set(['DATABASE_UNAVAILABLE', 'REQUEST_TIMEOUT']);

/** Whether an error of this code is answered with 503 and Retry-After. */
export function isUnavailable(code: string): boolean {
  return unavailable.has(code);
}

/**
 * Turns whatever was thrown into what clients may see: expected failures with their code, mistakes of the
 * document as GraphQL words them, and everything else masked under the request id.
 */
export function publicError(error: GraphQLError, circumstances: Circumstances): PublicError {
  const cause = rootCause(error);
  const expected = cause instanceof DomainError ? cause : databaseError(cause);
  if (expected !== null) {
    return { error: restate(error, expected.message, domainExtensions(expected, circumstances)) };
  }
  const code = clientCode(error, cause, circumstances);
  return code === null ? mask(error, cause, circumstances) : { error: keep(error, code, circumstances) };
}

function rootCause(error: GraphQLError): unknown {
  let cause: unknown = error;
  while (cause instanceof GraphQLError && cause.originalError !== undefined) cause = cause.originalError;
  return cause;
}

function domainExtensions({ code }: DomainError, { data }: Circumstances): GraphQLErrorExtensions {
  if (data !== undefined && data !== null) return { code };
  if (isUnavailable(code)) return { code, http: { status: 503, headers: { 'retry-after': '1' } } };
  return data === undefined ? { code, http: { status: 400, spec: true } } : { code };
}

/** The code of an error that the client caused, null for one of ours. */
function clientCode(error: GraphQLError, cause: unknown, { data }: Circumstances): string | null {
  if (!(cause instanceof GraphQLError)) return null;
  const { code } = error.extensions;
  if (typeof code === 'string') return code in errorCodes ? code : null;
  // Without a code it comes from graphql-js: about the document (nodes of its own) or its variables, which are
  // coerced before anything runs, or else about a value of ours that could not be serialised.
  return data === undefined || cause.nodes !== undefined ? 'BAD_USER_INPUT' : null;
}

function keep(error: GraphQLError, code: string, { hints, data }: Circumstances): GraphQLError {
  const message = hints ? error.message : error.message.replace(/ Did you mean .*\?$/s, '');
  return restate(error, message, data === undefined ? { code, http: httpOf(error, code) } : { code });
}

/** The status of a request whose document did not run: see refusal.ts for `spec`. */
function httpOf(
  { extensions: { http, code: given } }: GraphQLError,
  code: string,
): NonNullable<GraphQLErrorExtensions['http']> {
  // Not GraphQL over HTTP at all, so what the client accepts does not matter; Yoga sees it otherwise for JSON.
  if (code === 'BAD_REQUEST') return { ...http, status: http?.status ?? 400, spec: false };
  // The executor gives unfit variables a status but no `spec`.
  return given === undefined || http === undefined ? { status: 400, spec: true } : http;
}

function mask(error: GraphQLError, cause: unknown, { requestId, data }: Circumstances): PublicError {
  const message = `Something went wrong on our side. It is in the log under request ${requestId}.`;
  const http = data === undefined ? { http: { status: 500 } } : {};
  const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId, ...http };
  return { error: restate(error, message, extensions), unexpected: cause };
}

/** Extensions are written anew, so that nothing of the original slips through. */
function restate(error: GraphQLError, message: string, extensions: GraphQLErrorExtensions): GraphQLError {
  const { nodes = null, source = null, positions = null, path = null } = error;
  return new GraphQLError(message, { nodes, source, positions, path, extensions });
}
