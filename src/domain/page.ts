import { DomainError } from './errors.ts';
import { PAGE_DEFAULT, PAGE_MAX } from './limits.ts';

/** The four arguments of a connection, as a client gives them. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

/** One page of a list: `size` items from its start, or from its end when `backward`, between two cursors. */
export interface PageRequest {
  readonly size: number;
  readonly backward: boolean;
  readonly after: string | null;
  readonly before: string | null;
}

/**
 * Reads the arguments of a connection (GraphQL Cursor Connections, "Pagination algorithm"), but refuses
 * what that leaves open: a size is never cut silently.
 *
 * @throws DomainError BAD_PAGE_SIZE unless at most one of `first` and `last` is given, from 1 to 100
 */
export function readPage(args: PageArguments): PageRequest {
  const { first, last } = args;
  if (first != null && last != null) throw badSize('Give first or last, not both.');
  const size = first ?? last ?? PAGE_DEFAULT;
  if (size < 1 || size > PAGE_MAX) {
    throw badSize(`${last == null ? 'first' : 'last'} is ${size}; it must be from 1 to ${PAGE_MAX}.`);
  }
  return { size, backward: last != null, after: args.after ?? null, before: args.before ?? null };
}

/** How many items a connection can bring, to price it: never an error, and never more than a page holds. */
export function pageCost(args: PageArguments): number {
  return Math.min(Math.max(args.first ?? args.last ?? PAGE_DEFAULT, 1), PAGE_MAX);
}

function badSize(message: string): DomainError {
  return new DomainError('BAD_PAGE_SIZE', message);
}
