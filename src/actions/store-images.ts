import { createHash } from 'node:crypto';
import { writeContent } from '../db/change-log.ts';
import type { ImageFileRecord, ImageRecord } from '../domain/blog-record.ts';
import { imageId, imageSrc, isFile } from './image-address.ts';
import type { ImportRun } from './import-run.ts';

interface NewImage {
  readonly image: ImageRecord;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/** Images of a transaction: so many, or of so many bytes, which are all in memory. */
const batchCount = 100;
const batchBytes = 8_000_000;

/**
 * Stores images that are not stored yet, before the transaction that refers to them. An image by itself is
 * nothing that anybody sees: the log tells of what shows it.
 *
 * @returns those that cannot be stored: `src` -> why
 */
export async function storeImages(
  run: ImportRun,
  images: readonly ImageRecord[],
): Promise<ReadonlyMap<string, string>> {
  const failed = new Map<string, string>();
  const wanted = new Map(images.map((one) => [imageSrc(one), one] as const));
  const stored = await storedOf(run, [...wanted.keys()]);
  let batch: NewImage[] = [];
  let size = 0;
  for (const [src, image] of wanted) {
    if (stored.has(src)) continue;
    const bytes = isFile(image) ? await readBytes(run, image) : null;
    if (typeof bytes === 'string') {
      failed.set(src, bytes);
      continue;
    }
    batch.push({ image, bytes });
    size += bytes?.byteLength ?? 0;
    if (batch.length < batchCount && size < batchBytes) continue;
    await storeBatch(run, batch);
    batch = [];
    size = 0;
  }
  await storeBatch(run, batch);
  return failed;
}

async function storeBatch(run: ImportRun, batch: readonly NewImage[]): Promise<void> {
  if (batch.length === 0) return;
  await writeContent(run.db, run.now, async ({ prisma }) => {
    await prisma.image.createMany({ data: batch.map(({ image }) => imageRow(image)), skipDuplicates: true });
    const data = batch.flatMap(({ image, bytes }) => (bytes ? [{ imageId: imageId(image), bytes }] : []));
    await prisma.imageData.createMany({ data, skipDuplicates: true });
  });
}

/** Which of these are stored. A large blog has too many images to know them all. */
async function storedOf({ db }: ImportRun, srcs: readonly string[]): Promise<ReadonlySet<string>> {
  if (srcs.length === 0) return new Set();
  const found = await db.prisma.$queryRaw<{ src: string }[]>`
    select "src" from "Image" where "src" = any(${srcs}::text[])`;
  return new Set(found.map(({ src }) => src));
}

function imageRow(image: ImageRecord) {
  const { width = null, height = null } = image;
  const facts = isFile(image) ? { mimeType: image.mimeType, byteSize: image.byteSize } : {};
  return { id: imageId(image), src: imageSrc(image), width, height, ...facts };
}

/** The bytes, if they are still those that were read before: their hash is their address. */
async function readBytes(run: ImportRun, image: ImageFileRecord): Promise<Uint8Array<ArrayBuffer> | string> {
  try {
    const bytes = Uint8Array.from(await run.readFile(image.file));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return sha256 === image.sha256 ? bytes : `${image.file} changed while it was imported`;
  } catch {
    return `${image.file} cannot be read`;
  }
}
