import type { Database } from './client.ts';

/** Milliseconds. The largest blog is read in minutes. */
const longestRead = 3_600_000;

/**
 * Reads at one moment, however long it takes: what is written meanwhile is not seen. One transaction, which
 * cannot write. The embedded database answers nobody else while it lasts.
 *
 * @param work uses the database it is given only
 */
export function readSnapshot<T>(db: Database, work: (snapshot: Database) => Promise<T>): Promise<T> {
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
