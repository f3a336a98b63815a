import { COST_PUBLIC } from './domain/limits.ts';
import type { ReadScope } from './loaders/scope.ts';

/** What resolvers know of their request, besides their arguments. */
export interface Context extends ReadScope {
  /** Names the request in logs and in masked errors. */
  readonly requestId: string;
  /** What its document may cost at most. */
  readonly costLimit: number;
}

/** Makes the context of one request. Never reuse one: what was read for it is remembered with it. */
export function createContext(
  request: ReadScope & { readonly requestId: string; readonly costLimit?: number },
): Context {
  return { costLimit: COST_PUBLIC, ...request };
}
