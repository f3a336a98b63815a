import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { InputError } from '../blog-reader.ts';
import { walk } from '../markdown/files/walk.ts';
import type { ProblemList } from '../problem-list.ts';
import type { OpenedFiles, SourceFile } from './source-file.ts';
import { openZip } from './zip-files.ts';

/**
 * The files of the inputs: those in a folder or a zip, and those named themselves.
 *
 * @throws {InputError} when an input cannot be opened
 */
export async function openInputs(inputs: readonly string[], problems: ProblemList): Promise<OpenedFiles> {
  const opened: OpenedFiles[] = [];
  const close = async (): Promise<void> => {
    for (const one of opened) await one.close();
  };
  try {
    for (const input of inputs) opened.push(await openInput(input, problems));
    return { files: opened.flatMap(({ files }) => files), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openInput(input: string, problems: ProblemList): Promise<OpenedFiles> {
  const found = await stat(input).catch(() => null);
  if (found === null) throw new InputError(`There is no file or folder ${input}. Check the path.`);
  if (found.isDirectory()) return readable(input, () => openFolder(input, problems));
  // A pipe or a device may never end, or never begin.
  if (!found.isFile())
    throw new InputError(
      `${input} is neither a file nor a folder. Save what it gives as a file, and name that.`,
    );
  if (await readable(input, () => isZip(input))) return openZip(input, basename(input), problems);
  return { files: [plainFile(input, found.size)], close: nothingToClose };
}

async function readable<T>(input: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (!/^E[A-Z]+$/.test(code)) throw cause;
    throw new InputError(`${input} cannot be read (${code}). Check who may read it.`, { cause });
  }
}

/** By its first bytes: a zip with something in it, or an empty one. */
async function isZip(path: string): Promise<boolean> {
  return /^PK(?:\x03\x04|\x05\x06)$/.test((await headOf(path, 4)).toString('latin1'));
}

async function headOf(path: string, bytes: number): Promise<Buffer> {
  return withFile(path, async (handle) => {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  });
}

/** Never waits for somebody to write into a pipe that has taken the file's place. */
async function withFile<T>(path: string, work: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}

const nothingToClose = (): Promise<void> => Promise.resolve();

async function openFolder(input: string, problems: ProblemList): Promise<OpenedFiles> {
  const folder = await walk(input, problems);
  const files = [...folder.files.values()].map(({ path, byteSize, realPath }) => ({
    name: path,
    byteSize,
    read: (maxBytes: number) => folder.read(path, maxBytes),
    head: (bytes: number) => headOf(realPath, bytes),
  }));
  return { files, close: nothingToClose };
}

function plainFile(path: string, byteSize: number): SourceFile {
  const read = (maxBytes: number): Promise<Uint8Array> =>
    withFile(path, async (handle) => {
      const { size } = await handle.stat();
      if (size > maxBytes) throw new Error(`${path} has ${size} bytes, more than ${maxBytes}`);
      return handle.readFile();
    });
  return { name: basename(path), byteSize, read, head: (bytes) => headOf(path, bytes) };
}
