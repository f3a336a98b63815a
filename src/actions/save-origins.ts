import type { WriteTransaction } from '../db/change-log.ts';
import type { EntityType } from '../generated/prisma/client.ts';
import type { Claim } from './identify-records.ts';
import { upsertRows } from './upsert-rows.ts';

/** Where a record of a source was stored, and the hash of what it said. */
export interface NewOrigin {
  readonly key: string;
  readonly entityId: string;
  readonly hash: string;
}

/** Notes where records were stored, in the transaction that stored them: a killed import then knows. */
export async function saveOrigins(
  tx: WriteTransaction,
  source: string,
  entityType: EntityType,
  origins: readonly NewOrigin[],
): Promise<void> {
  const rows = origins.map(({ key, entityId, hash }) => ({ source, entityType, key, entityId, hash }));
  await upsertRows(tx, 'Origin', rows, { key: ['source', 'entityType', 'key'] });
}

/** Notes records that may have been stored under another key. */
export async function noteRecords(
  tx: WriteTransaction,
  source: string,
  entityType: EntityType,
  plans: readonly (Claim<{ readonly key: string }> & { readonly hash: string })[],
): Promise<void> {
  const old = plans.flatMap(({ oldKey, id }) => (oldKey === null ? [] : [{ key: oldKey, entityId: id }]));
  await forgetOrigins(tx, source, entityType, old);
  const origins = plans.map(({ record, id, hash }) => ({ key: record.key, entityId: id, hash }));
  await saveOrigins(tx, source, entityType, origins);
}

/**
 * Forgets records of a source. Other sources that name the same entity write it again at their next
 * import: what it says may have come from the one that left.
 */
export async function forgetOrigins(
  tx: WriteTransaction,
  source: string,
  entityType: EntityType,
  origins: readonly { readonly key: string; readonly entityId: string }[],
): Promise<void> {
  if (origins.length === 0) return;
  const keys = origins.map((origin) => origin.key);
  const ids = origins.map((origin) => origin.entityId);
  await tx.prisma.$executeRaw`
    delete from "Origin"
    where "source" = ${source} and "entityType" = ${entityType}::"EntityType" and "key" = any(${keys}::text[])`;
  await tx.prisma.$executeRaw`
    update "Origin" set "hash" = ''
    where "entityType" = ${entityType}::"EntityType" and "entityId" = any(${ids}::text[])`;
}
