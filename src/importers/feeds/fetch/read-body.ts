import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { InputError } from '../../blog-reader.ts';

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * The bytes of an answer, unpacked. Both what comes and what it unpacks to are bounded, so a small answer that
 * unpacks without end costs no more than a large one.
 *
 * @throws {InputError} when it is larger, or packed in a way that was not asked for
 */
export async function readBody(response: IncomingMessage, maxBytes: number, shown: string): Promise<Buffer> {
  const announced = Number(response.headers['content-length'] ?? 0);
  if (announced > maxBytes) throw tooLarge(shown, maxBytes);
  const coding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of unpacked(response, coding, shown)) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge(shown, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function unpacked(response: IncomingMessage, coding: string, shown: string): Readable {
  if (coding === '' || coding === 'identity') return response;
  const decoder = Object.hasOwn(decoders, coding) ? decoders[coding]?.() : undefined;
  if (decoder === undefined)
    throw new InputError(
      `${shown} answers packed as "${coding.slice(0, 30)}", which was not asked for. Save it to a file, and import that.`,
    );
  // An error ends the reading of the decoder, where it is thrown.
  pipeline(response, decoder, () => undefined);
  return decoder;
}

function tooLarge(shown: string, maxBytes: number): InputError {
  return new InputError(
    `${shown} is larger than ${Math.round(maxBytes / 1_000_000)} MB. Save it to a file, and import that.`,
  );
}
