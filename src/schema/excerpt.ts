import { builder } from '../builder.ts';
import { DomainError } from '../domain/errors.ts';
import { cutExcerpt } from '../domain/excerpt.ts';
import { EXCERPT_DEFAULT, EXCERPT_MAX } from '../domain/limits.ts';

/** What every excerpt takes. */
export const excerptArguments = builder.args((t) => ({
  length: t.int({
    defaultValue: EXCERPT_DEFAULT,
    required: true,
    description: `Characters at most, 1 to ${EXCERPT_MAX}; the sign that something was left out is one of them.`,
  }),
}));

/** @throws DomainError BAD_USER_INPUT */
export function readExcerpt(text: string, length: number, language: string): string {
  if (length < 1 || length > EXCERPT_MAX) {
    throw new DomainError('BAD_USER_INPUT', `length is ${length}; it must be from 1 to ${EXCERPT_MAX}.`);
  }
  return cutExcerpt(text, length, language);
}
