import type { Json } from '../../domain/blog-record.ts';

/** A value as trimmed text; null for nothing, lists and maps. */
export function asText(value: Json | undefined): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' ? null : text;
}

const trueWords = new Set(['true', 'yes', 'on', 'y', '1']);
const falseWords = new Set(['false', 'no', 'off', 'n', '0']);

/** A yes or no, also in YAML 1.1's words, which YAML 1.2 reads as text; null for anything else. */
export function asFlag(value: Json | undefined): boolean | null {
  if (typeof value === 'boolean') return value;
  const word = asText(value)?.toLowerCase() ?? '';
  if (trueWords.has(word)) return true;
  return falseWords.has(word) ? false : null;
}

/** A whole number from 1; null for anything else. */
export function asCount(value: Json | undefined): number | null {
  const text = asText(value);
  if (text === null || !/^\d{1,6}(?:\.0+)?$/.test(text)) return null;
  const count = Number.parseInt(text, 10);
  return count >= 1 ? count : null;
}

/** A list as it is, nothing as an empty one, anything else as a list of one. */
export function asList(value: Json | undefined): readonly Json[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null || value === '' ? [] : [value];
}

/** An absolute http(s) URL, with "https:" put before "//host"; null for any other text. */
export function asWebUrl(value: Json | undefined): string | null {
  const text = asText(value);
  if (text === null) return null;
  const url = URL.parse(text.startsWith('//') ? `https:${text}` : text);
  return url && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url.href : null;
}
