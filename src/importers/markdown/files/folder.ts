import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that the walk found, and where its bytes are. */
export interface FolderFile {
  /** Relative to the folder, with "/". */
  readonly path: string;
  readonly byteSize: number;
  /** Absolute; differs from the path only for a link that stays inside the folder. */
  readonly realPath: string;
}

/** The files of a folder, as they were when it was walked. Nothing outside can be read through it. */
export class Folder {
  readonly root: string;
  readonly files: ReadonlyMap<string, FolderFile>;

  constructor(root: string, files: ReadonlyMap<string, FolderFile>) {
    this.root = root;
    this.files = files;
  }

  has(path: string): boolean {
    return this.files.has(path);
  }

  /**
   * @throws {Error} when the walk did not find the file, it was replaced by a link since, or it has
   * more than `maxBytes` bytes
   */
  async read(path: string, maxBytes: number): Promise<Buffer> {
    const file = this.files.get(path);
    if (!file) throw new Error(`${path} is not a file of ${this.root}`);
    const handle = await open(file.realPath, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      const { size } = await handle.stat();
      if (size > maxBytes) throw new Error(`${path} has ${size} bytes, more than ${maxBytes}`);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  }
}

/** The folder of a path: "a/b/c.md" is in "a/b", "c.md" in "". */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The last segment of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The last segment without its extension. */
export function stemOf(path: string): string {
  const name = nameOf(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

/** The extension in lower case, without the dot. */
export function extensionOf(path: string): string {
  const name = nameOf(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

/**
 * A reference as seen from a folder, normalised; null when it leads out of the imported folder.
 * `resolvePath('a/b', '../c.png')` is "a/c.png".
 */
export function resolvePath(folder: string, reference: string): string | null {
  const kept: string[] = [];
  for (const segment of join('/', folder, '/').split('/').concat(reference.split('/'))) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') kept.push(segment);
    else if (kept.pop() === undefined) return null;
  }
  return kept.join('/');
}
