import type { Database } from '../../src/db/client.ts';

/** The database as a process sees it that is killed after so many transactions: the next one never begins. */
export function dyingDatabase(db: Database, commits: number): Database {
  let left = commits;
  const prisma = new Proxy(db.prisma, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== '$transaction' || typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        if (left === 0) throw new Error('killed');
        left -= 1;
        return Reflect.apply(value, target, args);
      };
    },
  });
  return { ...db, prisma };
}
