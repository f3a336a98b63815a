import type { ProblemSort } from '../problem-tally.ts';

/** What is told once for all posts that it is true of, with their number. */
export const sorts = {
  draft: {
    severity: 'suggest',
    what: ['post is a draft', 'posts are drafts'],
    why: 'It was not published on Hashnode either.',
    todo: 'Publish it there and export again, or publish it here.',
  },
  status: {
    severity: 'warn',
    what: ['post has a status that is not known', 'posts have a status that is not known'],
    why: 'Only what everybody could read is published here; as a draft it shows to editors alone.',
    todo: 'Look at it on Hashnode: published, scheduled and draft are known.',
  },
  delisted: {
    severity: 'warn',
    what: ['post is not listed on Hashnode', 'posts are not listed on Hashnode'],
    why: 'It was shown in no list there, so it is a draft here.',
    todo: 'Publish it here, where everybody may find it.',
  },
  inactive: {
    severity: 'warn',
    what: ['post was removed on Hashnode', 'posts were removed on Hashnode'],
    why: 'The export still holds it; here it is a draft.',
    todo: 'Remove it, or publish it where it is wanted again.',
  },
  tags: {
    severity: 'warn',
    what: ['post names tags by number only', 'posts name tags by number only'],
    why: 'The export does not say what these tags are called; they were left out.',
    todo: 'Bring the backup on GitHub (Markdown) instead: it has the names.',
  },
  author: {
    severity: 'warn',
    what: ['post names its author by number only', 'posts name their author by number only'],
    why: 'The export does not say who that is; the post has no author here.',
    todo: 'Name the author afterwards.',
  },
  series: {
    severity: 'warn',
    what: ['series has no name in the export', 'series have no name in the export'],
    why: 'Posts name it by number only. It is called by its first post.',
    todo: 'Give it its name afterwards.',
  },
} as const satisfies Readonly<Record<string, ProblemSort>>;

export type SortName = keyof typeof sorts;
