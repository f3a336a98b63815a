import { createHash } from 'node:crypto';
import { DomainError } from './errors.ts';

/** What a list is ordered by can be: an instant (as milliseconds), a text, a whole number, a real one, an id. */
export type CursorType = 'time' | 'text' | 'integer' | 'real' | 'uuid';
export type CursorValue = string | number;

/**
 * A place in a list: the values that the list is ordered by, so that it stays good when its row is gone.
 * Opaque to clients. The checksum ties it to its list and order: it tells a foreign cursor from ours; it
 * is no signature, so what is decoded is checked by type as well and only ever becomes a parameter.
 *
 * @param list names the list and its order
 */
export function encodeCursor(list: string, values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify([checksum(list, values), ...values])).toString('base64url');
}

/**
 * @param types what `values` must be, in order
 * @throws DomainError BAD_CURSOR when it was not made by this list in this order
 */
export function decodeCursor(list: string, cursor: string, types: readonly CursorType[]): CursorValue[] {
  const [sum, ...values] = parse(cursor);
  if (values.length !== types.length) throw badCursor();
  const checked = values.map((value, index) => checkedValue(value, types[index]));
  if (sum !== checksum(list, checked)) throw badCursor();
  return checked;
}

function parse(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parsed)) return parsed;
  } catch {
    // Falls through: whatever is wrong with it, it is not a cursor.
  }
  throw badCursor();
}

/** Years 1 to 9999: what both JavaScript and PostgreSQL can hold and write alike. */
const [earliest, latest] = [-62_135_596_800_000, 253_402_300_799_999];

const isNumber = (value: CursorValue): value is number => typeof value === 'number';
const isText = (value: CursorValue): value is string => typeof value === 'string';

const accepts: Readonly<Record<CursorType, (value: CursorValue) => boolean>> = {
  time: (value) => isNumber(value) && Number.isInteger(value) && value >= earliest && value <= latest,
  integer: (value) => isNumber(value) && Number.isInteger(value) && Math.abs(value) < 2 ** 31,
  real: isNumber,
  text: (value) => isText(value) && value.isWellFormed() && !value.includes('\0'),
  uuid: (value) => isText(value) && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(value),
};

function checkedValue(value: unknown, type: CursorType | undefined): CursorValue {
  const known = typeof value === 'string' || typeof value === 'number';
  if (!known || type === undefined || !accepts[type](value)) throw badCursor();
  return value;
}

function checksum(list: string, values: readonly CursorValue[]): string {
  const text = JSON.stringify([list, ...values]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 10);
}

function badCursor(): DomainError {
  return new DomainError(
    'BAD_CURSOR',
    'This cursor was not made by this list in this order. Take cursors from pageInfo or edges of the same list.',
  );
}
