import type { ImageFileRecord, ImageRecord } from '../domain/blog-record.ts';
import { entityId } from '../domain/entity-id.ts';

/**
 * Where an image is served: a file under /media by the hash of its bytes, so that an address never shows
 * another picture and may be cached for ever; an image elsewhere at its own address.
 */
export function imageSrc(image: ImageRecord): string {
  if ('url' in image) return image.url;
  return `/media/${image.sha256.slice(0, 16)}/${image.servedAs ?? safeName(image.file)}`;
}

/** The id of the image of an address. */
export function imageId(image: ImageRecord): string {
  return entityId('Image', imageSrc(image));
}

export function isFile(image: ImageRecord): image is ImageFileRecord {
  return 'file' in image;
}

/** A file's name of plain characters, its extension kept. */
function safeName(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const safe = name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[-.]+/, '');
  return safe.slice(-100) || 'image';
}
