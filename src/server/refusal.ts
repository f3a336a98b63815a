import { GraphQLError } from 'graphql';
import type { errorCodes } from '../domain/errors.ts';

interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * An error for a document that will not run. Its status is 400 for clients that accept
 * `application/graphql-response+json` and 200 for `application/json` (GraphQL over HTTP, section 6.4).
 */
export function refuseDocument(code: keyof typeof errorCodes, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400, spec: true } } });
}

/** An error for a request that is wrong as HTTP, whatever it asks: the status is the same for everyone. */
export function refuseRequest(
  code: keyof typeof errorCodes,
  message: string,
  { status, headers = {} }: HttpAnswer,
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status, headers: { ...headers } } } });
}
