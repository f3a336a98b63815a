import { Prisma } from '../generated/prisma/client.ts';

/** `alias` as SQL text. For words of ours only: anything but a plain word throws. */
export function aliasSql(alias: string): Prisma.Sql {
  if (!/^[a-z][a-z_]{0,30}$/.test(alias)) throw new TypeError(`not a table alias: ${alias}`);
  return Prisma.raw(alias);
}

/** `alias."column"` as SQL text. For words of ours only: anything but plain words throws. */
export function columnSql(alias: string, column: string): Prisma.Sql {
  if (!/^[A-Za-z]{1,30}$/.test(column)) throw new TypeError(`not a column: ${column}`);
  return Prisma.sql`${aliasSql(alias)}.${Prisma.raw(`"${column}"`)}`;
}

/** `"Table"` as SQL text. For words of ours only: anything but a plain word throws. */
export function tableSql(table: string): Prisma.Sql {
  if (!/^[A-Z][A-Za-z]{1,30}$/.test(table)) throw new TypeError(`not a table: ${table}`);
  return Prisma.raw(`"${table}"`);
}
