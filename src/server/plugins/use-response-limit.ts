import { GraphQLError } from 'graphql';
import { isAsyncIterable } from 'graphql-yoga';
import type { ServerPlugin } from '../server-plugin.ts';

/** Gives an error in place of an answer that would be larger than the limit. */
export function useResponseLimit(maxBytes: number): ServerPlugin {
  const message = `The answer would be larger than ${maxBytes} bytes. Ask for fewer nodes or fields.`;
  const error = new GraphQLError(message, { extensions: { code: 'RESPONSE_TOO_LARGE' } });
  const refused = JSON.stringify({ data: null, errors: [error] });
  const stringify = (result: unknown): string => {
    const text = JSON.stringify(result);
    return Buffer.byteLength(text) > maxBytes ? refused : text;
  };
  return {
    onResultProcess({ result, ...hook }) {
      if (!Array.isArray(result) && !isAsyncIterable(result)) hook.setResult({ ...result, stringify });
    },
  };
}
