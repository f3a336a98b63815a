import { readFileSync } from 'node:fs';
import pg from 'pg';
import { DatabaseOpenError } from './open-error.ts';

/** What is wrong and what to do, by Node's error code or PostgreSQL's SQLSTATE. */
const advice: Readonly<Record<string, readonly [what: string, todo: string]>> = {
  ENOTFOUND: ['the host is not known', 'Check the host name in DATABASE_URL.'],
  EAI_AGAIN: [
    'the host name could not be looked up',
    'Check the host name in DATABASE_URL, and the network.',
  ],
  ECONNREFUSED: [
    'nothing answers at that address',
    'Start PostgreSQL, or check host and port in DATABASE_URL.',
  ],
  ECONNRESET: ['the connection was cut', 'Check that PostgreSQL listens there, and whether it wants TLS.'],
  EHOSTUNREACH: ['the host cannot be reached', 'Check the host in DATABASE_URL, and the network.'],
  ETIMEDOUT: ['no answer in time', 'Check host and port in DATABASE_URL, and firewalls between.'],
  '28P01': ['the password is wrong', 'Check user and password in DATABASE_URL.'],
  '28000': ['the user may not connect', 'Check the user in DATABASE_URL, and the pg_hba.conf of the server.'],
  '3D000': ['there is no such database', 'Create it (createdb), or check the name in DATABASE_URL.'],
  '53300': [
    'the server has no connection free',
    'Lower the pool size, or raise max_connections of the server.',
  ],
  '57P03': ['the server is starting or stopping', 'Try again in a moment.'],
};

/**
 * Says why PostgreSQL could not be reached. Names host, port, database and user; never the password.
 */
export function connectError(url: string, error: unknown): DatabaseOpenError {
  const file = unreadableFile(url);
  if (file !== null) return new DatabaseOpenError(file, { cause: error });
  const [what, todo] = adviceFor(error);
  return new DatabaseOpenError(`Cannot connect to PostgreSQL at ${place(url)}: ${what}. ${todo}`, {
    cause: error,
  });
}

function adviceFor(error: unknown): readonly [string, string] {
  // Node tries each address of a host and reports them together; they fail alike.
  const all: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
  const first = all[0];
  if (!(first instanceof Error)) return ['an unknown failure', 'Check DATABASE_URL.'];
  const code = 'code' in first && typeof first.code === 'string' ? first.code : '';
  const known = advice[code] ?? (/timeout/i.test(first.message) ? advice['ETIMEDOUT'] : undefined);
  return known ?? [first.message, 'Check DATABASE_URL.'];
}

/** Files that a URL names for TLS. pg reads them whenever it reads the URL, and throws what Node says. */
const fileParameters = ['sslrootcert', 'sslcert', 'sslkey'];

function unreadableFile(url: string): string | null {
  for (const name of fileParameters) {
    const file = URL.parse(url)?.searchParams.get(name);
    if (!file) continue;
    try {
      readFileSync(file);
    } catch (error) {
      const why = error instanceof Error && 'code' in error ? faults[String(error.code)] : undefined;
      return `DATABASE_URL names a file with ${name} that cannot be read: ${file} ${why ?? 'has a fault'}. Correct the path, or the rights on it.`;
    }
  }
  return null;
}

/** What Node says of a file that cannot be read. */
const faults: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  ENOTDIR: 'is not there',
  EISDIR: 'is a folder',
  EACCES: 'may not be read by this user',
  EPERM: 'may not be read by this user',
};

function place(url: string): string {
  // pg's own reading, so that what it takes from PGHOST and its like is named as well.
  const { host, port, database, user } = new pg.Client({ connectionString: url });
  return `${host}:${port}, database "${database ?? ''}", user "${user ?? ''}"`;
}
