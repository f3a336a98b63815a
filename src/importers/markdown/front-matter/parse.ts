import { TomlError, parse as parseTomlText } from 'smol-toml';
import { indentQuotedValues, quoteOddValues, replaceTabs } from './mend-yaml.ts';
import { parseHeader } from './header.ts';
import { ParseError } from './parse-error.ts';
import type { FrontMatterFormat } from './split.ts';
import { recoverYaml } from './recover-yaml.ts';
import { parseYaml } from './yaml.ts';
import type { ParsedYaml } from './yaml.ts';

/** Values as a parser gave them, with how far the text had to be mended. */
export interface ParsedText extends ParsedYaml {
  /** What had to be done to read it, said to its author; null when it was well written. */
  readonly mended: { readonly why: string; readonly line: number | null } | null;
}

/** Front matter is a page at most; more is an attack or a mistake. A parser may take 10 µs a character. */
const maxFrontMatter = 100_000;

/** What is longer and broken is not worth a second attempt. */
const maxMended = 20_000;

/**
 * Parses front matter, or a data file of the same language. YAML that is broken in a way that other
 * tools accept is mended without a word; beyond that it is read line by line, and `mended` says so.
 *
 * @throws {ParseError} with the line, counted from 1 within the text
 */
export function parseText(
  format: FrontMatterFormat,
  text: string,
  maxCharacters = maxFrontMatter,
): ParsedText {
  if (text.length > maxCharacters) throw new ParseError(`is longer than ${maxCharacters} characters`, null);
  if (format === 'yaml') return parseLenientYaml(text);
  if (format === 'header') return { value: parseHeader(text), repeated: [], mended: null };
  return { value: format === 'toml' ? parseToml(text) : parseJson(text), repeated: [], mended: null };
}

function parseLenientYaml(text: string): ParsedText {
  const strict = attempt(text);
  if (!(strict instanceof ParseError)) return { ...strict, mended: null };
  if (strict.refused || text.length > maxMended) throw strict;
  const indented = replaceTabs(indentQuotedValues(text));
  const asOthers = attempt(indented);
  if (!(asOthers instanceof ParseError)) return { ...asOthers, mended: null };
  const quoted = attempt(quoteOddValues(indented));
  const { message, line } = strict;
  if (!(quoted instanceof ParseError)) return { ...quoted, mended: { why: message, line } };
  const recovered = recoverYaml(replaceTabs(text));
  if (!recovered) throw strict;
  const { value, unread } = recovered;
  const left = unread.length === 0 ? '' : `; ${unread.length} of its lines were left out`;
  return { value, repeated: [], mended: { why: message + left, line: unread[0] ?? line } };
}

function attempt(text: string): ParsedYaml | ParseError {
  try {
    return parseYaml(text);
  } catch (error) {
    if (error instanceof ParseError) return error;
    throw error;
  }
}

function parseToml(text: string): unknown {
  try {
    return parseTomlText(text, { integersAsBigInt: 'asNeeded' });
  } catch (error) {
    if (error instanceof TomlError) throw new ParseError(error.message.split('\n')[0] ?? '', error.line);
    throw new ParseError(error instanceof Error ? error.message : String(error), null);
  }
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    throw new ParseError(error instanceof Error ? error.message : String(error), null);
  }
}
