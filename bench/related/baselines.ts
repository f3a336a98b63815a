import type { Corpus } from './corpus.ts';

type Rank = (place: number) => readonly number[];

/** Words that textbooks leave out of English. */
const stopWords = new Set(
  (
    'a about above after again against all also am an and any are as at be because been before being below between both ' +
    'but by can could did do does doing down during each few for from further had has have having he her here hers him his ' +
    'how i if in into is it its itself just me more most my no nor not now of off on once only or other our ours out over ' +
    'own same she should so some such than that the their theirs them then there these they this those through to too under ' +
    'until up very was we were what when where which while who whom why will with would you your yours'
  ).split(' '),
);

/** TF-IDF cosine: title five times, tags four times, body once. */
export function tfIdf({ posts }: Corpus): Rank {
  const counts = posts.map(({ record, text }) => {
    const words = new Map<string, number>();
    const add = (field: string, weight: number): void => {
      for (const word of field.toLowerCase().match(/[a-z0-9]{2,}/g) ?? [])
        if (!stopWords.has(word)) words.set(word, (words.get(word) ?? 0) + weight);
    };
    add(record.title, 5);
    add(record.tags.join(' '), 4);
    add(text, 1);
    return words;
  });
  const found = new Map<string, number>();
  for (const words of counts) for (const word of words.keys()) found.set(word, (found.get(word) ?? 0) + 1);
  const vectors = counts.map((words) => {
    const weighed = [...words].map(([word, count]): [string, number] => [
      word,
      (1 + Math.log(count)) * Math.log(1 + posts.length / (found.get(word) ?? 1)),
    ]);
    const length = Math.hypot(...weighed.map(([, weight]) => weight)) || 1;
    return new Map(weighed.map(([word, weight]) => [word, weight / length]));
  });
  const holders = new Map<string, [number, number][]>();
  for (const [place, vector] of vectors.entries()) {
    for (const [word, weight] of vector) {
      const known = holders.get(word);
      if (known === undefined) holders.set(word, [[place, weight]]);
      else known.push([place, weight]);
    }
  }
  return (place) => {
    const sums = posts.map(() => 0);
    for (const [word, weight] of vectors[place] ?? [])
      for (const [other, its] of holders.get(word) ?? []) sums[other]! += weight * its;
    return ranker(posts.length, (_, other) => sums[other] ?? 0)(place);
  };
}

/** Shared tags by the share of all their tags (Jaccard), the newer first among equals. */
export function sharedTags({ posts }: Corpus): Rank {
  const tags = posts.map(({ record }) => new Set(record.tags));
  const age = posts.map(({ record }) => record.publishedAt?.getTime() ?? 0);
  const rank = ranker(posts.length, (a, b) => {
    const [left, right] = [tags[a] ?? new Set<string>(), tags[b] ?? new Set<string>()];
    const common = [...left].filter((tag) => right.has(tag)).length;
    return common === 0 ? 0 : common / new Set([...left, ...right]).size + (age[b] ?? 0) / 1e18;
  });
  return rank;
}

function ranker(size: number, score: (a: number, b: number) => number): Rank {
  return (place) =>
    Array.from({ length: size }, (_, other) => ({ other, score: other === place ? 0 : score(place, other) }))
      .filter((one) => one.score > 0)
      .sort((a, b) => b.score - a.score || a.other - b.other)
      .map(({ other }) => other);
}
