/** A list that may lie elsewhere than in memory; what is read of it is made anew. An array is one. */
export interface LongList<T> {
  readonly length: number;
  push(thing: T): unknown;
  at(index: number): T | undefined;
  /** Like `at`, but only to look at: typed arrays lie where the next one will, that is looked at so. */
  peek?(index: number): T | undefined;
}

/** To look at one of a list; another look overwrites it. */
export const glance = <T>(list: LongList<T>, index: number): T | undefined =>
  list.peek === undefined ? list.at(index) : list.peek(index);

/** Some things of a list, from a place on; fewer where it ends. */
export function part<T>(list: LongList<T>, start: number, size: number): T[] {
  const length = Math.max(Math.min(size, list.length - start), 0);
  return Array.from({ length }, (_, index) => list.at(start + index)).filter((thing) => thing !== undefined);
}
