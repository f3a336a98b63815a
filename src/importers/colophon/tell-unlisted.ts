import { manifestName, postsFolder, resourcesFolder } from '../../domain/archive/manifest.ts';
import type { ProblemList } from '../problem-list.ts';
import type { ExportFiles } from './export-files.ts';

/** Tells of texts that somebody laid into an export without naming them in its manifest: they are not read. */
export async function tellUnlisted(
  files: ExportFiles,
  listed: ReadonlySet<string>,
  problems: ProblemList,
): Promise<void> {
  for (const folder of [postsFolder, resourcesFolder]) {
    for (const file of await files.below(folder)) {
      if (listed.has(file) || !/\.md$/i.test(file)) continue;
      problems.warn(file, null, {
        what: 'it was left out',
        why: `Of an export only what ${manifestName} lists is read.`,
        todo: `Add it to "files" there, or import a folder of its own.`,
      });
    }
  }
}
