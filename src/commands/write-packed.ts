import { link, open, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { textPieces } from '../domain/text-pieces.ts';
import { CommandError } from './command-error.ts';

/**
 * Packs texts into a file that only its owner may read. It has another name until all of it is on the disk, so
 * what has the name is whole.
 *
 * @param force write over a file that is there
 * @returns its size in bytes
 * @throws CommandError when there is such a file, or none can be written there
 */
export async function writePacked(
  file: string,
  texts: AsyncIterable<string>,
  force: boolean,
): Promise<number> {
  if (!force && (await exists(file))) throw taken(file);
  const part = `${file}.part`;
  try {
    await rm(part, { force: true });
    const handle = await open(part, 'wx', 0o600);
    try {
      await pipeline(
        Readable.from(textPieces(texts)),
        createGzip(),
        handle.createWriteStream({ flush: true }),
      );
    } finally {
      await handle.close().catch(() => undefined);
    }
    const { size } = await stat(part);
    await (force ? rename(part, file) : place(part, file));
    await syncFolder(dirname(file));
    return size;
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw writeError(error, file);
  }
}

/** Unlike a renaming, a link takes nothing's place. Not every file system has links. */
async function place(part: string, file: string): Promise<void> {
  try {
    await link(part, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw taken(file);
    if (await exists(file)) throw taken(file);
    await rename(part, file);
    return;
  }
  await unlink(part);
}

/** A name is on the disk when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null)) !== null;
}

function taken(file: string): CommandError {
  return new CommandError(`${file} is there already. Choose another name, or say --force to write over it.`);
}

function writeError(error: unknown, file: string): unknown {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new CommandError(`There is no folder ${dirname(file)}. Make it, or choose another place.`);
    case 'EISDIR':
      return new CommandError(`${file} is a folder. Name a file in it.`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new CommandError(`${file} may not be written by this user. Choose another place.`);
    case 'ENOSPC':
      return new CommandError(`There is no room for ${file}. Nothing was written; choose another disk.`);
    default:
      return error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
