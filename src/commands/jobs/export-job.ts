import { z } from 'zod';
import { contentVersion } from '../../db/change-log.ts';
import { exportFormats, type ExportRequest } from '../../exporters/export-request.ts';
import { ExportError } from '../../exporters/export-error.ts';
import { CommandError } from '../command-error.ts';
import { defineJob } from './job.ts';

/** Writes all of the blog to a folder. */
export const exportJob = defineJob<ExportRequest>({
  name: 'export',
  shape: z.strictObject({
    folder: z.string(),
    format: z.enum(exportFormats),
    publicOnly: z.boolean(),
    gzip: z.boolean(),
    urls: z.strictObject({ site: z.string().nullable(), media: z.string() }),
  }),
  stopped: 'Stopped. The export is not whole, and says so. Export again to the same folder.',
  run: async ({ db, onProgress }, request) => {
    if ((await contentVersion(db)) === 0n)
      throw new CommandError(
        'There is nothing to export yet. Import a blog first: colophon import <folder>.',
      );
    const { exportBlog } = await import('../../exporters/export-blog.ts');
    try {
      const { files } = await exportBlog(db, request, (done, total) => {
        onProgress('export', done, total);
      });
      return {
        out: `Wrote ${files} ${files === 1 ? 'file' : 'files'} to ${request.folder}.`,
        exitCode: 0,
      };
    } catch (error) {
      throw error instanceof ExportError ? new CommandError(error.message, 1, { cause: error }) : error;
    }
  },
});
