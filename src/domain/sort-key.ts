/** A letter can fold to 18, and an index entry of PostgreSQL holds about 2,700 bytes. */
const maxCharacters = 300;

/**
 * Folds a title or name for ordering: no case, no accents, white space as one blank. Stored beside the
 * text and compared bytewise, so that an order is the same on every database, whatever its collation.
 * Cut at 300 characters: what follows orders nothing.
 */
export function sortKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()
    .slice(0, maxCharacters)
    .toWellFormed();
}
