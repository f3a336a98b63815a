import { LineCounter, isMap, isScalar, parseDocument } from 'yaml';
import type { Document, ScalarTag, Tags } from 'yaml';
import { ParseError } from './parse-error.ts';

/** YAML as values, and what was odd about it. */
export interface ParsedYaml {
  readonly value: unknown;
  /** Top-level keys written twice, with the line of the second; the last one counts. */
  readonly repeated: readonly { readonly key: string; readonly line: number }[];
}

/** A blog's front matter names an anchor once or twice; a bomb needs thousands. */
const maxAliases = 50;

/** Scalars that stay text unless they print as they were written: 1.10, 007 and 0x1F are names. */
const cautiousNumbers = (tags: Tags): Tags =>
  tags.map((tag) => (typeof tag !== 'string' && isNumberTag(tag) ? { ...tag, resolve: cautious(tag) } : tag));

function isNumberTag(tag: Exclude<Tags[number], string>): tag is ScalarTag {
  return tag.tag === 'tag:yaml.org,2002:int' || tag.tag === 'tag:yaml.org,2002:float';
}

function cautious(tag: ScalarTag): ScalarTag['resolve'] {
  return (text, onError, options) => {
    const value = tag.resolve(text, onError, options);
    // yaml gives a float as a node that remembers its fraction.
    const number: unknown = isScalar(value) ? value.value : value;
    return typeof number === 'number' && String(number) !== text ? text : value;
  };
}

/**
 * Parses YAML 1.2 (dates stay text, "yes" and "no" too).
 *
 * @throws {ParseError} with the line, when it is no YAML
 */
export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    customTags: cautiousNumbers,
    uniqueKeys: false,
    merge: true,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const [error] = document.errors;
  if (error) throw new ParseError(error.message, lines.linePos(error.pos[0]).line);
  try {
    return { value: document.toJS({ maxAliasCount: maxAliases }), repeated: repeatedKeys(document, lines) };
  } catch (cause) {
    throw new ParseError(cause instanceof Error ? cause.message : String(cause), null, true);
  }
}

function repeatedKeys(document: Document, lines: LineCounter): ParsedYaml['repeated'] {
  if (!isMap(document.contents)) return [];
  const seen = new Set<string>();
  const repeated: { key: string; line: number }[] = [];
  for (const { key } of document.contents.items) {
    if (!isScalar(key) || typeof key.value !== 'string') continue;
    if (seen.has(key.value)) repeated.push({ key: key.value, line: lines.linePos(key.range?.[0] ?? 0).line });
    seen.add(key.value);
  }
  return repeated;
}
