import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';

/** A running process of the tests. */
export type Child = ChildProcessByStdio<null, Readable, Readable>;

const root = pathToFileURL(join(import.meta.dirname, '../../')).href;

/**
 * Starts Node on a module text, in which imports from `src/` and `scripts/` are the project's own.
 *
 * @param code TypeScript, such as `import { migrate } from 'src/db/migrate.ts'; …`
 * @param input what the text finds as `input`
 * @param flags of Node
 */
export function startChild(code: string, input: unknown, flags: readonly string[] = []): Child {
  const text = `const input = ${JSON.stringify(input)};\n${code.replaceAll(/'(src|scripts)\//g, `'${root}$1/`)}`;
  // As the tests are run themselves: what ends soon is not worth optimising PGlite for.
  return spawn(
    process.execPath,
    ['--liftoff-only', ...flags, '--input-type=module-typescript', '--eval', text],
    {
      cwd: join(import.meta.dirname, '../..'),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
}

/** Waits until the process has printed `line`. */
export async function printed(child: Child, line: string): Promise<void> {
  let text = '';
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    text += String(chunk);
    if (text.includes(line)) return;
  }
  throw new Error(`the process ended without printing ${line}`);
}

/** Waits for the end; what was printed, on both streams, and the exit code. */
export async function finished(child: Child): Promise<{ out: string; code: number | null }> {
  let out = '';
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (out += String(chunk)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { out, code };
}
