import pino from 'pino';
import { logLine } from './log-line.ts';

/** The log of the process. */
export type Log = pino.Logger;

/** Where log lines go, such as `process.stderr`. */
export interface LogStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Paths that hold secrets, should an object with one ever be logged. */
const secrets = ['password', 'authorization', 'cookie', 'databaseUrl', 'connectionString', 'token'];

/**
 * The log: JSON lines, or one plain line an entry where a person watches. It goes to stderr, so that stdout
 * holds only what a command says.
 */
export function createLog(level: string, stream: LogStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[hidden]' },
  };
  const write =
    stream.isTTY === true
      ? (json: string) => stream.write(logLine(json))
      : (json: string) => stream.write(json);
  return pino(options, { write: (json: string) => void write(json) });
}
