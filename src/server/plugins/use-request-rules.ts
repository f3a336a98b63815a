import { GraphQLError } from 'graphql';
import { hostileJson } from '../hostile-text.ts';
import { refuseDocument, refuseRequest } from '../refusal.ts';
import type { ServerPlugin } from '../server-plugin.ts';

/**
 * Refuses what is wrong with a request before its document is read: a hash in place of a document
 * (automatic persisted queries), an operation name that is no text, and hostile variables.
 */
export function useRequestRules(): ServerPlugin {
  return {
    onParams({ params: { query, variables, operationName, extensions } }) {
      if (typeof query !== 'string' && extensions?.persistedQuery !== undefined) {
        // HTTP 200 and this very code and message make Apollo's client send the document itself.
        const answer = { code: 'PERSISTED_QUERY_NOT_SUPPORTED', http: { status: 200 } };
        throw new GraphQLError('PersistedQueryNotSupported', { extensions: answer });
      }
      if (!isName(operationName)) {
        throw refuseRequest('BAD_REQUEST', 'operationName must be a string.', { status: 400 });
      }
      const problem = hostileJson(variables);
      if (problem !== null) {
        throw refuseDocument('BAD_USER_INPUT', `The variables are not allowed: ${problem}.`);
      }
    },
  };
}

/** Yoga looks at the type of everything but this. */
const isName = (name: unknown): boolean => name === undefined || name === null || typeof name === 'string';
