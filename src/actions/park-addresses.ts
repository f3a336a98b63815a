import type { WriteTransaction } from '../db/change-log.ts';
import { Prisma } from '../generated/prisma/client.ts';

/**
 * Gives rows an address that nobody else can want, their id, until they get their new one in the same
 * transaction: two of them may change places, and a unique index looks at one row at a time.
 */
export async function parkAddresses(
  tx: WriteTransaction,
  table: 'Post' | 'Tag' | 'Category' | 'Author' | 'Series' | 'Resource',
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const translation = table === 'Post' ? Prisma.sql`, "translationKey" = null` : Prisma.empty;
  await tx.prisma.$executeRaw`
    update ${Prisma.raw(`"${table}"`)} set "slug" = "id"::text, "path" = '/' || "id"::text ${translation}
    where "id" = any(${ids}::uuid[])`;
}
