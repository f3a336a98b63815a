import { parseDate } from '../markdown/fields/dates.ts';
import { listOf, mapOf, textOf, type JsonMap } from './json-values.ts';

/** The value at a path of keys: "coverImage.url" is the key url in the map coverImage. */
export function valueAt(row: JsonMap, path: string): unknown {
  let value: unknown = row;
  for (const key of path.split('.')) {
    const map = mapOf(value);
    value = Object.hasOwn(map, key) ? map[key] : undefined;
  }
  return value;
}

/** The first text at one of the paths; null when there is none. */
export function textAt(row: JsonMap, ...paths: readonly string[]): string | null {
  for (const path of paths) {
    const text = textOf(valueAt(row, path));
    if (text !== null) return text;
  }
  return null;
}

/** The first date at one of the paths; null when there is none. */
export function dateAt(row: JsonMap, ...paths: readonly string[]): Date | null {
  for (const path of paths) {
    const value = valueAt(row, path);
    const date = typeof value === 'string' || typeof value === 'number' ? parseDate(value) : null;
    if (date !== null) return date;
  }
  return null;
}

/** Names in a list of texts or in one text parted at commas. */
export function namesAt(row: JsonMap, path: string): readonly string[] {
  const value = valueAt(row, path);
  const names = typeof value === 'string' ? value.split(',') : listOf(value);
  return names.flatMap((name) => textOf(name)?.replace(/^#(?=\S)/, '') ?? []);
}
