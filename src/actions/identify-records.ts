import { entityId } from '../domain/entity-id.ts';
import { settleClashes } from './settle-clashes.ts';
import type { Clash, Held } from './settle-clashes.ts';
import type { StoredOrigin } from './stored-pages.ts';

/** What posts, series and resources are recognised by. */
export interface Identifying<R, S> {
  /** GraphQL type name, part of a new id. */
  readonly typeName: string;
  readonly source: string;
  readonly records: readonly R[];
  /** What one entity alone may hold ("path /x"), the surest first. */
  readonly addresses: (record: R) => readonly string[];
  /** What is stored, of every source. */
  readonly stored: Held<S>;
  readonly origins: ReadonlyMap<string, StoredOrigin>;
  /** Keys of records that failed this time: they are not missing. */
  readonly failed: ReadonlySet<string>;
  /** Whether an id is that of a thing of another kind: a record may not bring it along as its own. */
  readonly isForeign: (id: string) => boolean;
  /** Whether something missing is removed by this import, and so makes room. */
  readonly leaves: (id: string) => boolean;
}

/** A record and the entity it is. */
export interface Claim<R> {
  readonly record: R;
  readonly id: string;
  /** The key it was stored under, when its file moved. */
  readonly oldKey: string | null;
  /** Nothing of that id is stored, or what is leaves first. */
  readonly isNew: boolean;
}

export interface Identified<R> {
  readonly claims: readonly Claim<R>[];
  /** What this source stored and no longer names: key -> id. */
  readonly missing: ReadonlyMap<string, string>;
  /** Records that may not be written. */
  readonly clashes: readonly Clash<R>[];
}

interface IdentifiedRecord {
  readonly key: string;
  readonly id?: string;
}

/**
 * Finds out which record is which stored entity: by its key; else, when its file moved within the blog,
 * by the address of one that is missing. The rest are new, with the ids they bring along, where nothing has
 * those, else with ids made of source and key.
 * An address that stays with another entity is a clash, and the record does not go in.
 */
export function identifyRecords<R extends IdentifiedRecord, S>(input: Identifying<R, S>): Identified<R> {
  const { records, stored, origins } = input;
  const missing = missingOf(input);
  const adopt = adopter(input, missing);
  const found = records.map((record): Claim<R> | R => {
    const id = origins.get(record.key)?.entityId;
    if (id !== undefined && stored.rows.has(id)) return { record, id, oldKey: null, isNew: false };
    return adopt(record) ?? record;
  });
  const taken = new Set(stored.rows.keys());
  const leaving = [...missing.values()].filter(input.leaves);
  for (const id of leaving) taken.delete(id);
  const brought = broughtIds(found, input.isForeign, taken);
  const all = found.map((claim) =>
    'record' in claim ? claim : newClaim(input, claim, brought.get(claim) ?? null, taken),
  );
  return { ...settleClashes(all, input.addresses, stored, leaving), missing };
}

/** What is stored of this source and neither present nor failed: key -> id. */
function missingOf<R extends IdentifiedRecord, S>(input: Identifying<R, S>): Map<string, string> {
  const { records, stored, origins, failed } = input;
  const present = new Set(records.map((record) => record.key));
  const missing = new Map<string, string>();
  for (const [key, { entityId }] of origins)
    if (!present.has(key) && !failed.has(key) && stored.rows.has(entityId)) missing.set(key, entityId);
  return missing;
}

/** Takes one of the missing at most once. */
function adopter<R, S>(
  input: Identifying<R, S>,
  missing: Map<string, string>,
): (record: R) => Claim<R> | null {
  const { rows, addresses } = input.stored;
  const holders = new Map<string, string>();
  for (const [key, id] of missing) {
    const row = rows.get(id);
    for (const address of row === undefined ? [] : addresses(row)) holders.set(address, key);
  }
  if (holders.size === 0) return () => null;
  return (record) => {
    for (const address of input.addresses(record)) {
      const oldKey = holders.get(address);
      const id = oldKey === undefined ? undefined : missing.get(oldKey);
      if (oldKey === undefined || id === undefined) continue;
      missing.delete(oldKey);
      return { record, id, oldKey, isNew: false };
    }
    return null;
  };
}

/** The ids that new records bring along and may have: taken before any is made. */
function broughtIds<R extends IdentifiedRecord>(
  found: readonly (Claim<R> | R)[],
  isForeign: (id: string) => boolean,
  taken: Set<string>,
): ReadonlyMap<R, string> {
  const ids = new Map<R, string>();
  for (const record of found) {
    if ('record' in record || record.id === undefined) continue;
    if (taken.has(record.id) || isForeign(record.id)) continue;
    ids.set(record, record.id);
    taken.add(record.id);
  }
  return ids;
}

/** A moved post keeps its id, which a new file under its old name must then not get. */
function newClaim<R extends IdentifiedRecord, S>(
  input: Identifying<R, S>,
  record: R,
  brought: string | null,
  taken: Set<string>,
): Claim<R> {
  const id = brought ?? freeId(input.typeName, [input.source, record.key], taken);
  return { record, id, oldKey: null, isNew: true };
}

/** The id of a name, or of the name with "#2", "#3", … while that is taken. Takes it. */
export function freeId(typeName: string, name: readonly string[], taken: Set<string>): string {
  let id = entityId(typeName, ...name);
  for (let count = 2; taken.has(id); count += 1) id = entityId(typeName, ...name, `#${count}`);
  taken.add(id);
  return id;
}
