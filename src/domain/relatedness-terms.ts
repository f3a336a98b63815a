import { words } from './words.ts';

/** What a post says, as far as it tells what the post is about. All plain text. */
export interface PostText {
  readonly language: string;
  readonly title: string;
  /** Subtitle, description. */
  readonly lead: readonly string[];
  readonly headings: readonly string[];
  /** Names of tags and of categories. */
  readonly topics: readonly string[];
  readonly body: string;
}

/** How much a word counts by where it stands; in the body it counts 1. Headings stand in the body too. */
export interface FieldWeights {
  readonly title: number;
  readonly lead: number;
  readonly headings: number;
  readonly topics: number;
}

export const fieldWeights: FieldWeights = { title: 3, lead: 1, headings: 0.5, topics: 3 };

/** The terms of one post: words, and pairs of words that stand together. Parallel arrays, a term once. */
export interface CountedTerms {
  readonly terms: readonly string[];
  /** 32 bits of each term and its language: terms of two languages are never the same. */
  readonly hashes: Int32Array;
  /** How often it stands there, weighted by field. */
  readonly counts: Float32Array;
}

/** A post's subject shows in its first pages: what follows is not read, so that time has a bound. */
const bodyUnits = 200_000;

/** Counts the terms of a post. Linear in its length, and the same each time. */
export function countTerms(text: PostText, weights: FieldWeights = fieldWeights): CountedTerms {
  const counts = new Map<string, number>();
  const add = (field: string, weight: number): void => {
    if (weight > 0) addTerms(counts, field, weight);
  };
  add(text.title, weights.title);
  for (const lead of text.lead) add(lead, weights.lead);
  for (const heading of text.headings) add(heading, weights.headings);
  for (const topic of text.topics) add(topic, weights.topics);
  add(text.body.slice(0, bodyUnits), 1);
  const terms = [...counts.keys()];
  const seed = hashOf(text.language, 0);
  return {
    terms,
    hashes: Int32Array.from(terms, (term) => hashOf(term, seed)),
    counts: Float32Array.from(counts.values()),
  };
}

/** Two words joined by this are a pair. No word has it. */
const joint = ' ';

/** Whether a term is a pair of words. */
export function isPair(term: string): boolean {
  return term.includes(joint);
}

/** Pairs are of words with one character between them, so never across a comma or the end of a sentence. */
function addTerms(counts: Map<string, number>, field: string, weight: number): void {
  let before = '';
  let end = NaN;
  for (const word of words(field)) {
    const { text, start } = word;
    // A single letter says nothing; a single character of Chinese does.
    const says = text.length > 1 || text > '\u{2fff}';
    if (says) {
      counts.set(text, (counts.get(text) ?? 0) + weight);
      if (start === end + 1) {
        const pair = before + joint + text;
        counts.set(pair, (counts.get(pair) ?? 0) + weight);
      }
    }
    before = text;
    end = says ? word.end : NaN;
  }
}

/** FNV-1a over UTF-16 units, with the last mix of MurmurHash3, as a signed 32-bit number. */
function hashOf(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
