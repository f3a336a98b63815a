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
export class ChangeEntries {
  /** Null: what was done was undone. */
  readonly #entries: (ChangeEntry | null)[] = [];
  /** Where the entry of an entity is, by type and id. */
  readonly #places = new Map<EntityType, Map<string, number>>();

  add(entry: ChangeEntry): void {
    const places = this.#places.get(entry.entityType) ?? new Map<string, number>();
    this.#places.set(entry.entityType, places);
    const place = places.get(entry.entityId);
    if (place === undefined) places.set(entry.entityId, this.#entries.push(entry) - 1);
    else {
      const before = this.#entries[place];
      this.#entries[place] = before ? mergeTwo(before, entry) : entry;
    }
  }

  /** In lists of at most so many; of each, whether it is the last. */
  *lists(size: number): Iterable<{ readonly list: readonly ChangeEntry[]; readonly isLast: boolean }> {
    const left = this.#entries.filter((entry) => entry !== null);
    for (let from = 0; from < left.length; from += size)
      yield { list: left.slice(from, from + size).map(tidy), isLast: from + size >= left.length };
  }
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
