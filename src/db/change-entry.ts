import type { ChangeAction, EntityType } from '../generated/prisma/enums.ts';

/** One change to one entity, as an action tells it. */
export interface ChangeEntry {
  readonly action: ChangeAction;
  readonly entityType: EntityType;
  /** The entity's id; for a redirect its path. */
  readonly entityId: string;
  /** Its site path after the change; of a removed entity, the one it had. */
  readonly path?: string | null;
  /** Its site path before the change, when that was another. */
  readonly oldPath?: string | null;
}

/**
 * What a transaction did to each entity, at most one entry for each, in the order of first mention: what
 * was made and changed was made, what was made and removed never was.
 */
export function mergeEntries(entries: readonly ChangeEntry[]): readonly ChangeEntry[] {
  const merged = new Map<string, ChangeEntry | null>();
  for (const entry of entries) {
    const key = `${entry.entityType} ${entry.entityId}`;
    const before = merged.get(key);
    merged.set(key, before ? mergeTwo(before, entry) : entry);
  }
  return [...merged.values()].filter((entry) => entry !== null).map(tidy);
}

/** Null: the two cancel out. */
function mergeTwo(first: ChangeEntry, second: ChangeEntry): ChangeEntry | null {
  const path = second.path ?? first.path ?? null;
  const oldPath = first.oldPath ?? second.oldPath ?? null;
  if (first.action === 'CREATED' && second.action === 'REMOVED') return null;
  if (first.action === 'CREATED') return { ...second, action: 'CREATED', path, oldPath: null };
  if (first.action === 'REMOVED' && second.action !== 'REMOVED') {
    return { ...second, action: 'UPDATED', path, oldPath: first.oldPath ?? first.path ?? null };
  }
  return { ...second, path, oldPath };
}

function tidy(entry: ChangeEntry): ChangeEntry {
  const { path = null, oldPath = null } = entry;
  return { ...entry, path, oldPath: oldPath === path ? null : oldPath };
}
