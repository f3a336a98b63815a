import type { ProblemSort } from '../problem-tally.ts';

/** What exports of more than one system are told of. */
export const ownCanonical = {
  severity: 'suggest',
  what: ['post has a canonical address on its own site', 'posts have a canonical address on their own site'],
  why: 'It would lead to where the post stood before; posts have their new address without it.',
  todo: 'Nothing, unless the address meant another page.',
} as const satisfies ProblemSort;
