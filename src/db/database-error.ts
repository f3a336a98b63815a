import { DomainError } from '../domain/errors.ts';

/** SQLSTATE of a statement that the server ended because it took too long. */
const canceled = '57014';

/** SQLSTATE of a write that the database's disk has no room for. */
const diskFull = '53100';

/** SQLSTATE classes and codes of a server that cannot serve now: no connection, no resources, stopping. */
const unavailableState = /^(08...|53...|57P0[1-5]|28000|28P01|3D000)$/;

/** What @prisma/adapter-pg calls the same, where it keeps no SQLSTATE. */
const unavailableKinds: ReadonlySet<string> = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TlsConnectionError',
]);

/** What pg and its pool say in words only. */
const unavailableText =
  /^(timeout exceeded when trying to connect|Connection terminated|Cannot use a pool after|Client has encountered a connection error)/;

/**
 * The expected failure behind an error of Prisma, pg or the pool: the database is away, or a statement
 * took too long. Its message is ours; the database's own text never leaves.
 *
 * @returns null for anything else, which nobody foresaw
 */
export function databaseError(error: unknown): DomainError | null {
  const { state, kind, text } = faultOf(error);
  if (state === canceled) {
    return new DomainError('REQUEST_TIMEOUT', 'The database took longer than allowed. Ask for less at once.');
  }
  if (unavailableState.test(state) || unavailableKinds.has(kind) || unavailableText.test(text)) {
    return new DomainError(
      'DATABASE_UNAVAILABLE',
      'The database is not available now. Try again in a moment.',
    );
  }
  return null;
}

/**
 * What such a failure means to whoever typed a command, which it ended: what is wrong, and what to do.
 *
 * @returns null for anything else
 */
export function databaseFault(error: unknown): string | null {
  if (faultOf(error).state === diskFull)
    return 'The disk of the database is full. Make room on it, then give the same command again.';
  const code = databaseError(error)?.code;
  if (code === 'DATABASE_UNAVAILABLE')
    return 'The database went away in the middle of it, or has no connection free. When it is back, give the same command again.';
  if (code === 'REQUEST_TIMEOUT')
    return 'The database took longer for a statement than STATEMENT_TIMEOUT_MS allows. Allow more, or try again when it is less busy.';
  return null;
}

interface Fault {
  readonly state: string;
  readonly kind: string;
  readonly text: string;
}

/**
 * Prisma puts the adapter's finding into meta.driverAdapterError.cause, or throws the adapter's error as it is; pg
 * puts the SQLSTATE into code.
 */
function faultOf(error: unknown): Fault {
  const cause = property(property(property(error, 'meta'), 'driverAdapterError') ?? error, 'cause');
  return {
    state: text(property(cause, 'originalCode')) || text(property(error, 'code')),
    kind: text(property(cause, 'kind')) || socketKind(text(property(error, 'code'))),
    text: text(property(error, 'message')),
  };
}

function socketKind(code: string): string {
  return /^E(CONN|TIMEDOUT|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH|PIPE)/.test(code)
    ? 'DatabaseNotReachable'
    : '';
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
