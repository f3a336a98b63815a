import { loadSettings } from '../env.ts';
import { formats, isFormatName, type FormatName } from '../importers/formats.ts';
import { CommandError } from './command-error.ts';
import { importJob } from './jobs/import-job.ts';
import { runJob } from './run-job.ts';
import { absoluteInput, recognised, type ImportRequest } from './run-import.ts';

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
 * `colophon import <what...>`: brings a blog into the database, beside a running server too.
 *
 * @returns the exit code: 0, or 1 when a part of it did not go in
 * @throws CommandError when there is nothing to read, or Ctrl-C stopped it
 */
export async function importCommand(what: readonly string[], flags: ImportFlags): Promise<number> {
  const request = await recognised(requestOf(what, flags));
  return runJob(importJob, request, loadSettings());
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
