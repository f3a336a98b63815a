import { DomainError } from './errors.ts';

/** What a global id says: the GraphQL type, and the row's own key. */
export interface GlobalId {
  readonly typename: string;
  readonly id: string;
}

/** An opaque id that is unique over all types: base64 of `Post:<uuid>` (Relay's Global Object Identification). */
export function encodeGlobalId(typename: string, id: string | number | bigint): string {
  return Buffer.from(`${typename}:${id}`).toString('base64');
}

/**
 * @throws DomainError BAD_ID when it was not made by `encodeGlobalId`
 */
export function decodeGlobalId(globalId: string): GlobalId {
  const bytes = Buffer.from(globalId, 'base64');
  const text = bytes.toString('utf8');
  const match = /^(?<typename>[A-Z][A-Za-z]*):(?<id>[^\0]+)$/s.exec(text);
  // Base64 is read leniently; only the one spelling that we write is an id.
  if (match?.groups === undefined || Buffer.from(text).toString('base64') !== globalId) throw badId();
  return { typename: match.groups['typename'] ?? '', id: match.groups['id'] ?? '' };
}

/**
 * The row key of a global id that must name one type.
 *
 * @throws DomainError BAD_ID when it is malformed, or names another type
 */
export function rowIdOf(typename: string, globalId: string): string {
  const decoded = decodeGlobalId(globalId);
  if (decoded.typename !== typename) {
    throw new DomainError(
      'BAD_ID',
      `This id names a ${decoded.typename}; the id of a ${typename} is needed.`,
    );
  }
  return uuidOf(decoded);
}

/**
 * The key of a type whose keys are UUIDs.
 *
 * @throws DomainError BAD_ID when it is none
 */
export function uuidOf({ id }: GlobalId): string {
  if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) throw badId();
  return id;
}

function badId(): DomainError {
  return new DomainError('BAD_ID', 'This is not an id of this API. Take ids from the id field of an answer.');
}
