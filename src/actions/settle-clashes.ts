import type { Problem } from '../domain/blog-record.ts';

/** A record that wants an address which another entity holds and keeps. */
export interface Clash<R> {
  readonly record: R;
  /** Such as "path /a". */
  readonly address: string;
}

/** What is stored of a kind, and the addresses that each of it holds. */
export interface Held<S> {
  readonly rows: ReadonlyMap<string, S>;
  readonly addresses: (row: S) => readonly string[];
}

/**
 * Parts records that may be written from those that may not. What is written or removed makes room for the
 * others, so two may change places; a refused record leaves what is stored of it where it was, which may
 * be in the way of the next one.
 *
 * @param stored everything stored, by id
 * @param leaving ids of what is removed
 */
export function settleClashes<R, S, C extends { readonly record: R; readonly id: string }>(
  all: readonly C[],
  addresses: (record: R) => readonly string[],
  stored: Held<S>,
  leaving: readonly string[],
): { readonly claims: readonly C[]; readonly clashes: readonly Clash<R>[] } {
  const clashes: Clash<R>[] = [];
  let claims = all;
  for (;;) {
    const moving = new Set(claims.map((claim) => claim.id));
    for (const id of leaving) moving.add(id);
    const held = new Set<string>();
    for (const [id, row] of stored.rows)
      if (!moving.has(id)) for (const address of stored.addresses(row)) held.add(address);
    if (held.size === 0) return { claims, clashes };
    const before = claims.length;
    claims = claims.filter(({ record }) => {
      const address = addresses(record).find((name) => held.has(name));
      if (address !== undefined) clashes.push({ record, address });
      return address === undefined;
    });
    if (claims.length === before) return { claims, clashes };
  }
}

/** Tells the author of a record that was refused for its address. */
export function clashProblem(file: string, address: string): Problem {
  return {
    severity: 'error',
    file,
    line: null,
    what: `its ${address} is taken`,
    why: 'Something stored from elsewhere, or from a file that is gone or did not go in, holds it.',
    todo: 'Give it another one, or import with --prune if the other file is gone for good.',
  };
}
