import { columnSql } from '../db/column.ts';
import type { SortKey } from '../db/keyset.ts';
import type { CursorType } from '../domain/cursor.ts';
import type { OrderKey } from '../domain/order.ts';

/** The columns behind the fields that a list can be ordered by. None may be null. */
export type SortFields<Field extends string> = Readonly<
  Record<Field, { readonly name: string; readonly type: CursorType }>
>;

/** Whether an order is the one that a list has when a client does not say: the only one worth preparing. */
export function isUsual<Field extends string>(
  order: readonly OrderKey<Field>[],
  usual: OrderKey<Field>,
): boolean {
  const [only, ...others] = order;
  return others.length === 0 && only?.field === usual.field && only.direction === usual.direction;
}

/**
 * An order as columns of one table, ended by its id so that no two rows stand at one place. The id goes
 * the way of the last key, as the indexes do.
 */
export function sortKeys<Field extends string>(
  fields: SortFields<Field>,
  order: readonly OrderKey<Field>[],
  alias: string,
): SortKey[] {
  const keys = order.map(({ field, direction }): SortKey => {
    const { name, type } = fields[field];
    return { name, type, direction, column: columnSql(alias, name) };
  });
  const direction = keys.at(-1)?.direction ?? 'ASC';
  return [...keys, { name: 'id', type: 'uuid', direction, column: columnSql(alias, 'id') }];
}
