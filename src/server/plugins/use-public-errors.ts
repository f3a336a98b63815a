import { isAsyncIterable } from 'graphql-yoga';
import type { GraphQLError } from 'graphql';
import type { Log } from '../log.ts';
import { publicError } from '../public-error.ts';
import type { RequestState } from '../request-state.ts';
import type { ServerPlugin } from '../server-plugin.ts';

interface Options {
  readonly log: Log;
  /** At most this many errors go back. */
  readonly maxErrors: number;
  /** Whether "Did you mean" may stay. */
  readonly hints: boolean;
}

/**
 * The one way out for errors: codes, masking, their number. Yoga's own masking is off, because it knows
 * neither the request id nor our codes.
 */
export function usePublicErrors({ log, maxErrors, hints }: Options): ServerPlugin {
  const restate = (errors: readonly GraphQLError[], state: RequestState, data: unknown): GraphQLError[] => {
    const { requestId } = state;
    const shown = errors.slice(0, maxErrors).map((error) => publicError(error, { requestId, hints, data }));
    for (const { unexpected } of shown) {
      if (unexpected !== undefined) log.error({ err: unexpected, requestId }, 'unexpected error');
    }
    state.codes = [...new Set(shown.map(({ error }) => String(error.extensions.code)))];
    return shown.map(({ error }) => error);
  };
  return {
    onResultProcess({ result, serverContext, ...hook }) {
      if (Array.isArray(result) || isAsyncIterable(result) || !result.errors?.length) return;
      hook.setResult({ ...result, errors: restate(result.errors, serverContext, result.data) });
    },
  };
}
