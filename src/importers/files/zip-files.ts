import { getFileNameLowLevel, openPromise, validateFileName, type Entry, type ZipFile } from 'yauzl';
import { InputError } from '../blog-reader.ts';
import type { ProblemList } from '../problem-list.ts';
import type { OpenedFiles, SourceFile } from './source-file.ts';

const maxEntries = 200_000;
/** Bytes of a path; file systems know no longer ones. */
const maxNameBytes = 4096;
/** JSON and pictures shrink to a twentieth at best; what shrinks to less was made to burst. */
const maxRatio = 200;
/** So small that it may shrink as it likes. */
const harmlessBytes = 5_000_000;
/** Whoever has more, in films, can unpack it. Nothing is read that no post asks for. */
const maxTotalBytes = 50_000_000_000;

/**
 * The files of a zip, read one at a time and never unpacked to the disk. Names that lead out of it, links and
 * encrypted files are passed by and told.
 *
 * @param name what messages call the zip
 * @throws {InputError} when it is no zip, or a damaged one
 */
export async function openZip(path: string, name: string, problems: ProblemList): Promise<OpenedFiles> {
  const zip = await damagedUnless(name, () =>
    openPromise(path, {
      autoClose: false,
      lazyEntries: true,
      decodeStrings: false,
      validateEntrySizes: true,
    }),
  );
  try {
    if (zip.entryCount > maxEntries) throw new InputError(`${name} holds more than ${maxEntries} files.`);
    const files = await damagedUnless(name, () => filesOf(zip, name, problems));
    const close = (): Promise<void> => {
      zip.close();
      return Promise.resolve();
    };
    return { files, close };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function damagedUnless<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError(`${name} is no zip file, or a damaged one. Download it again.`, { cause });
  }
}

async function filesOf(zip: ZipFile, name: string, problems: ProblemList): Promise<SourceFile[]> {
  const files = new Map<string, SourceFile>();
  const refused: string[] = [];
  const sizes = { packed: 0, unpacked: 0 };
  for await (const entry of zip.eachEntry()) {
    sizes.packed += entry.compressedSize;
    sizes.unpacked += entry.uncompressedSize;
    if (sizes.packed > zip.fileSize)
      throw new InputError(`${name} holds files that share their bytes: ${burst}`);
    if (sizes.unpacked > maxTotalBytes)
      throw new InputError(`${name} unpacks to more than ${maxTotalBytes / 1e9} GB: ${burst}`);
    const path = getFileNameLowLevel(
      entry.generalPurposeBitFlag,
      entry.fileNameRaw,
      entry.extraFields,
      false,
    );
    if (path.endsWith('/') || files.has(path)) continue;
    if (isUnsafe(path, entry)) refused.push(path);
    else files.set(path, fileOf(zip, entry, path));
  }
  if (refused.length > 0) tellOfRefused(refused, name, problems);
  return [...files.values()];
}

const burst =
  'it may have been made to burst, and was not unpacked. Unpack it yourself, and name the folder.';

/** Links, pipes and devices; what is encrypted; names that lead out of the zip. */
function isUnsafe(path: string, entry: Entry): boolean {
  const kind = (entry.externalFileAttributes >>> 16) & 0o170000;
  return (
    (kind !== 0 && kind !== 0o100000) ||
    entry.isEncrypted() ||
    entry.fileNameRaw.length > maxNameBytes ||
    path.includes('\0') ||
    validateFileName(path) !== null
  );
}

function tellOfRefused(refused: readonly string[], name: string, problems: ProblemList): void {
  problems.warn(name, null, {
    what: `${refused.length} of its files were passed by, the first named ${JSON.stringify(refused[0]?.slice(0, 80))}`,
    why: 'They are links, encrypted, or have names that lead out of the zip or are no names.',
    todo: 'Make the zip anew from plain files.',
  });
}

function fileOf(zip: ZipFile, entry: Entry, name: string): SourceFile {
  const { uncompressedSize: byteSize, compressedSize } = entry;
  const read = async (maxBytes: number): Promise<Uint8Array> => {
    if (byteSize > maxBytes) throw new Error(`${name} has ${byteSize} bytes, more than ${maxBytes}`);
    if (byteSize > harmlessBytes && byteSize > compressedSize * maxRatio)
      throw new InputError(
        `${name} grows to more than ${maxRatio} times its size when it is unpacked; it was not.`,
      );
    return unpacked(zip, entry, byteSize);
  };
  return { name, byteSize, read, head: (bytes) => unpacked(zip, entry, bytes) };
}

/** The bytes of an entry, up to so many; yauzl fails where more come than the entry says. */
async function unpacked(zip: ZipFile, entry: Entry, bytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    if (!Buffer.isBuffer(chunk)) continue;
    chunks.push(chunk);
    length += chunk.length;
    if (length >= bytes && length < entry.uncompressedSize) break;
  }
  return Buffer.concat(chunks).subarray(0, bytes);
}
