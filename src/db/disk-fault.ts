/** Errors of the file system by WASI's numbers: PGlite throws them bare. https://wasi.dev (preview 1, errno) */
const wasi: Readonly<Record<number, string>> = {
  2: 'EACCES',
  19: 'EDQUOT',
  29: 'EIO',
  51: 'ENOSPC',
  63: 'EPERM',
  69: 'EROFS',
};

/** SQLITE_FULL and SQLITE_READONLY, https://www.sqlite.org/rescode.html; the lock is SQLite's. */
const sqlite: Readonly<Record<number, string>> = { 13: 'ENOSPC', 8: 'EROFS' };

/** What they mean: code -> [what is wrong, what to do], the latter without its full stop. */
const faults: Readonly<Record<string, readonly [what: string, todo: string]>> = {
  ENOSPC: ['no space is left on its disk', 'Make room there'],
  EDQUOT: ['this user may not keep more on its disk', 'Make room there'],
  EACCES: ['this user may not read or write it', 'Change its owner or its rights'],
  EPERM: ['this user may not read or write it', 'Change its owner or its rights'],
  EROFS: ['nothing can be written to it', 'Mount its disk writable'],
  EIO: ['its disk has a fault', 'Restore the directory from a copy on another disk'],
};

/**
 * What a fault of the disk under the embedded database means.
 *
 * @param error of PGlite, of SQLite or of Node
 * @returns what is wrong and what to do, both without a full stop; null: it is no such fault
 */
export function diskFault(error: unknown): readonly [what: string, todo: string] | null {
  return faults[codeOf(error)] ?? null;
}

function codeOf(error: unknown): string {
  const number = (name: string): number => {
    const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : null;
    return typeof value === 'number' ? value : -1;
  };
  if (!(error instanceof Error)) return wasi[number('errno')] ?? '';
  const fromSqlite = sqlite[number('errcode')];
  return fromSqlite ?? ('code' in error ? String(error.code) : '');
}
