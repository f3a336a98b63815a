import type { Json } from '../../domain/blog-record.ts';

/** An object of JSON values. */
export interface JsonObject {
  [key: string]: Json;
}

/** Deeper than any front matter is; what lies below is refused. */
const maxDepth = 20;

/** Names that would reach an object's prototype. */
const refusedKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** What a parser gave, as plain JSON. */
export interface PlainJson {
  readonly value: Json;
  /** Keys that were refused, each once. */
  readonly refused: readonly string[];
}

/**
 * Makes plain JSON of what a YAML, TOML or JSON parser gave: dates become their text, keys that reach
 * the prototype are refused.
 *
 * @throws {Error} when values are nested more than 20 deep
 */
export function plainJson(value: unknown): PlainJson {
  const refused = new Set<string>();
  const convert = (from: unknown, depth: number): Json => {
    if (depth > maxDepth) throw new Error(`values are nested more than ${maxDepth} deep`);
    if (Array.isArray(from)) return from.map((item) => convert(item, depth + 1));
    if (typeof from !== 'object' || from === null || from instanceof Date) return plainScalar(from);
    const entries: [string, Json][] = [];
    for (const [key, item] of Object.entries(from)) {
      if (refusedKeys.has(key)) refused.add(key);
      else entries.push([key, convert(item, depth + 1)]);
    }
    return Object.fromEntries(entries);
  };
  return { value: convert(value, 0), refused: [...refused] };
}

function plainScalar(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return value.toString();
  // smol-toml's dates print themselves as they were written, without a zone where there was none.
  return value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : null;
}

/** A value that is an object, or null. */
export function asObject(value: Json | undefined): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
}
