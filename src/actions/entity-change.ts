import type { ChangeEntry } from '../db/change-entry.ts';
import type { EntityType } from '../generated/prisma/client.ts';

/**
 * The log entry of something that was written.
 *
 * @param oldPath its path before; null when it was created
 */
export function entityChange(
  entityType: EntityType,
  entityId: string,
  path: string,
  oldPath: string | null,
): ChangeEntry {
  const entry = { entityType, entityId, path };
  if (oldPath === null) return { action: 'CREATED', ...entry };
  return { action: 'UPDATED', ...entry, ...(oldPath === path ? {} : { oldPath }) };
}
