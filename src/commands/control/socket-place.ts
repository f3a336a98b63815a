import { chmodSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';

/** A socket's path has 108 bytes on Linux and 104 on macOS, the closing NUL among them: unix(7), unix(4). */
const longestPath = 103;

/** The socket's name beside the note that says where it is. */
const besideNote = 'socket';

/** Where a control socket can be made. */
export interface SocketPlace {
  /** For `listen`. */
  readonly path: string;
  /** As it is noted: a name beside the note, so that a data directory can be moved, or an absolute path. */
  readonly noted: string;
}

/** Only its owner may enter it, so nobody else can open what is in it. */
function folderOf(dataDir: string): string {
  return join(resolve(dataDir), 'control');
}

/**
 * Clears what a killed process left, and says where the socket may be: the best place first. Only for the
 * process that holds the lock of the data directory.
 */
export function* socketPlaces(dataDir: string): Generator<SocketPlace> {
  const folder = folderOf(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  forgetSocket(dataDir);
  if (process.platform === 'win32') {
    // Pipes have no folder. Who is not the owner may not write to one, by Windows' default.
    const path = `\\\\.\\pipe\\colophon-${randomUUID()}`;
    yield { path, noted: path };
    return;
  }
  const path = join(folder, besideNote);
  if (Buffer.byteLength(path) <= longestPath) yield { path, noted: besideNote };
  const short = join(mkdtempSync(join(tmpdir(), 'colophon-')), besideNote);
  yield { path: short, noted: short };
  // Asked for another place: this one was of no use.
  rmSync(dirname(short), { recursive: true, force: true });
}

/** Notes where the socket is, once it listens. */
export function noteSocket(dataDir: string, { path, noted }: SocketPlace): void {
  if (process.platform !== 'win32') chmodSync(path, 0o600);
  const note = join(folderOf(dataDir), 'address');
  writeFileSync(`${note}.new`, noted, { mode: 0o600 });
  renameSync(`${note}.new`, note);
}

/** Where the socket of a data directory is said to be; null: nobody listens. */
export function findSocket(dataDir: string): string | null {
  try {
    const noted = readFileSync(join(folderOf(dataDir), 'address'), 'utf8');
    return isAbsolute(noted) ? noted : join(folderOf(dataDir), noted);
  } catch {
    return null;
  }
}

/** Removes the socket and the note. */
export function forgetSocket(dataDir: string): void {
  const folder = folderOf(dataDir);
  const path = findSocket(dataDir);
  if (path !== null && process.platform !== 'win32') {
    rmSync(path, { force: true });
    // A temporary folder was made for it alone.
    if (dirname(path) !== folder) rmSync(dirname(path), { recursive: true, force: true });
  }
  for (const name of [besideNote, 'address', 'address.new']) rmSync(join(folder, name), { force: true });
}
