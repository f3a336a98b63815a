import { loadSettings } from '../env.ts';
import { formats, isFormatName, type FormatName } from '../importers/formats.ts';
import { CommandError } from './command-error.ts';
import { openContent } from './open-content.ts';
import { otherSourcesNote } from './other-sources.ts';
import { createProgressLine } from './progress-line.ts';
import { reportText } from './report-text.ts';
import { absoluteInput, recognised, runImport, type ImportRequest } from './run-import.ts';
import { listenForStop } from './stop-signal.ts';

export interface ImportFlags {
  readonly format?: string;
  readonly source?: string;
  readonly pages?: boolean;
  readonly follow?: boolean;
  readonly allowPrivate?: boolean;
  readonly dryRun?: boolean;
  readonly prune?: boolean;
}

/**
 * `colophon import <what...>`: brings a blog into the database.
 *
 * @returns the exit code: 0, or 1 when a part of it did not go in
 * @throws CommandError when there is nothing to read, or Ctrl-C stopped it
 */
export async function importCommand(what: readonly string[], flags: ImportFlags): Promise<number> {
  const request = await recognised(requestOf(what, flags));
  const settings = loadSettings();
  const { db } = await openContent(settings);
  const progress = createProgressLine(process.stderr);
  const stop = listenForStop();
  try {
    const { report, sources } = await runImport(db, request, (step, done, total) => {
      stop.check();
      progress.show(step, done, total);
    });
    progress.end();
    const note = await otherSourcesNote(db, sources, settings);
    console.log([reportText(report, request), ...note].join('\n'));
    return report.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
  } finally {
    progress.end();
    stop.release();
    await db.close();
  }
}

function requestOf(what: readonly string[], flags: ImportFlags): ImportRequest {
  return {
    inputs: what.map(absoluteInput),
    format: formatNamed(flags.format),
    source: flags.source ?? null,
    pages: flags.pages ?? false,
    follow: flags.follow ?? false,
    allowPrivate: flags.allowPrivate ?? false,
    prune: flags.prune ?? false,
    dryRun: flags.dryRun ?? false,
  };
}

function formatNamed(name: string | undefined): FormatName | null {
  if (name === undefined) return null;
  if (isFormatName(name)) return name;
  throw new CommandError(`There is no format "${name}": use one of ${Object.keys(formats).join(', ')}.`, 2);
}
