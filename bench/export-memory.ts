/**
 * How much memory and time a blog takes on its way out, in each format of an export and as a backup:
 * `DATABASE_URL=postgres://… node bench/export-memory.ts`, of what `bench/import-wxr.ts` left there.
 * Of a blog that is ten times as large, time should be ten times as much, and memory nearly the same.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportFormats } from '../src/exporters/export-request.ts';
import { watchedRun } from './watched-run.ts';

/** Flags of Node's, such as `--max-old-space-size=200`. */
const flags = process.argv.slice(2);

const folder = await mkdtemp(join(tmpdir(), 'colophon-bench-'));
const ways = [
  ...exportFormats.map((format) => [format, ['export', join(folder, format), '--format', format]] as const),
  ['backup', ['backup', join(folder, 'blog.colophon')]] as const,
];
try {
  for (const [name, words] of ways) {
    const { code, seconds, peak, said } = await watchedRun(words, flags);
    const figures = [`${seconds.toFixed(0)} s`.padStart(6), `${peak.toFixed(0)} MB`.padStart(7)];
    console.log([name.padEnd(8), ...figures, code === 0 ? said[0] : `exit ${code}`].join('  '));
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
