/**
 * Failures that a caller can expect and act on. They know nothing of GraphQL or HTTP; the server shows
 * `code` as `extensions.code`, and docs/errors.md lists every code (a test compares both ways).
 */

/** Every code that an answer of ours may carry. */
export const errorCodes = {
  BAD_USER_INPUT: 'An argument has a value that is not allowed.',
  BAD_PAGE_SIZE: 'first or last is not between 1 and 100, or both were given.',
  BAD_CURSOR: 'A cursor was not made by this list in this order.',
  BAD_ID: 'A global id was not made by this API, or names another type.',
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
