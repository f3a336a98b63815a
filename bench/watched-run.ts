/** Runs a command of ours in a process of its own, and watches how much memory that takes (Linux). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../src/main.ts');

export interface WatchedRun {
  readonly code: number | null;
  readonly seconds: number;
  /** The most of its memory that was in use at once, in MiB. */
  readonly peak: number;
  /** What it said it was doing -> the most until then, where that was more than before. */
  readonly peaks: ReadonlyMap<string, number>;
  /** Lines of its output. */
  readonly said: readonly string[];
}

async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
}

/** @param flags of Node's, such as `--max-old-space-size=200` */
export async function watchedRun(
  words: readonly string[],
  flags: readonly string[] = [],
): Promise<WatchedRun> {
  const start = performance.now();
  const child = spawn(process.execPath, [...flags, main, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let step = '';
  const peaks = new Map<string, number>();
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  child.stderr.on('data', (chunk) => (step = String(chunk).trim().split('\n').at(-1) ?? step));
  let peak = 0;
  const timer = setInterval(() => {
    void peakOf(child.pid ?? 0).then((now) => {
      if (now > peak) peaks.set(step, now);
      peak = Math.max(peak, now);
    });
  }, 200);
  const [code] = (await once(child, 'close')) as [number | null];
  clearInterval(timer);
  return { code, seconds: (performance.now() - start) / 1000, peak, peaks, said: said.split('\n') };
}
