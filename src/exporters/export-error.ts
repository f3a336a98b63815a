/** An export cannot be written; the message says what, where and what to do. */
export class ExportError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** What errors of the file system mean to who exports: errno -> [what is wrong, what to do]. */
const faults: Readonly<Record<string, readonly [what: string, todo: string]>> = {
  ENOSPC: ['the disk is full', 'Make room, and export again.'],
  EDQUOT: ['this user may not keep more on the disk', 'Make room, and export again.'],
  EFBIG: ['no file may be as large', 'Choose a folder on another disk.'],
  EACCES: ['this user may not write there', 'Choose another folder.'],
  EPERM: ['this user may not write there', 'Choose another folder.'],
  EROFS: ['nothing can be written to that disk', 'Choose another folder.'],
  EEXIST: ['something else stands there', 'Move it away, or choose another folder.'],
  ENOTDIR: ['a file stands where a folder must be', 'Move it away, or choose another folder.'],
  EISDIR: ['a folder stands where a file must be', 'Move it away, or choose another folder.'],
  ENOENT: [
    'its folder is gone, or a link in its path leads to nothing',
    'Mend that, or choose another folder.',
  ],
  ELOOP: ['links in its path lead in a circle', 'Mend them, or choose another folder.'],
  ENAMETOOLONG: ['the name is too long', 'Choose a folder with a shorter path.'],
  EIO: ['the disk has a fault', 'Choose a folder on another disk.'],
};

/** An error of the file system as one to be told; anything else as it is. */
export function exportFault(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const fault = Object.hasOwn(faults, code) ? faults[code] : undefined;
  if (fault === undefined) return error;
  const [what, todo] = fault;
  return new ExportError(`${path} cannot be written: ${what}. ${todo}`, { cause: error });
}

/**
 * Does something to a file or a folder.
 *
 * @throws {ExportError} when it is the disk, or the rights on it, that fail
 */
export async function told<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw exportFault(path, error);
  }
}
