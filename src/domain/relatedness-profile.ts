import { isPair } from './relatedness-terms.ts';
import type { CountedTerms } from './relatedness-terms.ts';
import type { TermCounts } from './relatedness-statistics.ts';

/** How terms are weighed. */
export interface TermWeighing {
  /** Exponent of a term's count: the second mention says less than the first. */
  readonly count: number;
  /** Exponent of the inverse document frequency: above 1, rare terms count more than in plain TF-IDF. */
  readonly rarity: number;
  /** Of a pair of words, beside 1 for a word: the words themselves count already. */
  readonly pair: number;
  /** Share of the posts above which a term says nothing: a blog's own stop words, in any language. */
  readonly frequent: number;
}

export const termWeighing: TermWeighing = { count: 0.75, rarity: 1.5, pair: 0.7, frequent: 0.3 };

/** What a post is about: its weightiest terms, by ascending hash. */
export interface Profile {
  readonly hashes: Int32Array;
  /** A vector of length 1. */
  readonly weights: Float32Array;
  /** The terms themselves; absent where memory counts. */
  readonly terms?: readonly string[];
}

interface Weighed {
  readonly hash: number;
  readonly term: string;
  readonly weight: number;
}

/**
 * Weighs the terms of a post: count ^ 0.75 x ln(posts / posts with it) ^ 1.5, and makes a vector of length
 * 1 of them. A term that no other post has is left out, and so is one that a large share of them has.
 *
 * @param posts in the post's language
 * @param size terms to keep at most
 */
export function profileOf(
  counted: CountedTerms,
  counts: TermCounts,
  posts: number,
  size = Infinity,
  weighing: TermWeighing = termWeighing,
): Profile {
  const most = Math.max(2, posts * weighing.frequent);
  const weighed: Weighed[] = [];
  for (const [index, term] of counted.terms.entries()) {
    const hash = counted.hashes[index] ?? 0;
    const found = counts.of(hash);
    if (found < 2 || found > most || found >= posts) continue;
    const rarity = Math.log(posts / found) ** weighing.rarity;
    const weight = (counted.counts[index] ?? 0) ** weighing.count * rarity;
    weighed.push({ hash, term, weight: isPair(term) ? weight * weighing.pair : weight });
  }
  return vectorOf(weightiest(weighed, size));
}

function weightiest(weighed: Weighed[], size: number): readonly Weighed[] {
  if (weighed.length <= size) return weighed;
  return weighed.sort((a, b) => b.weight - a.weight || a.hash - b.hash).slice(0, size);
}

function vectorOf(weighed: readonly Weighed[]): Profile {
  const kept = weighed.toSorted((a, b) => a.hash - b.hash);
  const length = Math.sqrt(kept.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
  return {
    hashes: Int32Array.from(kept, ({ hash }) => hash),
    weights: Float32Array.from(kept, ({ weight }) => weight / length),
    terms: kept.map(({ term }) => term),
  };
}

/** Calls back for each term of two profiles that is the same, with its place in both. */
function eachShared(a: Profile, b: Profile, found: (inA: number, inB: number) => void): void {
  for (let i = 0, j = 0; i < a.hashes.length && j < b.hashes.length;) {
    const [left, right] = [a.hashes[i] ?? 0, b.hashes[j] ?? 0];
    if (left === right) found(i, j);
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
}

/** How much two posts say the same: the cosine of their profiles, between 0 and 1. */
export function likeness(a: Profile, b: Profile): number {
  let sum = 0;
  eachShared(a, b, (i, j) => {
    sum += (a.weights[i] ?? 0) * (b.weights[j] ?? 0);
  });
  return sum;
}

/** A pair that says at least so much of what its words say is named in their place. */
const pairForWords = 0.4;

/**
 * The terms that say most of what two posts have in common, the strongest first; a pair that is shared
 * stands for its words, unless one of them is so frequent that it is no term itself.
 *
 * @param a a profile with its terms
 */
export function sharedTerms(a: Profile, b: Profile, most: number): string[] {
  const shared: SharedTerm[] = [];
  eachShared(a, b, (i, j) => {
    const term = a.terms?.[i];
    if (term !== undefined) shared.push({ term, share: (a.weights[i] ?? 0) * (b.weights[j] ?? 0) });
  });
  shared.sort((x, y) => y.share - x.share || (x.term < y.term ? -1 : 1));
  // So few are named that those far down need no looking at.
  const strongest = shared
    .slice(0, most * 5)
    .filter(({ term }) => !isPair(term) || term.split(' ').every((word) => termSet(a).has(word)));
  const named: string[] = [];
  for (const one of strongest) {
    if (named.length === most) break;
    const { term } = one;
    if (!isWithinPair(one, strongest) && !named.some((other) => isPart(other, term))) named.push(term);
  }
  return named;
}

/** Terms as sets, kept: a post shares terms with many. */
const termSets = new WeakMap<Profile, ReadonlySet<string>>();

function termSet(profile: Profile): ReadonlySet<string> {
  const known = termSets.get(profile) ?? new Set(profile.terms);
  termSets.set(profile, known);
  return known;
}

interface SharedTerm {
  readonly term: string;
  /** Its part of the likeness. */
  readonly share: number;
}

function isWithinPair({ term, share }: SharedTerm, others: readonly SharedTerm[]): boolean {
  return others.some(
    (pair) => pair.term !== term && isPart(pair.term, term) && pair.share >= share * pairForWords,
  );
}

/** Whether a term is a pair with this word in it. */
function isPart(pair: string, word: string): boolean {
  return isPair(pair) && pair.split(' ').includes(word);
}
