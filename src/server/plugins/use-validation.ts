import { validate } from 'graphql';
import { refuseDocument } from '../refusal.ts';
import type { ServerPlugin, ValidateHook } from '../server-plugin.ts';

interface Options {
  readonly maxErrors: number;
  /** Whether errors may say "Did you mean …", which tells of names one by one. */
  readonly hints: boolean;
}

/** What graphql-js says when it has compared too many fields of one name, which takes quadratic time. */
const gaveUp = 'Validation aborted.';

/** Validates as graphql-js does, and stops once there is enough to say. */
export function useValidation({ maxErrors, hints }: Options): ServerPlugin {
  return {
    onValidate({ setValidationFn }: ValidateHook) {
      setValidationFn((schema, document, rules) => {
        const errors = validate(schema, document, rules, { maxErrors, hideSuggestions: !hints });
        if (!errors.some(({ message }) => message === gaveUp)) return errors;
        return [refuseDocument('DOCUMENT_TOO_LARGE', 'The document asks for the same fields too often.')];
      });
    },
  };
}
