import { Prisma } from '../generated/prisma/client.ts';
import type { Database } from './client.ts';

/**
 * SQL under a name: each connection prepares it once (see statement-name.ts). Only for SQL whose text
 * does not depend on what a client asks for, its parameters aside.
 *
 * @param name one word, such as tagsByPost
 */
export function named(name: string, sql: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${comment(name, '')}${sql}`;
}

/** SQL whose text a client has a say in: the name is only for those who read logs. */
export function labelled(name: string, sql: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${comment(name, ', unnamed')}${sql}`;
}

function comment(name: string, note: string): Prisma.Sql {
  if (!/^\w{1,40}$/.test(name)) throw new TypeError(`not a statement name: ${name}`);
  return Prisma.raw(`/* ${name}${note} */ `);
}

/**
 * Runs a statement of ours that reads. Columns come as the statement names them; `Row` must say them.
 */
export function readRows<Row>(db: Database, sql: Prisma.Sql): Promise<Row[]> {
  return db.prisma.$queryRaw<Row[]>(sql);
}
