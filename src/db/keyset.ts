/**
 * Keyset pagination as SQL: a page begins where a cursor's values stand in the order, not at a count of
 * rows, so a page far down costs what the first one costs and rows that come and go move nothing.
 */
import { Prisma } from '../generated/prisma/client.ts';
import type { CursorType, CursorValue } from '../domain/cursor.ts';
import type { Direction } from '../domain/order.ts';
import { columnSql } from './column.ts';
import { timeSql } from './parameters.ts';

/** One column of an order. The last one of an order is unique, so that no two rows stand at one place. */
export interface SortKey {
  /** The column's name in the rows that the list gives back. */
  readonly name: string;
  /** The same value within the list's own FROM; where an index should be walked, that index's columns. */
  readonly column: Prisma.Sql;
  readonly type: CursorType;
  readonly direction: Direction;
  /** Where a cursor stands now, for a column whose values may change between pages. Absent: where it stood. */
  readonly placeNow?: (values: readonly CursorValue[]) => Prisma.Sql;
}

/** Which way from a place. */
export type Side = 'after' | 'before';

const flipped: Readonly<Record<Direction, Direction>> = { ASC: 'DESC', DESC: 'ASC' };

/** The same order from its other end. */
export function reversed(keys: readonly SortKey[]): readonly SortKey[] {
  return keys.map((key) => ({ ...key, direction: flipped[key.direction] }));
}

/** ORDER BY over the list's own columns, or, with an alias, over rows that it gave back. */
export function orderBySql(keys: readonly SortKey[], alias?: string): Prisma.Sql {
  return Prisma.join(
    keys.map(({ name, column, direction }) => {
      const by = alias === undefined ? column : columnSql(alias, name);
      return direction === 'ASC' ? Prisma.sql`${by} asc` : Prisma.sql`${by} desc`;
    }),
  );
}

/**
 * The condition that a row stands on one side of a place.
 *
 * @param values one a key, in order
 * @param inclusive the place itself counts too
 */
export function seekSql(
  keys: readonly SortKey[],
  values: readonly CursorValue[],
  side: Side,
  inclusive: boolean,
): Prisma.Sql {
  const ordered = side === 'after' ? keys : reversed(keys);
  const places = ordered.map((key, index) => ({
    ...key,
    value: key.placeNow?.(values) ?? parameter(key.type, values[index]),
  }));
  return sameDirection(places) ? rowComparison(places, inclusive) : stepwise(places, inclusive);
}

interface Place extends SortKey {
  readonly value: Prisma.Sql;
}

function sameDirection(places: readonly Place[]): boolean {
  return places.every(({ direction }) => direction === places[0]?.direction);
}

/** `(a, b, id) < ($1, $2, $3)`: one range of an index on (a, b, id). */
function rowComparison(places: readonly Place[], inclusive: boolean): Prisma.Sql {
  const columns = Prisma.join(places.map(({ column }) => column));
  const values = Prisma.join(places.map(({ value }) => value));
  return Prisma.sql`(${columns}) ${comparison(places[0]?.direction ?? 'ASC', inclusive)} (${values})`;
}

/** `a > $1 or (a = $1 and (b < $2 or …))`: for an order whose keys go different ways. */
function stepwise(places: readonly Place[], inclusive: boolean): Prisma.Sql {
  const [place, ...rest] = places;
  if (place === undefined) return inclusive ? Prisma.sql`true` : Prisma.sql`false`;
  const { column, value, direction } = place;
  const beyond = Prisma.sql`${column} ${comparison(direction, false)} ${value}`;
  return Prisma.sql`(${beyond} or (${column} = ${value} and ${stepwise(rest, inclusive)}))`;
}

function comparison(direction: Direction, inclusive: boolean): Prisma.Sql {
  if (direction === 'ASC') return inclusive ? Prisma.sql`>=` : Prisma.sql`>`;
  return inclusive ? Prisma.sql`<=` : Prisma.sql`<`;
}

/** A value as a parameter of the column's own type: a cast on the column's side would miss its index. */
function parameter(type: CursorType, value: CursorValue | undefined): Prisma.Sql {
  if (value === undefined) throw new TypeError('a place needs a value for each key of the order');
  switch (type) {
    case 'time':
      return timeSql(Number(value));
    case 'text':
      return Prisma.sql`${value}::text`;
    case 'integer':
      return Prisma.sql`${value}::integer`;
    case 'real':
      return Prisma.sql`${value}::double precision`;
    case 'uuid':
      return Prisma.sql`${value}::uuid`;
  }
}
