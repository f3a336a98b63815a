import { BodyError } from './body-error.ts';

/** Deeper than anybody nests lists; what lies below is an attack on the stack. */
const maxDepth = 50;
/** A book of a million words has fewer. */
const maxNodes = 500_000;
/** Characters of one body as the editor stored it; the longest posts have a few hundred thousand. */
const maxLength = 20_000_000;

/** Counts what of a body was walked, and stops where it is no text of a person any more. */
export class Budget {
  #nodes = 0;

  /** @throws {BodyError} too deep, or too many */
  spend(depth: number): void {
    if (depth > maxDepth) throw new BodyError(`its parts are nested more than ${maxDepth} deep`);
    if ((this.#nodes += 1) > maxNodes) throw new BodyError(`it has more than ${maxNodes} parts`);
  }
}

/**
 * What an editor stored, as JSON: mostly JSON in a text, and in some exports not in a text.
 *
 * @throws {BodyError} when it is no JSON, or too long
 */
export function parseStored(stored: unknown): unknown {
  if (typeof stored !== 'string') return stored;
  if (stored.length > maxLength)
    throw new BodyError(`it is longer than ${maxLength / 1e6} million characters`);
  try {
    const value: unknown = JSON.parse(stored);
    // Some tools encode it twice.
    return typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
  } catch (cause) {
    throw new BodyError('it is no JSON', { cause });
  }
}
