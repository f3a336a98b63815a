import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { testPlace, type TestPlace } from './test-place.ts';
import { until } from './until.ts';

const root = join(import.meta.dirname, '../..');

/** Anything with an `after` hook: a test's context. */
interface Owner {
  after(hook: () => Promise<void>): void;
}

/** Environment variables. */
export type Env = Readonly<Record<string, string>>;

/** What a command said, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A command that runs. */
export interface Running {
  readonly child: ChildProcess;
  /** What it said so far on stdout and stderr. */
  readonly said: { out: string; err: string };
  readonly ended: Promise<Ended>;
  /** Waits until it has said something on stdout or stderr. */
  readonly says: (text: string) => Promise<void>;
}

/** Starts `colophon …` as a process of its own, with the settings given and no others. */
export function startColophon(words: readonly string[], env: Env = {}): Running {
  // As the tests are run themselves (package.json): what ends soon is not worth optimising PGlite for.
  const child = spawn(process.execPath, ['--liftoff-only', join(root, 'src/main.ts'), ...words], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (said.out += String(chunk)));
  child.stderr.on('data', (chunk) => (said.err += String(chunk)));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
  const says = async (text: string): Promise<void> => {
    await until(() => (said.out + said.err).includes(text) || child.exitCode !== null, 90_000);
    if (!(said.out + said.err).includes(text))
      throw new Error(`ended without "${text}": ${said.out}${said.err}`);
  };
  return { child, said, ended, says };
}

/** Runs `colophon …` to its end. */
export function colophon(words: readonly string[], env: Env = {}): Promise<Ended> {
  return startColophon(words, env).ended;
}

/** Settings that name a migrated, empty database of the test's own: PGlite, or PostgreSQL in its run. */
export async function databaseEnv(t: Owner): Promise<Env> {
  return envOf(t, await testPlace());
}

/** Settings that name a database; it is removed after the test. */
export function envOf(t: Owner, { options, drop }: TestPlace): Env {
  t.after(drop);
  const { databaseUrl, dataDir } = options;
  // Several test processes share few cores, so waiting is no sign of a fault.
  const patience = { POOL_ACQUIRE_TIMEOUT_MS: '30000', STATEMENT_TIMEOUT_MS: '30000' };
  return {
    ...patience,
    ...(databaseUrl === null ? { DATA_DIR: dataDir ?? '' } : { DATABASE_URL: databaseUrl }),
  };
}
