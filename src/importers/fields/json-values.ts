/**
 * Values of a JSON text that anybody may have written: every one of them may be of the wrong type.
 * `JSON.parse` gives "__proto__" as a plain key of its own, and only keys named in our code are read.
 */
export type JsonMap = Readonly<Record<string, unknown>>;

export function isMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The map, or an empty one. */
export function mapOf(value: unknown): JsonMap {
  return isMap(value) ? value : {};
}

/** The list, or an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Trimmed text, or null when there is none. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}

/** Text as it is written, "" for anything else. */
export function rawText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Yes and no, as databases give them: true, 1, "1". */
export function isTrue(value: unknown): boolean {
  return value === true || value === 1 || value === '1' || value === 'true';
}

/** A number of pixels. */
export function pixelsOf(value: unknown): number | null {
  const number = typeof value === 'string' ? Number.parseInt(value, 10) : value;
  return typeof number === 'number' && number >= 1 && number <= 100_000 ? Math.round(number) : null;
}

/** An id: a number, or the letters and digits of a key. Null for what is none. */
export function idOf(value: unknown): string | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? String(value) : null;
  return typeof value === 'string' && /^[\da-z][\w-]{0,63}$/i.test(value) ? value : null;
}
