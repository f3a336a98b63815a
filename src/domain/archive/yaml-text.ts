/**
 * Writes values as YAML 1.2 that every parser reads alike: the same value always gives the same bytes, nothing
 * is folded, and what is not a plain word stands in double quotes, as JSON has it.
 */

/** What can be written: JSON, and dates, which stand without quotes. Undefined fields are left out. */
export type YamlValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | Date
  | readonly YamlValue[]
  | { readonly [name: string]: YamlValue };

/** A mapping as lines, names in their order; '' when nothing is in it. */
export function yamlText(value: { readonly [name: string]: YamlValue }): string {
  return mappingLines(value, '').join('\n') + '\n';
}

/** A list as lines, those of an item in one piece. */
export function* yamlList(items: readonly YamlValue[]): Generator<string> {
  if (items.length === 0) yield '[]\n';
  for (const item of items) yield listLines([item], '').join('\n') + '\n';
}

/** A date as front matter has it: whole seconds where it is whole. */
export function dateText(date: Date): string {
  return date.toISOString().replace('.000Z', 'Z');
}

/** Words that some parser takes for something else. */
const words = /^(?:y|n|yes|no|on|off|true|false|null|none|nan|inf|infinity)$/i;
/** Words, names and paths of the site; nothing here means anything to YAML. */
const plain = /^[\p{L}/][\p{L}\p{M}\p{N}_/.()'+-]*(?: [\p{L}\p{M}\p{N}_/.()'+-]+)*$/u;
/** Valid in JSON, and no text to a YAML parser, or a line's end to one. */
const odd = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

function scalar(text: string): string {
  if (plain.test(text) && !words.test(text)) return text;
  return JSON.stringify(text).replace(
    odd,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

/** A value that stands behind its name on one line; null for one that needs lines of its own. */
function inline(value: YamlValue): string | null {
  if (typeof value === 'string') return scalar(value);
  if (value === null || value === undefined) return 'null';
  if (value instanceof Date) return dateText(value);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return value.length === 0 ? '[]' : null;
  return Object.values(value).every((item) => item === undefined) ? '{}' : null;
}

function mappingLines(value: { readonly [name: string]: YamlValue }, indent: string): string[] {
  return Object.entries(value).flatMap(([name, item]) =>
    item === undefined ? [] : entryLines(name, item, indent),
  );
}

/** A name of more than 1,024 characters must be announced by "?". */
const longestName = 1000;

function entryLines(name: string, item: YamlValue, indent: string): string[] {
  const key = scalar(name);
  const opening = key.length > longestName ? [`${indent}? ${key}`, `${indent}:`] : [`${indent}${key}:`];
  return [...opening.slice(0, -1), ...behind(opening.at(-1) ?? '', item, indent)];
}

function listLines(items: readonly YamlValue[], indent: string): string[] {
  return items.flatMap((item) => {
    // The first name of a mapping stands behind the dash.
    const own = inline(item) === null && !isList(item) ? linesOf(item, `${indent}  `) : null;
    if (own?.[0]?.startsWith(`${indent}  ?`) === false)
      return [`${indent}- ${own[0].trimStart()}`, ...own.slice(1)];
    return behind(`${indent}-`, item, indent);
  });
}

function behind(opening: string, item: YamlValue, indent: string): string[] {
  const text = inline(item);
  return text === null ? [opening, ...linesOf(item, `${indent}  `)] : [`${opening} ${text}`];
}

function linesOf(value: YamlValue, indent: string): string[] {
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  return isList(value) ? listLines(value, indent) : mappingLines(value, indent);
}
