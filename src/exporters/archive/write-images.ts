import { createHash } from 'node:crypto';
import { imageEntry, type ImageEntry } from '../../domain/archive/entries.ts';
import type { ArchiveScope } from '../../loaders/archive/archive-scope.ts';
import { imageBytes, type ArchivedImage } from '../../loaders/archive/archived-images.ts';
import type { ExportFolder } from '../export-folder.ts';
import { filled } from './filled.ts';

/**
 * Writes the images to all their places, one in memory at a time.
 *
 * @returns what there is to say of each, by address
 */
export async function writeImages(
  scope: ArchiveScope,
  folder: ExportFolder,
  images: readonly ArchivedImage[],
  files: ReadonlyMap<string, readonly string[]>,
  step: () => void,
): Promise<ImageEntry[]> {
  const entries: ImageEntry[] = [];
  for (const image of images) {
    entries.push(await writeImage(scope, folder, image, files.get(image.src) ?? []));
    step();
  }
  return entries;
}

async function writeImage(
  scope: ArchiveScope,
  folder: ExportFolder,
  image: ArchivedImage,
  files: readonly string[],
): Promise<ImageEntry> {
  const { src, mimeType, width, height, byteSize } = image;
  const facts = { mimeType, width, height, byteSize };
  const [file] = files;
  if (!image.isFile || file === undefined) return imageEntry.parse(filled({ src, ...facts }));
  const bytes = await imageBytes(scope, image.id);
  for (const path of files) await folder.write(path, [bytes]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return imageEntry.parse(filled({ src, file, ...facts, sha256 }));
}
