import type { ProblemSort } from '../problem-tally.ts';

/** What is told once for all articles that it is true of, with their number. */
export const sorts = {
  draft: {
    severity: 'suggest',
    what: ['post is a draft', 'posts are drafts'],
    why: 'It was not published on DEV either.',
    todo: 'Publish it there and export again, or publish it here.',
  },
  'front-matter': {
    severity: 'warn',
    what: ['post has front matter that cannot be read', 'posts have front matter that cannot be read'],
    why: 'What it says of title, tags, series and cover is taken from beside the text, or not known.',
    todo: 'Mend the front matter on DEV and export again.',
  },
  series: {
    severity: 'warn',
    what: ['series has no name in the export', 'series have no name in the export'],
    why: 'DEV exports a number only, unless the front matter of a post names the series. It is called by its first post.',
    todo: 'Write "series: Name" in the front matter of a post of it, and export again.',
  },
} as const satisfies Readonly<Record<string, ProblemSort>>;

export type SortName = keyof typeof sorts;
