import type { SortKey } from '../db/keyset.ts';
import type { CursorValue } from '../domain/cursor.ts';
import { decodeCursor, encodeCursor } from '../domain/cursor.ts';
import type { Prisma } from '../generated/prisma/client.ts';

/** Where the rows of a list come from. `o."key"` is the owner's id, for lists that have one. */
export interface ListSource<Row extends object> {
  /** Never there: says to the compiler what the columns make. */
  readonly row?: Row;
  /** Names the list in statements and cursors, such as postsByTag. */
  readonly name: string;
  readonly columns: Prisma.Sql;
  readonly from: Prisma.Sql;
  /** All must hold: the owner, visibility, the filter. */
  readonly where: readonly Prisma.Sql[];
  readonly order: readonly SortKey[];
  /** The text is one of a few, whatever a client asks for, so it may be a prepared statement. */
  readonly fixedShape: boolean;
  /** Names its statements when a list has several forms; the list's own name when absent. */
  readonly statement?: string;
  /** FROM and WHERE to count by, when there is a cheaper way than that of a page. */
  readonly counted?: Pick<ListSource<Row>, 'from' | 'where'>;
}

/** The place that a cursor names. @throws DomainError BAD_CURSOR */
export function placeOf(source: ListSource<object>, cursor: string): readonly CursorValue[] {
  const types = source.order.map(({ type }) => type);
  return decodeCursor(fingerprint(source), cursor, types);
}

/** The cursor of a row that the list gave back. */
export function cursorOf(source: ListSource<object>, row: object): string {
  const columns = new Map<string, unknown>(Object.entries(row));
  const values = source.order.map(({ name }) => cursorValue(columns.get(name)));
  return encodeCursor(fingerprint(source), values);
}

/** What a cursor belongs to: the list and its order; not its filter, so that one may be refined on the way. */
function fingerprint({ name, order }: ListSource<object>): string {
  return [name, ...order.map((key) => `${key.name} ${key.direction}`)].join(', ');
}

function cursorValue(value: unknown): CursorValue {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError('a list must give back every column that it is ordered by');
}
