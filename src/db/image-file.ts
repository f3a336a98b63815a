import { Prisma } from '../generated/prisma/client.ts';
import type { Database } from './client.ts';
import { named, readRows } from './read-rows.ts';

/** An image file of the blog. */
export interface ImageFile {
  readonly mimeType: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The image that is served under a path such as "/media/0f3a…/cover.png"; null when there is none. */
export async function readImageFile(db: Database, src: string): Promise<ImageFile | null> {
  const sql = Prisma.sql`SELECT i."mimeType", d."bytes" FROM "Image" i JOIN "ImageData" d ON d."imageId" = i."id" WHERE i."src" = ${src}`;
  const [row] = await readRows<ImageFile>(db, named('imageFile', sql));
  return row ?? null;
}
