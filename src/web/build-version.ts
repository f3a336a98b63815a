import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Names the code that makes the texts of this room: a clone that was updated without a new version still
 * answers with new ETags.
 */
export const buildVersion: string = hashOf([
  join(import.meta.dirname, '../../package.json'),
  ...readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(import.meta.dirname, name)),
]);

function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('base64url');
}
