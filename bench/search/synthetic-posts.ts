import { createHash } from 'node:crypto';
import type { SearchSource } from '../../src/actions/search-texts.ts';

/** Different words; the r-th is said in proportion to 1 / (r + 50) (Zipf and Mandelbrot): the first on 60 posts of 100. */
const vocabularySize = 200_000;
const flattening = 50;

const syllables = 'ka lo mi re tu sa ne po di ga zu fe ho wa ry bo chi da el or'.split(' ');

/** A made-up word, the same for the same rank, that no stemmer thinks a stop word. */
export function wordOf(rank: number): string {
  const letters: string[] = [];
  // Spread, so that frequent words do not all begin alike.
  for (
    let rest = (rank * 7919 + 8000) % 3_200_000;
    letters.length < 3 || rest > 0;
    rest = Math.floor(rest / 20)
  ) {
    letters.push(syllables[rest % 20] ?? '');
  }
  return `${letters.join('')}m`;
}

const tags = Array.from({ length: 300 }, (_, index) => named(`tag-${index}`, wordOf(index * 37)));
const authors = Array.from({ length: 80 }, (_, index) =>
  named(`author-${index}`, `${wordOf(index)} ${wordOf(index + 9000)}`),
);
const categories = Array.from({ length: 20 }, (_, index) => {
  const { id, slug, name } = named(`category-${index}`, wordOf(index * 11));
  return { id, slug, name, treePath: slug, own: true };
});

function named(slug: string, name: string) {
  return { id: idOf(slug), slug, name };
}

function idOf(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(12, 16),
    hash.slice(16, 20),
    hash.slice(20, 32),
  ].join('-');
}

/** Posts of 300 to 800 words in three languages, over fifteen years; the same ones for the same seed. */
export function syntheticPosts(seed: number): () => SearchSource {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const sums = new Float64Array(vocabularySize);
  let sum = 0;
  for (let rank = 0; rank < vocabularySize; rank += 1) sums[rank] = sum += 1 / (rank + flattening);
  const rank = (): number => {
    const wanted = random() * sum;
    let [low, high] = [0, vocabularySize - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const say = (count: number): string => Array.from({ length: count }, () => wordOf(rank())).join(' ');
  const some = <T>(all: readonly T[], count: number): T[] => [
    ...new Set(Array.from({ length: count }, () => all[Math.floor(random() * random() * all.length)] as T)),
  ];
  let made = 0;
  return () => {
    made += 1;
    return {
      id: idOf(`post ${made}`),
      entityType: 'POST',
      kind: 'POST',
      status: 'PUBLISHED',
      language: random() < 0.7 ? 'en' : random() < 0.5 ? 'de' : 'fr',
      sortDate: new Date(1.2e12 + Math.floor(random() * 5e11)),
      dated: true,
      title: `${wordOf(Math.floor(random() * 60))} ${say(5)}`,
      headings: [null, say(12), say(4), say(4)],
      body: say(300 + Math.floor(random() * 500)),
      tags: some(tags, 3),
      categories: some(categories, 1),
      authors: some(authors, 1),
    };
  };
}
