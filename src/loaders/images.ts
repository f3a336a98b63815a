import { absoluteUrl } from '../domain/address.ts';
import type { Image } from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { defineLookup } from './lookup.ts';
import type { ReadScope } from './scope.ts';
import { loadWrittenUrl } from './site.ts';

/** An image without its bytes. Reached through what shows it, so it has no visibility of its own. */
export const imageById = defineLookup<Image>({
  name: 'imageById',
  table: 'Image',
  column: 'id',
  visible: () => Prisma.sql`true`,
});

/** Where an image is served: by this API when it is a file of the blog. Null when its address is none. */
export async function loadImageUrl(scope: ReadScope, { src }: Image): Promise<string | null> {
  return src.startsWith('/media/') ? absoluteUrl(scope.urls.media, src) : loadWrittenUrl(scope, src);
}

/** The same by its address, "/media/…" for a file of the blog. */
export const imageBySrc = defineLookup<Image>({
  name: 'imageBySrc',
  table: 'Image',
  column: 'src',
  visible: () => Prisma.sql`true`,
});
