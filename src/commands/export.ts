import { resolve } from 'node:path';
import { loadSettings, type Settings } from '../env.ts';
import { exportFormats, type ExportFormat, type ExportRequest } from '../exporters/export-request.ts';
import { CommandError } from './command-error.ts';
import { exportJob } from './jobs/export-job.ts';
import { runJob } from './run-job.ts';

export interface ExportFlags {
  readonly format?: string;
  readonly public?: boolean;
  readonly gzip?: boolean;
}

/**
 * `colophon export <folder>`: writes all of the blog to a folder, beside a running server too.
 *
 * @returns the exit code, 0
 * @throws CommandError when there is nothing to export, the folder cannot take it, or Ctrl-C stopped it
 */
export async function exportCommand(folder: string, flags: ExportFlags): Promise<number> {
  const settings = loadSettings();
  return runJob(exportJob, requestOf(folder, flags, settings), settings);
}

function requestOf(folder: string, flags: ExportFlags, settings: Settings): ExportRequest {
  const format = formatNamed(flags.format ?? 'markdown');
  if (flags.gzip && format !== 'jsonl')
    throw new CommandError('--gzip packs the files of --format jsonl only.', 2);
  return {
    folder: resolve(folder),
    format,
    publicOnly: flags.public ?? false,
    gzip: flags.gzip ?? false,
    urls: {
      site: settings.siteUrl,
      // Where "colophon serve" would serve it.
      media: settings.publicUrl ?? `http://${settings.host}:${settings.port}`,
    },
  };
}

function formatNamed(name: string): ExportFormat {
  const format = exportFormats.find((one) => one === name);
  if (format === undefined)
    throw new CommandError(`There is no format "${name}": use one of ${exportFormats.join(', ')}.`, 2);
  return format;
}
