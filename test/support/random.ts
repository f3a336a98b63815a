/** Chance that is the same in every run: a linear congruential generator (Numerical Recipes). */
export function randomness(seed: number) {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return {
    /** A whole number from 0 to `limit` - 1. */
    below,
    chance: (probability: number): boolean => below(1_000_000) < probability * 1_000_000,
    /** One of some. */
    one: <T>(items: readonly T[]): T => items[below(items.length)]!,
    /** Some of some, in another order. */
    some: <T>(items: readonly T[], count: number): T[] => {
      const rest = [...items];
      return Array.from(
        { length: Math.min(count, rest.length) },
        () => rest.splice(below(rest.length), 1)[0]!,
      );
    },
  };
}

export type Randomness = ReturnType<typeof randomness>;
