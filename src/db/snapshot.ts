import type pg from 'pg';
import { holdWrites } from './change-log.ts';
import type { Database } from './client.ts';

/** Milliseconds. The largest blog is read in minutes. */
const longestRead = 3_600_000;

/**
 * Reads at one moment, however long it takes: what is written meanwhile is not seen. PostgreSQL gives one
 * transaction, which cannot write. To the embedded database only this process writes, so its writers wait
 * until all is read, and those who read are answered in between: it has one connection.
 *
 * @param work uses the database it is given only, and does not write
 */
export function readSnapshot<T>(db: Database, work: (snapshot: Database) => Promise<T>): Promise<T> {
  if (db.kind === 'embedded') return holdWrites(db, () => work(db));
  return db.prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`;
      await tx.$executeRaw`SET LOCAL statement_timeout = 0`;
      const prisma = new Proxy(db.prisma, {
        get: (client, name): unknown => Reflect.get(name in tx ? tx : client, name),
      });
      return work({ ...db, prisma });
    },
    { isolationLevel: 'RepeatableRead', timeout: longestRead },
  );
}

/** Runs SQL of ours. */
export type Queryable = Pick<pg.Pool, 'query'>;

/** As `readSnapshot`, for SQL that Prisma does not know. */
export async function querySnapshot<T>(db: Database, work: (sql: Queryable) => Promise<T>): Promise<T> {
  if (db.kind === 'embedded') return holdWrites(db, () => work(db.pool));
  const client = await db.pool.connect();
  let broken = false;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = 0');
    return await work(client);
  } finally {
    await client.query('ROLLBACK').catch(() => (broken = true));
    client.release(broken);
  }
}
