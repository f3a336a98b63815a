/** A number that a list gives back beside a row, such as how many posts both have; null where it gives none. */
export function numberOf(row: unknown, name: string): number | null {
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, name) : null;
  return typeof value === 'number' ? value : null;
}
