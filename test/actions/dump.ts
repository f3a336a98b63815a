import type { Database } from '../../src/db/client.ts';
import { Prisma } from '../../src/generated/prisma/client.ts';

/** Every row of every table as JSON, sorted; of the log everything but the time of the writing. */
export async function dump(db: Database): Promise<Record<string, readonly string[]>> {
  const tables: Record<string, readonly string[]> = {};
  for (const table of Object.values(Prisma.ModelName)) {
    const { rows } = await db.pool.query<{ row: string }>(
      `select (to_jsonb(t) - 'at')::text as row from "${table}" t order by 1`,
    );
    tables[table] = rows.map(({ row }) => row);
  }
  return tables;
}

/**
 * The log, oldest first: "CREATED POST /a", "UPDATED POST /b (from /a)". Without the entries of refreshed
 * related posts, which follow whatever posts do: refresh-related.test.ts looks at those.
 */
export async function log(db: Database): Promise<string[]> {
  const changes = await db.prisma.change.findMany({
    where: { entityType: { not: 'RELATED' } },
    orderBy: { seq: 'asc' },
  });
  return changes.map(({ action, entityType, path, oldPath }) =>
    [action, entityType, path, ...(oldPath === null ? [] : [`(from ${oldPath})`])].join(' '),
  );
}
