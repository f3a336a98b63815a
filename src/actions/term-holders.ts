import type { WriteTransaction } from '../db/change-log.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { TermKind } from './term-kinds.ts';

/** What holds some terms; of categories also what is filed below them. */
export interface Holders {
  readonly posts: readonly string[];
  readonly resources: readonly string[];
}

/** The posts and resources that are found by a term's name. */
export async function holdersOf<R>(
  tx: WriteTransaction,
  kind: TermKind<R>,
  ids: readonly string[],
): Promise<Holders> {
  const found = new Map<string, readonly string[]>();
  if (ids.length === 0) return { posts: [], resources: [] };
  const terms =
    kind.table === 'Category'
      ? Prisma.sql`select d."id" from "Category" a join "Category" d
          on starts_with(d."treePath" || '/', a."treePath" || '/') where a."id" = any(${ids}::uuid[])`
      : Prisma.sql`select unnest(${ids}::uuid[])`;
  for (const { table, holder, term } of kind.uses) {
    const column = Prisma.raw(`"${holder}"`);
    const rows = await tx.prisma.$queryRaw<{ id: string }[]>`
      select distinct ${column}::text as id from ${Prisma.raw(`"${table}"`)}
      where ${Prisma.raw(`"${term}"`)} in (${terms})`;
    found.set(
      holder,
      rows.map(({ id }) => id),
    );
  }
  return { posts: found.get('postId') ?? [], resources: found.get('resourceId') ?? [] };
}
