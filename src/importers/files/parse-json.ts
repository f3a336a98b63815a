import { InputError } from '../blog-reader.ts';
import { withoutBadEscapes } from '../text/json-escapes.ts';
import { jsonErrorAt } from './json-error.ts';

/**
 * A JSON text as a value.
 *
 * @throws {InputError} with line and column when it is none; nothing of the text is in the message, which
 * may be a key or a password
 */
export function parseJson(text: string, file: string): unknown {
  if (text.trim() === '') throw new InputError(`${file} is empty. Export it again.`);
  try {
    return JSON.parse(withoutBadEscapes(text));
  } catch {
    const { line, column, what } = jsonErrorAt(text);
    throw new InputError(
      `${file} is no JSON: line ${line}, column ${column}: ${what}. The file may be cut off or have been edited; export it again.`,
    );
  }
}
