/**
 * How much memory and time a large WordPress export takes, imported into an empty PostgreSQL database:
 * `DATABASE_URL=postgres://… node bench/import-wxr.ts 500`. The second import of it should write nothing.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeWxr } from './made-wxr.ts';
import { watchedRun } from './watched-run.ts';

const megabytes = Number(process.argv[2] ?? 500);
/** Flags of Node's, such as `--max-old-space-size=200`. */
const flags = process.argv.slice(3);

async function run(what: string, words: readonly string[]): Promise<void> {
  const { code, seconds, peak, peaks, said } = await watchedRun(words, flags);
  console.log(`${what}: exit ${code}, ${seconds.toFixed(0)} s, at most ${peak.toFixed(0)} MiB of memory`);
  for (const [at, most] of peaks) console.log(`  ${most.toFixed(0)} MiB at ${at}`);
  console.log(said.slice(0, 12).join('\n'));
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
