import { createHash } from 'node:crypto';
import type { ImageEntry } from '../../domain/archive/entries.ts';
import { imageFacts } from '../files/image-facts.ts';
import type { ProblemList } from '../problem-list.ts';
import type { ExportFiles } from './export-files.ts';

/** Bytes of an image at most. */
export const maxImageBytes = 500_000_000;

/** The images of an export, as their files are. */
export interface CheckedImages {
  readonly entries: readonly ImageEntry[];
  /** Addresses of those whose files are not there, or are no images: what shows them goes in without them. */
  readonly missing: ReadonlySet<string>;
}

/**
 * Looks at the file of each image, one at a time. One that was edited is another image: it gets an address of its
 * own, as its bytes have it.
 *
 * @param list the file that names them
 */
export async function checkImages(
  files: ExportFiles,
  images: readonly ImageEntry[],
  list: string,
  problems: ProblemList,
): Promise<CheckedImages> {
  const entries: ImageEntry[] = [];
  const missing = new Set<string>();
  for (const image of images) {
    try {
      entries.push(await asItIs(files, image));
    } catch (error) {
      missing.add(image.src);
      const why = error instanceof Error ? error.message : String(error);
      problems.warn(list, null, {
        what: `the image ${image.src} was left out: ${why.slice(0, 300)}`,
        why: 'What shows it goes in without it.',
        todo: 'Put the file back, and import again.',
      });
    }
  }
  return { entries, missing };
}

async function asItIs(files: ExportFiles, image: ImageEntry): Promise<ImageEntry> {
  const { file, src, sha256 } = image;
  if (file === undefined) return image;
  const bytes = await files.read(file, maxImageBytes);
  if (createHash('sha256').update(bytes).digest('hex') === sha256) return image;
  const { width, height, ...facts } = imageFacts(bytes);
  return {
    src,
    file,
    ...facts,
    ...(width === null ? {} : { width }),
    ...(height === null ? {} : { height }),
  };
}
