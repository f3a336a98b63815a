/**
 * Failures that a caller can expect and act on. They know nothing of GraphQL or HTTP; the server shows
 * `code` as `extensions.code`, and docs/errors.md lists every code (a test compares both ways).
 */

/** Every code that an answer of ours may carry. */
export const errorCodes = {
  BAD_USER_INPUT: 'An argument has a value that is not allowed.',
  BAD_PAGE_SIZE: 'first or last is not between 1 and 100, or both were given.',
  BAD_CURSOR: 'A cursor was not made by this list in this order.',
  EMPTY_QUERY: 'A search query names no word to look for.',
  BAD_ID: 'A global id was not made by this API, or names another type.',
  BAD_REQUEST: 'The request is not one of GraphQL over HTTP; the message says why.',
  UNSUPPORTED_MEDIA_TYPE: 'A POST whose body is not JSON.',
  REQUEST_ENTITY_TOO_LARGE: 'The request body is larger than allowed.',
  GRAPHQL_PARSE_FAILED: 'The document has a syntax error.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  OPERATION_RESOLUTION_FAILURE: 'The document has several operations and operationName names none of them.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'A hash was sent in place of a document.',
  DOCUMENT_TOO_LARGE: 'The document has too many bytes or tokens.',
  DOCUMENT_TOO_DEEP: 'Fields are nested too deeply, fragments followed.',
  TOO_MANY_ALIASES: 'The document has too many aliases, fragments followed.',
  TOO_MANY_ROOT_FIELDS: 'The operation asks for too many fields of the query type.',
  TOO_MANY_DIRECTIVES: 'The document has too many directives, fragments followed.',
  TOO_MANY_OPERATIONS: 'The document has too many operations.',
  COST_LIMIT: 'The document asks for more than one request may cost; the message says how much.',
  RESPONSE_TOO_LARGE: 'The answer would have been too large to send.',
  REQUEST_TIMEOUT: 'The request took longer than allowed.',
  DATABASE_UNAVAILABLE: 'The database cannot be reached now; the same request may work in a moment.',
  INTERNAL_SERVER_ERROR: 'Something nobody foresaw; the log has it under the request id.',
} as const;

/** One of the documented codes. */
export type ErrorCode = keyof typeof errorCodes | (string & {});

/** Base of all expected failures. `message` is safe to show to anyone. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = new.target.name;
    this.code = code;
  }
}
