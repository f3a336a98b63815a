import { loadSettings } from '../env.ts';
import { checkFolder, importFolder, sourceOf } from './import-folder.ts';
import { openContent } from './open-content.ts';
import { otherSourcesNote } from './other-sources.ts';
import { createProgressLine } from './progress-line.ts';
import { reportText } from './report-text.ts';
import { listenForStop } from './stop-signal.ts';

export interface ImportFlags {
  readonly dryRun?: boolean;
  readonly prune?: boolean;
  readonly source?: string;
}

/**
 * `colophon import <folder>`: brings a Markdown blog into the database.
 *
 * @returns the exit code: 0, or 1 when files did not go in
 * @throws CommandError when there is no such folder, or Ctrl-C stopped it
 */
export async function importCommand(folder: string, flags: ImportFlags): Promise<number> {
  const path = await checkFolder(folder);
  const { dryRun = false, prune = false, source = sourceOf(path) } = flags;
  const settings = loadSettings();
  const { db } = await openContent(settings);
  const progress = createProgressLine(process.stderr);
  const stop = listenForStop();
  try {
    const onProgress = (step: string, done: number, total: number): void => {
      stop.check();
      progress.show(step, done, total);
    };
    const report = await importFolder(db, { path, source, dryRun, prune, onProgress });
    progress.end();
    const note = await otherSourcesNote(db, source, settings);
    console.log([reportText(report, { dryRun, prune }), ...note].join('\n'));
    return report.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
  } finally {
    progress.end();
    stop.release();
    await db.close();
  }
}
