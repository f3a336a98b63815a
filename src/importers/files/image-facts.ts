import { createHash } from 'node:crypto';
import { imageSize } from 'image-size';
import type { ImageFileRecord } from '../../domain/blog-record.ts';

/** Larger than any picture of a page; a video by a picture's name, perhaps. */
export const maxImageBytes = 20_000_000;

/** Image formats that every browser shows, by the name image-size has for them. */
const mimeTypes: ReadonlyMap<string, string> = new Map([
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['svg', 'image/svg+xml'],
  ['avif', 'image/avif'],
]);

export type ImageFacts = Pick<ImageFileRecord, 'sha256' | 'mimeType' | 'byteSize' | 'width' | 'height'>;

/**
 * What an image's bytes say of it, whatever its name says.
 *
 * @throws {Error} when it is no image that browsers show
 */
export function imageFacts(bytes: Buffer): ImageFacts {
  const { mimeType, width, height } = measure(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { sha256, mimeType, byteSize: bytes.byteLength, width, height };
}

function measure(bytes: Buffer): Omit<ImageFacts, 'sha256' | 'byteSize'> {
  const size = sizeOf(bytes);
  // AVIF is HEIF with another brand, and image-size reads some of it as such.
  const type = bytes.toString('latin1', 4, 12) === 'ftypavif' ? 'avif' : size?.type;
  const mimeType = mimeTypes.get(type ?? (isSvg(bytes) ? 'svg' : ''));
  if (mimeType === undefined) throw new Error('it is not a PNG, JPEG, GIF, WebP, AVIF or SVG image');
  const turned = (size?.orientation ?? 1) >= 5;
  const [width, height] = turned ? [size?.height, size?.width] : [size?.width, size?.height];
  return { mimeType, width: pixels(width), height: pixels(height) };
}

function sizeOf(bytes: Buffer): ReturnType<typeof imageSize> | null {
  try {
    return imageSize(bytes);
  } catch {
    // An SVG without a size, or something that is no image: `measure` tells them apart.
    return null;
  }
}

function isSvg(bytes: Buffer): boolean {
  return /<svg[\s>]/.test(bytes.toString('utf8', 0, 2000));
}

function pixels(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) && value > 0 ? Math.round(value) : null;
}
