import { z } from 'zod';
import { formats, isFormatName } from '../../importers/formats.ts';
import { otherSourcesNote } from '../other-sources.ts';
import { reportText } from '../report-text.ts';
import { runImport, type ImportRequest } from '../run-import.ts';
import { defineJob } from './job.ts';

const format = z.string().refine(isFormatName, `one of ${Object.keys(formats).join(', ')}`);

/** Brings a blog in, and says what that did. */
export const importJob = defineJob<ImportRequest>({
  name: 'import',
  shape: z.strictObject({
    inputs: z.array(z.string()).min(1),
    format: format.nullable(),
    source: z.string().nullable(),
    pages: z.boolean(),
    follow: z.boolean(),
    allowPrivate: z.boolean(),
    prune: z.boolean(),
    dryRun: z.boolean(),
  }),
  stopped: 'Stopped. What was imported so far is stored; the same import again goes on from there.',
  run: async ({ db, dataDir, onProgress }, request) => {
    const { report, sources } = await runImport(db, request, onProgress);
    const note = await otherSourcesNote(db, sources, dataDir);
    return {
      out: [reportText(report, request), ...note].join('\n'),
      exitCode: report.problems.some(({ severity }) => severity === 'error') ? 1 : 0,
    };
  },
});
