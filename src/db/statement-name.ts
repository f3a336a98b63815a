import { hash } from 'node:crypto';

/**
 * The name under which a connection prepares a statement once and keeps it. SQL of ours that begins with
 * a one-word comment, as in "/* tagsByPost *" + "/ SELECT …", gets one; everything else gets none.
 *
 * Only SQL of a fixed shape may carry the comment. A statement whose text depends on what a client asks
 * for would make endless names, each of which holds memory on every connection.
 *
 * @returns the word and a hash of the text, so that two texts under one word are two statements; under
 *   PostgreSQL's 63 bytes. Empty: no name.
 */
export function statementName(query: { readonly sql: string }): string {
  const word = /^\/\* (\w{1,40}) \*\//.exec(query.sql)?.[1];
  return word === undefined ? '' : `${word}_${hash('sha256', query.sql).slice(0, 16)}`;
}
