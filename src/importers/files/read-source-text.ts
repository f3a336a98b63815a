import { InputError } from '../blog-reader.ts';
import { decodeText } from '../markdown/files/read-text.ts';
import type { SourceFile } from './source-file.ts';

/**
 * The whole of a text file, whatever it is encoded in.
 *
 * @param hint what to do when it is larger than `maxBytes`
 * @throws {InputError} when it is too large, damaged or no text
 */
export async function readSourceText(file: SourceFile, maxBytes: number, hint: string): Promise<string> {
  if (file.byteSize > maxBytes)
    throw new InputError(
      `${file.name} has ${Math.ceil(file.byteSize / 1e6)} MB; at most ${maxBytes / 1e6} MB are read. ${hint}`,
    );
  const decoded = decodeText(await bytesOf(file, maxBytes));
  if (decoded === null) throw new InputError(`${file.name} is no text. Export it again.`);
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
