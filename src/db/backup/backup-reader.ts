import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { byteLines } from '../../domain/byte-lines.ts';
import {
  anyHeaderShape,
  BackupError,
  backupVersion,
  footerShape,
  headerShape,
  type BackupHeader,
} from './backup-header.ts';

/** A row holds an image or a post's text at most; a longer line is no backup of ours. Bytes. */
const longestLine = 400_000_000;

/** A backup that is being read. */
export interface BackupReader {
  readonly header: BackupHeader;
  /**
   * The rows, table by table, each a JSON text. The checksum is compared when all are read.
   *
   * @throws BackupError when the file is damaged
   */
  readonly rows: AsyncIterable<BackupRow>;
  close(): void;
}

export interface BackupRow {
  readonly table: string;
  readonly row: string;
}

/**
 * Opens a backup and reads its first line.
 *
 * @throws BackupError when it is none, or of a version that is not known here
 */
export async function openBackup(file: string): Promise<BackupReader> {
  await refuseOther(file);
  const source = createReadStream(file);
  const packed = source.on('error', (error) => unpacked.destroy(error));
  const unpacked = packed.pipe(createGunzip());
  const lines = byteLines(unpacked, longestLine);
  const close = (): void => {
    source.destroy();
    unpacked.destroy();
  };
  try {
    const first = await lines.next();
    if (first.done) throw new BackupError(isNone(file));
    const header = headerIn(first.value, file);
    const hash = createHash('sha256').update(first.value).update('\n');
    return { header, rows: rowsOf(lines, { header, hash, file }), close };
  } catch (error) {
    close();
    throw asBackupError(error, file, isNone(file));
  }
}

/** A pipe is waited for without end, and cannot be read twice; a device may have no end. */
async function refuseOther(file: string): Promise<void> {
  const found = await stat(file).catch((error: unknown) => {
    throw asBackupError(error, file, isNone(file));
  });
  if (!found.isFile() && !found.isDirectory())
    throw new BackupError(`${file} is no regular file. Name a file that "colophon backup" wrote.`);
}

function headerIn(line: Uint8Array, file: string): BackupHeader {
  const said: unknown = jsonIn(line);
  const any = anyHeaderShape.safeParse(said);
  if (!any.success) throw new BackupError(isNone(file));
  if (any.data.version > backupVersion)
    throw new BackupError(
      `${file} was made by a newer version of Colophon. Restore it with that version, or a newer one.`,
    );
  const header = headerShape.safeParse(said);
  if (!header.success) throw damaged(file);
  return header.data;
}

async function* rowsOf(
  lines: AsyncGenerator<Uint8Array, void>,
  { header, hash, file }: { readonly header: BackupHeader; readonly hash: Hash; readonly file: string },
): AsyncGenerator<BackupRow> {
  const next = async (): Promise<Uint8Array> => {
    const { value, done } = await lines.next();
    if (done) throw damaged(file);
    return value;
  };
  const text = new TextDecoder();
  try {
    for (const { name: table, rows } of header.tables) {
      for (let n = 0; n < rows; n += 1) {
        const line = await next();
        hash.update(line).update('\n');
        yield { table, row: text.decode(line) };
      }
    }
    const footer = footerShape.safeParse(jsonIn(await next()));
    if (!footer.success || footer.data.sha256 !== hash.digest('hex')) throw damaged(file);
    if (!(await lines.next()).done) throw damaged(file);
  } catch (error) {
    throw asBackupError(error, file, damaged(file).message);
  }
}

function jsonIn(line: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(line));
  } catch {
    return null;
  }
}

function damaged(file: string): BackupError {
  return new BackupError(
    `${file} is damaged: it is not whole, or not as it was written. Take another copy. Nothing was changed.`,
  );
}

function isNone(file: string): string {
  return `${file} is no backup of Colophon. Name a file that "colophon backup" wrote.`;
}

/** What zlib and the file system say, in our words. */
function asBackupError(error: unknown, file: string, otherwise: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return new BackupError(`There is no file ${file}.`);
  if (code === 'EISDIR') return new BackupError(isNone(file));
  if (code === 'EACCES') return new BackupError(`${file} may not be read by this user.`);
  const isOfContent = error instanceof RangeError || code.startsWith('Z_') || code.startsWith('ERR_ENCODING');
  return isOfContent ? new BackupError(otherwise, { cause: error }) : error;
}
