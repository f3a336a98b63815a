import { basename } from 'node:path';
import { InputError, type ReadBlog, type ReadOptions } from '../blog-reader.ts';
import { readMarkdownBlog } from './read-blog.ts';

/**
 * Reads one folder in Markdown; its name is that of the import where none is given.
 *
 * @throws {InputError} when several folders are named
 */
export function readFolder(inputs: readonly string[], options: ReadOptions): Promise<ReadBlog> {
  const [folder, second] = inputs;
  if (folder === undefined || second !== undefined)
    throw new InputError('A blog in Markdown is one folder. Import several one after the other.');
  return readMarkdownBlog(folder, { ...options, source: options.source ?? basename(folder) });
}
