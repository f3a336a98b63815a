/**
 * How much memory and time a large WordPress export takes, imported into an empty PostgreSQL database:
 * `DATABASE_URL=postgres://… node bench/import-wxr.ts 500`. The second import of it should write nothing.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeWxr } from './made-wxr.ts';

const megabytes = Number(process.argv[2] ?? 500);
/** Flags of Node's, such as `--max-old-space-size=200`. */
const flags = process.argv.slice(3);
const main = join(import.meta.dirname, '../src/main.ts');

/** Of a process, in MB: the most of its memory that was in use at once (Linux). */
async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
}

async function run(what: string, words: readonly string[]): Promise<void> {
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
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`${what}: exit ${code}, ${seconds} s, at most ${peak.toFixed(0)} MB of memory`);
  for (const [at, most] of peaks) console.log(`  ${most.toFixed(0)} MB at ${at}`);
  console.log(said.split('\n').slice(0, 12).join('\n'));
}

const folder = await mkdtemp(join(tmpdir(), 'colophon-bench-'));
try {
  const file = join(folder, 'export.xml');
  const posts = await makeWxr(file, megabytes);
  console.log(`${((await stat(file)).size / 1e6).toFixed(0)} MB, ${posts} posts, ${posts} attachments`);
  await run('first import', ['import', file]);
  await run('second import', ['import', file]);
} finally {
  await rm(folder, { recursive: true, force: true });
}
