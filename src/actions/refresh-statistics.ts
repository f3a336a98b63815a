import type { ImportRun } from './import-run.ts';

/** Posts that come or go before the statistics are taken anew, beside a fifth of all. */
const leeway = 100;

interface Known {
  /** Posts when statistics were taken last; -1: never. */
  readonly then: number;
  readonly now: number;
  readonly tables: readonly string[];
}

/**
 * Has the database look at its tables when their sizes are no longer what it thinks, so that it plans lists
 * as walks of an index. The embedded database never does it by itself, and a server only a while after a large
 * import: until then the posts of a tag took 300 times as long (858 ms for 1 ms, 20,000 posts).
 */
export async function refreshStatistics({ db, dryRun }: Pick<ImportRun, 'db' | 'dryRun'>): Promise<void> {
  if (dryRun) return;
  const [known] = await db.prisma.$queryRaw<Known[]>`
    select c."reltuples"::double precision as "then", (select count(*)::integer from "Post") as "now",
      array(select format('%I.%I', t."schemaname", t."tablename") from pg_tables t
        where t."schemaname" = current_schema() order by 1) as "tables"
    from pg_class c where c."oid" = '"Post"'::regclass`;
  if (known === undefined || Math.abs(known.now - known.then) <= leeway + known.now / 5) return;
  await db.prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`select set_config('statement_timeout', ${String(db.writeTimeoutMs)}, true)`;
      // Names that the database itself quoted.
      await tx.$executeRawUnsafe(`analyze ${known.tables.join(', ')}`);
    },
    { timeout: db.writeTimeoutMs },
  );
}
