import { constants, closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** The files of an export. What its manifest lists is read, and nothing outside its folder. */
export class ExportFiles {
  readonly #root: string;

  private constructor(root: string) {
    this.#root = root;
  }

  static async open(folder: string): Promise<ExportFiles> {
    return new ExportFiles(await realpath(folder));
  }

  /**
   * @param file with "/", relative to the folder
   * @throws {Error} when it is not there, leads out of the folder, or has more than `maxBytes` bytes
   */
  async read(file: string, maxBytes: number): Promise<Buffer> {
    return readWhole(await this.pathOf(file), file, maxBytes);
  }

  /** The same as text, which must be UTF-8. */
  async readText(file: string, maxBytes: number): Promise<string> {
    return decode(await this.read(file, maxBytes), file);
  }

  /** The files below a folder of it, with "/", relative to the whole; links are not followed. */
  async below(folder: string): Promise<string[]> {
    const path = await this.pathOf(folder).catch(() => null);
    if (path === null) return [];
    const found = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
    return found
      .filter((entry) => entry.isFile())
      .map((entry) => relative(this.#root, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort();
  }

  /** Where a file is, no link leading out of the folder. */
  async pathOf(file: string): Promise<string> {
    const path = await realpath(join(this.#root, file)).catch(() => null);
    if (path === null) throw new AbsentFileError(`${file} is not there`);
    if (!path.startsWith(this.#root.endsWith(sep) ? this.#root : this.#root + sep))
      throw new Error(`${file} leads out of the folder`);
    return path;
  }
}

class AbsentFileError extends Error {}

export function isAbsent(error: unknown): boolean {
  return error instanceof AbsentFileError;
}

/** The text of a file that was looked up before, at once: who asks for a body cannot wait. */
export function readTextNow(path: string, file: string, maxBytes: number): string {
  return decode(readWhole(path, file, maxBytes), file);
}

function readWhole(path: string, file: string, maxBytes: number): Buffer {
  const handle = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const found = fstatSync(handle);
    if (!found.isFile()) throw new Error(`${file} is not a file`);
    if (found.size > maxBytes) throw new Error(`${file} has ${found.size} bytes, more than ${maxBytes}`);
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

function decode(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error(`${file} is not in UTF-8`);
  }
}
