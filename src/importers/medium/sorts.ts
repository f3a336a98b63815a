import type { ProblemSort } from '../problem-tally.ts';

/** What is told once for all files that it is true of, with their number. */
export const sorts = {
  draft: {
    severity: 'suggest',
    what: ['post is a draft', 'posts are drafts'],
    why: 'It was not published on Medium either.',
    todo: 'Publish it there and export again, or publish it here.',
  },
  response: {
    severity: 'suggest',
    what: ["answer to somebody's text was left out", "answers to somebody's text were left out"],
    why: 'Medium exports what somebody wrote below the texts of others as posts too: short ones without a title.',
    todo: 'Give one that is a post a title on Medium, and export again.',
  },
} as const satisfies Readonly<Record<string, ProblemSort>>;
