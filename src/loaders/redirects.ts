import { visibleRedirect } from '../db/visible.ts';
import type { Redirect } from '../generated/prisma/client.ts';
import { defineLookup } from './lookup.ts';

/** What became of a path; its kind says whether it moved or is gone. */
export const redirectByPath = defineLookup<Redirect>({
  name: 'redirectByPath',
  table: 'Redirect',
  column: 'path',
  visible: visibleRedirect,
});
