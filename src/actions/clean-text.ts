import type { Json } from '../domain/blog-record.ts';

/** Names that give an object another nature when a client copies it carelessly. */
const dangerousNames = new Set(['__proto__', 'constructor', 'prototype']);

/** Levels of nesting that are kept of metadata. */
const maxDepth = 20;

/** Without what PostgreSQL cannot store as text: NUL, and halves of surrogate pairs. */
export function cleanText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/**
 * A JSON value with clean text and without prototype names. Names are sorted, so that equal values are
 * equal as text; what is nested deeper than 20 levels becomes null.
 */
export function cleanJson(value: Json, depth = 0): Json {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= maxDepth) return null;
  if (Array.isArray(value)) return value.map((item) => cleanJson(item, depth + 1));
  return cleanObject(value, depth);
}

/** The same for an object. */
export function cleanObject(object: Readonly<Record<string, Json>>, depth = 0): Record<string, Json> {
  const entries = Object.entries(object)
    .filter(([name]) => !dangerousNames.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => [cleanText(name), cleanJson(value, depth + 1)] as const);
  return Object.fromEntries(entries);
}

/** An address that may stand in a link: http(s), mailto, or a path of the site. */
export function isSafeUrl(url: string): boolean {
  if (/^\/(?![/\\])/.test(url)) return true;
  return /^(?:https?:\/\/|mailto:)/i.test(url) && URL.canParse(url);
}
