import { createHash } from 'node:crypto';

/** Namespace of Colophon's ids, itself random (RFC 9562, section 6.6). */
const namespace = Buffer.from('6f1d3c2a8b0e4f5d9a7c41e2b3d4f596', 'hex');

/**
 * A name-based UUID (version 5, RFC 9562 section 5.5) of an entity: the same blog imported into an
 * empty database gets the same ids, so that clients' caches and bookmarked ids survive a rebuild.
 *
 * @param type the GraphQL type name, so that a post and a tag of one name differ
 * @param name the natural key at the time of creation; it may change later, the id does not
 */
export function entityId(type: string, ...name: readonly string[]): string {
  const hash = createHash('sha1')
    .update(namespace)
    .update([type, ...name].join('\n'), 'utf8')
    .digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
