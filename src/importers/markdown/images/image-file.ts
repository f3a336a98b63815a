import type { ImageFileRecord } from '../../../domain/blog-record.ts';
import { imageFacts, maxImageBytes } from '../../files/image-facts.ts';
import type { Folder } from '../files/folder.ts';

/** Extensions of the formats that every browser shows. */
export const imageExtensions: ReadonlySet<string> = new Set([
  'png',
  'jpg',
  'jpeg',
  'gif',
  'webp',
  'svg',
  'avif',
]);

/**
 * An image as a record; its kind and size are read from its bytes, whatever its name says.
 *
 * @throws {Error} when it is too large, cannot be read, or is no image that browsers show
 */
export async function imageFile(folder: Folder, file: string): Promise<ImageFileRecord> {
  return { file, ...imageFacts(await folder.read(file, maxImageBytes)) };
}
