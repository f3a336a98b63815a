/** Compares what we read with gofeed's expected JSON, value by value. */
import { parseFragment, serialize } from 'parse5';

export interface Difference {
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

export interface Comparison {
  /** Values compared. */
  readonly values: number;
  readonly differences: readonly Difference[];
}

/** Every value of either side; what is empty counts as absent. */
export function compareShapes(expected: unknown, actual: unknown): Comparison {
  const wanted = new Map(leaves(expected, ''));
  const found = new Map(leaves(actual, ''));
  const paths = [...new Set([...wanted.keys(), ...found.keys()])];
  const differences = paths
    .filter((path) => !sameText(wanted.get(path), found.get(path)))
    .map((path) => ({ path, expected: wanted.get(path), actual: found.get(path) }));
  return { values: paths.length, differences };
}

function leaves(value: unknown, path: string): [string, unknown][] {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value !== 'object') return [[path, value]];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, `${path}/${key}`));
}

/** Markup is compared as what it is, not as it is spelt. */
function sameText(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'string' || typeof b !== 'string') return false;
  if (!/[<&]/.test(a) && !/[<&]/.test(b)) return false;
  return normal(a) === normal(b);
}

function normal(markup: string): string {
  return serialize(parseFragment(markup)).replace(/\s+/g, ' ').trim();
}
