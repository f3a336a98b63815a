import { open, stat } from 'node:fs/promises';
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
  if (found.isDirectory()) return openFolder(input, problems);
  if (await isZip(input)) return openZip(input, basename(input), problems);
  return { files: [plainFile(input, found.size)], close: nothingToClose };
}

/** By its first bytes: a zip with something in it, or an empty one. */
async function isZip(path: string): Promise<boolean> {
  return /^PK(?:\x03\x04|\x05\x06)$/.test((await headOf(path, 4)).toString('latin1'));
}

async function headOf(path: string, bytes: number): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
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
  const read = async (maxBytes: number): Promise<Uint8Array> => {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      if (size > maxBytes) throw new Error(`${path} has ${size} bytes, more than ${maxBytes}`);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  };
  return { name: basename(path), byteSize, read, head: (bytes) => headOf(path, bytes) };
}
