import { DomainError } from './errors.ts';

/** Upwards or downwards. */
export type Direction = 'ASC' | 'DESC';

/** One key of an order. */
export interface OrderKey<Field extends string> {
  readonly field: Field;
  readonly direction: Direction;
}

/**
 * The order of a list, as a client gives it; the list itself ends it with a unique key.
 *
 * @param fallback used when none is given, or an empty one
 * @throws DomainError BAD_USER_INPUT when a field comes twice, which could only be a mistake
 */
export function readOrder<Field extends string>(
  given: readonly OrderKey<Field>[] | null | undefined,
  fallback: OrderKey<Field>,
): readonly OrderKey<Field>[] {
  if (given == null || given.length === 0) return [fallback];
  const fields = given.map(({ field }) => field);
  const twice = fields.find((field, index) => fields.indexOf(field) !== index);
  if (twice !== undefined) throw new DomainError('BAD_USER_INPUT', `orderBy names ${twice} twice.`);
  return given;
}
