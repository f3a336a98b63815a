/**
 * How many letters must be typed, left out, replaced or swapped with their neighbour to make one word of
 * the other (optimal string alignment distance); more than `limit` is `limit + 1`.
 */
function editDistance(first: string, second: string, limit: number): number {
  const [a, b] = [Array.from(first), Array.from(second)];
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let above2: number[] = [];
  let above = b.map((_letter, index) => index);
  above.push(b.length);
  for (const [i, letter] of a.entries()) {
    const row = [i + 1];
    for (const [j, other] of b.entries()) {
      const replaced = at(above, j) + (letter === other ? 0 : 1);
      let least = Math.min(replaced, at(above, j + 1) + 1, at(row, j) + 1);
      if (i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === other) {
        least = Math.min(least, at(above2, j - 1) + 1);
      }
      row.push(least);
    }
    above2 = above;
    above = row;
  }
  return Math.min(at(above, b.length), limit + 1);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}

/** How far a misspelt word may be from what was meant: longer words hold more mistakes. */
function toleratedDistance(word: string): number {
  return word.length < 6 ? 1 : word.length < 10 ? 2 : 3;
}

/**
 * Of words like a misspelt one, the nearest; the first of several. Null when none is near enough.
 *
 * @param candidates the most alike first
 */
export function nearestWord(word: string, candidates: readonly string[]): string | null {
  const limit = toleratedDistance(word);
  let nearest: string | null = null;
  let least = limit + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate, limit);
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest;
}
