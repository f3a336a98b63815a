import type { Database } from '../db/client.ts';
import { readImageFile } from '../db/image-file.ts';

/** An image as it goes to a browser. */
export interface MediaAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a browser may show as a picture. Anything else would be somebody's file on our origin: a download. */
const pictureTypes = new Set([
  'image/avif',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/svg+xml',
  'image/webp',
  'image/x-icon',
]);

/**
 * An SVG is a document: opened by itself it could run scripts on our origin. Sandboxed it cannot, and as the
 * source of an <img> it never could. Its own styles stay.
 */
const pictureCsp =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'";

/** The address names the bytes by their hash (actions/image-address.ts), so it may be kept for ever. */
const forEver = 'public, max-age=31536000, immutable';

/**
 * Serves an image file of the blog.
 *
 * @param path such as "/media/0f3a…/cover.png"
 * @returns null when there is no such image
 */
export async function readMedia(db: Database, path: string): Promise<MediaAnswer | null> {
  const file = await readImageFile(db, path);
  if (file === null) return null;
  const picture = file.mimeType !== null && pictureTypes.has(file.mimeType) ? file.mimeType : null;
  const headers = {
    'content-type': picture ?? 'application/octet-stream',
    'content-disposition': picture === null ? 'attachment' : 'inline',
    'content-security-policy': pictureCsp,
    'x-content-type-options': 'nosniff',
    'cache-control': forEver,
    etag: entityTag(path),
  };
  return { headers, bytes: file.bytes };
}

/** The hash that stands in the path. */
export function entityTag(path: string): string {
  return `"${path.split('/')[2] ?? ''}"`;
}
