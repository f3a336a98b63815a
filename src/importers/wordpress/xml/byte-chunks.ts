import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { InputError } from '../../blog-reader.ts';
import { encodingOf } from './encoding.ts';
import type { Encoding } from './encoding.ts';

/** Bytes read at a time. */
const chunkSize = 1 << 18;

/** Bytes of XML in one file, which a gzip file may not exceed either. */
const maxBytes = 16 * 2 ** 30;

/** A gzip file may hold so many times its own bytes: XML shrinks to a tenth or so, a bomb to a thousandth. */
const maxRatio = 200;

/**
 * The XML of an export, in chunks: unpacked, and in UTF-8 where its encoding is one that says so. A chunk holds
 * until the next is asked for.
 *
 * @throws {InputError} when the file cannot be read, or unpacks to more than a blog can be
 */
export async function* byteChunks(file: string): AsyncGenerator<Buffer> {
  const head = await readHead(file);
  const packed = head.bytes[0] === 0x1f && head.bytes[1] === 0x8b;
  const bytes = packed ? unpacked(file, head.size) : plain(file);
  yield* transcoded(bounded(bytes, file, packed ? head.size * maxRatio + (64 << 20) : maxBytes));
}

async function readHead(file: string): Promise<{ bytes: Buffer; size: number }> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(2), position: 0 });
    return { bytes: buffer.subarray(0, bytesRead), size };
  } finally {
    await handle.close();
  }
}

/** Through one piece of memory: a stream takes a new one for each chunk, and tens of megabytes wait to be let go. */
async function* plain(file: string): AsyncGenerator<Buffer> {
  const handle = await open(file, 'r');
  const bytes = Buffer.allocUnsafeSlow(chunkSize);
  try {
    for (;;) {
      const { bytesRead } = await handle.read(bytes, 0, chunkSize);
      if (bytesRead === 0) return;
      yield bytes.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

async function* unpacked(file: string, size: number): AsyncGenerator<Buffer> {
  const source = createReadStream(file, { highWaterMark: chunkSize });
  const gunzip = createGunzip({ chunkSize });
  source.on('error', (error) => gunzip.destroy(error));
  try {
    for await (const chunk of source.pipe(gunzip)) if (Buffer.isBuffer(chunk)) yield chunk;
  } catch (error) {
    // What was unpacked before counts: the end of the XML then says that something is missing.
    if (!isGzipFault(error) || size === 0) throw error;
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

function isGzipFault(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

async function* bounded(chunks: AsyncIterable<unknown>, file: string, most: number): AsyncGenerator<Buffer> {
  let total = 0;
  for await (const chunk of chunks) {
    if (!Buffer.isBuffer(chunk)) continue;
    total += chunk.length;
    if (total > most)
      throw new InputError(
        `${file} holds more than a blog can: it was left at ${Math.floor(most / 1e6)} MB. If it is right, split the export.`,
      );
    yield chunk;
  }
}

/** Only encodings whose markup is not ASCII, or not in every byte, are read as a stream; see `decode-record.ts`. */
async function* transcoded(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let encoding: Encoding | null = null;
  let decoder: TextDecoder | null = null;
  for await (const chunk of chunks) {
    if (encoding === null) {
      encoding = encodingOf(chunk);
      if (encoding.transcode !== null) decoder = new TextDecoder(encoding.transcode);
    }
    yield decoder === null ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8');
  }
  if (decoder !== null) yield Buffer.from(decoder.decode(), 'utf8');
}
