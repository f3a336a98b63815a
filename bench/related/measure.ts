import type { Corpus } from './corpus.ts';

/** How well a ranker finds what editors linked: means over all posts asked about, between 0 and 1. */
export interface Figures {
  readonly recall: number;
  readonly ndcg: number;
}

/** Related posts that a page shows. */
const shown = 7;

/**
 * Recall@7 (hits / the lesser of 7 and the relevant posts) and nDCG@7.
 *
 * @param rank gives the places of posts, the most related first
 */
export function measure({ relevant, hubs }: Corpus, rank: (place: number) => readonly number[]): Figures {
  let [recall, ndcg] = [0, 0];
  for (const [place, others] of relevant) {
    const answers = rank(place)
      .filter((other) => !hubs.has(other))
      .slice(0, shown);
    const most = Math.min(shown, others.size);
    const gains = answers.map((other, index) => (others.has(other) ? gain(index) : 0));
    recall += gains.filter((one) => one > 0).length / most;
    ndcg += sum(gains) / sum(Array.from({ length: most }, (_, index) => gain(index)));
  }
  return { recall: recall / relevant.size, ndcg: ndcg / relevant.size };
}

const gain = (index: number): number => 1 / Math.log2(index + 2);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
