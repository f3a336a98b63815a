/**
 * Folds a title or name for ordering: no case, no accents, white space as one blank. Stored beside the
 * text and compared bytewise, so that an order is the same on every database, whatever its collation.
 */
export function sortKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}
