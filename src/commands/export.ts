import { resolve } from 'node:path';
import { contentVersion } from '../db/change-log.ts';
import { loadSettings, type Settings } from '../env.ts';
import {
  exportBlog,
  exportFormats,
  type ExportFormat,
  type ExportRequest,
} from '../exporters/export-blog.ts';
import { ExportError } from '../exporters/export-error.ts';
import { CommandError } from './command-error.ts';
import { openContent } from './open-content.ts';
import { createProgressLine } from './progress-line.ts';
import { listenForStop } from './stop-signal.ts';

export interface ExportFlags {
  readonly format?: string;
  readonly public?: boolean;
  readonly gzip?: boolean;
}

/**
 * `colophon export <folder>`: writes all of the blog to a folder.
 *
 * @returns the exit code, 0
 * @throws CommandError when there is nothing to export, the folder cannot take it, or Ctrl-C stopped it
 */
export async function exportCommand(folder: string, flags: ExportFlags): Promise<number> {
  const settings = loadSettings();
  const request = requestOf(folder, flags, settings);
  const { db } = await openContent(settings);
  const progress = createProgressLine(process.stderr);
  const stop = listenForStop(
    `Stopped. The export in ${request.folder} is not whole, and says so. Export again to the same folder.`,
  );
  try {
    if ((await contentVersion(db)) === 0n)
      throw new CommandError(
        'There is nothing to export yet. Import a blog first: colophon import <folder>.',
      );
    const { files } = await exportBlog(db, request, (done, total) => {
      stop.check();
      progress.show('export', done, total);
    });
    progress.end();
    console.log(`Wrote ${files} ${files === 1 ? 'file' : 'files'} to ${request.folder}.`);
    return 0;
  } catch (error) {
    throw error instanceof ExportError ? new CommandError(error.message, 1, { cause: error }) : error;
  } finally {
    progress.end();
    stop.release();
    await db.close();
  }
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
