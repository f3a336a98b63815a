import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestName } from '../domain/archive/manifest.ts';
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
  if (found.isDirectory()) return (await isExport(input)) ? 'colophon' : 'markdown';
  throw new InputError(`${input} is a file; name the folder that holds the blog.`);
}

/** Whether a folder has the manifest of an export, which says so in its first line. */
async function isExport(folder: string): Promise<boolean> {
  const handle = await open(join(folder, manifestName)).catch(() => null);
  if (handle === null) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(32), 0, 32, 0);
    return /^format: colophon\r?\n/.test(buffer.toString('utf8', 0, bytesRead));
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}
