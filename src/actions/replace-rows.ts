import type { WriteTransaction } from '../db/change-log.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { recordset } from './upsert-rows.ts';
import type { Row, Table } from './upsert-rows.ts';

/**
 * Makes the given rows all that each owner has, and touches only owners whose rows differ. Their rows are
 * all deleted first, since two of them may change places.
 *
 * @param owner the column that names the owner
 * @param ownerIds every owner spoken of, those without rows included
 * @param rows each with all columns of the table
 * @returns ids of the owners whose rows differed
 */
export async function replaceRows(
  tx: WriteTransaction,
  table: Table,
  owner: string,
  ownerIds: readonly string[],
  rows: readonly Row[],
): Promise<Set<string>> {
  if (ownerIds.length === 0) return new Set();
  const name = Prisma.raw(`"${table}"`);
  const column = Prisma.raw(`"${owner}"`);
  const differing = await tx.prisma.$queryRaw<{ id: string }[]>`
    with wanted as (select * from ${recordset(table, rows)}),
    stored as (select * from ${name} where ${column} = any(${ownerIds}::uuid[])),
    differing as (
      select ${column} as id from (table wanted except table stored) added
      union select ${column} from (table stored except table wanted) removed
    ),
    deleted as (delete from ${name} where ${column} in (select id from differing))
    select id::text as id from differing`;
  const ids = new Set(differing.map((row) => row.id));
  const inserted = rows.filter((row) => ids.has(String(row[owner])));
  if (inserted.length > 0) {
    await tx.prisma.$executeRaw`insert into ${name} select * from ${recordset(table, inserted)}`;
  }
  return ids;
}
