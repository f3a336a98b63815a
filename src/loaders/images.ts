import type { Image } from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { defineLookup } from './lookup.ts';

/** An image without its bytes. Reached through what shows it, so it has no visibility of its own. */
export const imageById = defineLookup<Image>({
  name: 'imageById',
  table: 'Image',
  column: 'id',
  visible: () => Prisma.sql`true`,
});
