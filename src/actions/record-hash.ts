import { createHash } from 'node:crypto';

/** Goes into every hash: raise it whenever the same record is stored differently. */
const rowVersion = 3;

/**
 * SHA-256 of what a record says, so that a repeated import knows without rendering that nothing changed.
 * The value's names must come in a fixed order: those of checked records do.
 */
export function recordHash(...value: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify([rowVersion, ...value]), 'utf8')
    .digest('hex');
}
