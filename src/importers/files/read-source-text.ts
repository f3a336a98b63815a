import { InputError } from '../blog-reader.ts';
import { decodeText } from '../markdown/files/read-text.ts';
import type { ProblemList } from '../problem-list.ts';
import type { SourceFile } from './source-file.ts';

/**
 * The whole of a text file, whatever it is encoded in.
 *
 * @param hint what to do when it is larger than `maxBytes`
 * @param problems where an encoding that had to be guessed is told
 * @throws {InputError} when it is too large, damaged or no text
 */
export async function readSourceText(
  file: SourceFile,
  maxBytes: number,
  hint: string,
  problems?: ProblemList,
): Promise<string> {
  if (file.byteSize > maxBytes)
    throw new InputError(
      `${file.name} has ${Math.ceil(file.byteSize / 1e6)} MB; at most ${Math.ceil(maxBytes / 1e5) / 10} MB are read. ${hint}`,
    );
  const decoded = decodeText(await bytesOf(file, maxBytes));
  if (decoded === null) throw new InputError(`${file.name} is no text. Export it again.`);
  if (decoded.guessed === 'Windows-1252') {
    problems?.warn(file.name, null, {
      what: 'this file was read as Windows-1252',
      why: 'It is not UTF-8, so some letters may be wrong.',
      todo: 'Save it as UTF-8, or export it again.',
    });
  }
  return decoded.text;
}

async function bytesOf(file: SourceFile, maxBytes: number): Promise<Uint8Array> {
  try {
    return await file.read(maxBytes);
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError(`${file.name} cannot be read; it may be damaged. Download it again.`, { cause });
  }
}
