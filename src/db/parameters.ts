/** Values from outside as parameters that PostgreSQL always accepts: what it cannot hold matches nothing. */
import { Prisma } from '../generated/prisma/client.ts';

/** PostgreSQL has no year 0, and no text form of years that need more than four digits in JavaScript. */
const earliest = Date.UTC(2000, 0, 1) - 63_082_281_600_000;
const latest = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** An instant, at most from the years 1 to 9999. */
export function timeSql(instant: Date | number): Prisma.Sql {
  const bounded = Math.min(Math.max(Number(instant), earliest), latest);
  return Prisma.sql`${new Date(bounded).toISOString()}::timestamptz`;
}

/** A list of texts. One with a NUL cannot be stored, so it is left out. */
export function textsSql(texts: readonly string[]): Prisma.Sql {
  return Prisma.sql`${texts.filter((text) => !text.includes('\0'))}::text[]`;
}

/** A list of ids; they must be UUIDs. */
export function uuidsSql(ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`${ids}::uuid[]`;
}
