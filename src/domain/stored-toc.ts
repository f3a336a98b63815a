import { z } from 'zod';
import type { TocEntry } from './table-of-contents.ts';

const entries = z.array(
  z.object({ id: z.string(), text: z.string(), level: z.int(), parentId: z.string().nullable() }),
);

/** A table of contents as it stands in the database; empty when it is not one. */
export function readToc(json: unknown): readonly TocEntry[] {
  return entries.safeParse(json).data ?? [];
}
