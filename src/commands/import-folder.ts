import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { ImportReport } from '../actions/import-report.ts';
import type { Database } from '../db/client.ts';
import { CommandError } from './command-error.ts';

/** What to import, and how. */
export interface FolderImport {
  readonly path: string;
  /** Names the import; its posts are told from another import's by it. */
  readonly source: string;
  readonly prune: boolean;
  readonly dryRun: boolean;
  readonly onProgress: (step: string, done: number, total: number) => void;
}

/**
 * Imports a Markdown blog. Loads the importer, which takes a while, only now.
 *
 * @throws what `onProgress` throws, at a place where nothing is half done
 */
export async function importFolder(db: Database, options: FolderImport): Promise<ImportReport> {
  const { path, source, prune, dryRun, onProgress } = options;
  const { readMarkdownBlog } = await import('../importers/markdown/read-blog.ts');
  const { importBlog } = await import('../actions/import-blog.ts');
  const { record, readFile } = await readMarkdownBlog(path, {
    source,
    onProgress: (done, total) => {
      onProgress('read', done, total);
    },
  });
  return importBlog(db, record, {
    now: new Date(),
    prune,
    dryRun,
    readFile,
    onProgress: ({ step, done, total }) => {
      onProgress(step, done, total);
    },
  });
}

/** The name of an import when none is given: the folder's own. */
export function sourceOf(folder: string): string {
  return basename(resolve(folder));
}

/** @throws CommandError when there is no such folder */
export async function checkFolder(folder: string): Promise<string> {
  const found = await stat(folder).catch(() => null);
  if (found === null) throw new CommandError(`There is no folder ${folder}. Check the path.`, 2);
  if (!found.isDirectory())
    throw new CommandError(`${folder} is a file; name the folder that holds the blog.`, 2);
  return resolve(folder);
}
