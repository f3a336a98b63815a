/**
 * How many parts a series has: as many as were announced, or as the highest part that shows, if that is more.
 *
 * @param plannedTotal as its authors said; null when they did not
 */
export function seriesTotal(plannedTotal: number | null, positions: readonly number[]): number {
  return Math.max(plannedTotal ?? 0, ...positions);
}
