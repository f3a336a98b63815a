/**
 * The fields that say something: nulls, false flags and empty lists go, and so do empty objects. An empty text
 * stays: it is another answer than none.
 */
export function filled(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));
}

/** The same; null when nothing is left. */
export function filledOrNull(fields: Readonly<Record<string, unknown>>): Record<string, unknown> | null {
  const kept = filled(fields);
  return Object.keys(kept).length === 0 ? null : kept;
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && !(value instanceof Date) && Object.keys(value).length === 0;
}
