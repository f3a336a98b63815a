import type { OriginPair } from '../../loaders/archive/archive-scope.ts';

/** The source of what no import brought. */
export const ownSource = 'colophon';

/** The source and key that a thing is recognised by when the export is imported. */
export function originOf(
  origin: OriginPair,
  id: string,
): { readonly id: string; readonly source: string; readonly key: string } {
  const [source, key] = origin ?? [ownSource, id];
  return { id, source, key };
}
