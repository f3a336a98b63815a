import { stat } from 'node:fs/promises';
import { InputError } from './blog-reader.ts';
import type { FormatName } from './formats.ts';

/**
 * Finds out what somebody brings, by what is in it; a name counts only where the content does not tell.
 *
 * @param input absolute path, or URL
 * @throws {InputError} when there is nothing, or nothing that is known
 */
export async function detectFormat(input: string): Promise<FormatName> {
  const found = await stat(input).catch(() => null);
  if (found === null)
    throw new InputError(
      `There is no ${/\.\w{1,5}$/.test(input) ? 'file' : 'folder'} ${input}. Check the path.`,
    );
  if (found.isDirectory()) return 'markdown';
  throw new InputError(`${input} is a file; name the folder that holds the blog.`);
}
