import { ProblemTally } from '../problem-tally.ts';
import type { ProblemSort } from '../problem-tally.ts';
import { ownCanonical } from '../foreign/common-sorts.ts';

const published = 'Only what everybody could read is published here; as a draft it shows to editors alone.';

/** What is told once for all posts that it is true of, with their number. */
export const sorts = {
  draft: {
    severity: 'suggest',
    what: ['post is a draft', 'posts are drafts'],
    why: 'It was one in Ghost too.',
    todo: 'Publish it in the blog that is imported, and import again, when it is ready.',
  },
  members: {
    severity: 'warn',
    what: ['post was for members only', 'posts were for members only'],
    why: published,
    todo: 'Make it public in Ghost and export again, where everybody may read it.',
  },
  paid: {
    severity: 'warn',
    what: ['post was for paying members only', 'posts were for paying members only'],
    why: published,
    todo: 'Make it public in Ghost and export again, where everybody may read it.',
  },
  tiers: {
    severity: 'warn',
    what: ['post was for certain members only', 'posts were for certain members only'],
    why: published,
    todo: 'Make it public in Ghost and export again, where everybody may read it.',
  },
  mail: {
    severity: 'warn',
    what: [
      'post was sent as a mail and never stood on the site',
      'posts were sent as mails and never stood on the site',
    ],
    why: published,
    todo: 'Publish it in Ghost and export again, where everybody may read it.',
  },
  status: {
    severity: 'warn',
    what: ['post has a status that is not known', 'posts have a status that is not known'],
    why: published,
    todo: 'Look at it in Ghost: published, draft, scheduled and sent are known.',
  },
  'no-date': {
    severity: 'warn',
    what: [
      'post is to be published at a time that is not said',
      'posts are to be published at a time that is not said',
    ],
    why: 'It came in as a draft.',
    todo: 'Give it a time in Ghost and export again.',
  },
  'bad-date': {
    severity: 'warn',
    what: ['post has a date that is none', 'posts have a date that is none'],
    why: 'The date was left out.',
    todo: 'Look at its published_at and updated_at in the export.',
  },
  'code-injection': {
    severity: 'warn',
    what: [
      'post or tag has code of its own (code injection)',
      'posts or tags have code of their own (code injection)',
    ],
    why: 'Scripts and styles of a post run nowhere here; they were left out.',
    todo: 'Bring to the site’s own templates what of it is still needed.',
  },
  'no-author': {
    severity: 'warn',
    what: [
      'post names an author whom the export does not hold',
      'posts name an author whom the export does not hold',
    ],
    why: 'It came in without this author.',
    todo: 'Export again with all staff in it, or name the author afterwards.',
  },
  'no-tag': {
    severity: 'warn',
    what: [
      'post names a tag that the export does not hold',
      'posts name a tag that the export does not hold',
    ],
    why: 'It came in without this tag.',
    todo: 'Export again with all tags in it.',
  },
  'own-canonical': ownCanonical,
  'other-source': {
    severity: 'warn',
    what: [
      'post could not be read as its editor stored it',
      'posts could not be read as their editor stored them',
    ],
    why: 'Its text was taken from the HTML or the plain text beside it.',
    todo: 'Open and save it in Ghost, and export again.',
  },
  'card-mail': {
    severity: 'warn',
    what: [
      'card that was written for mails only was left out',
      'cards that were written for mails only were left out',
    ],
    why: 'It never showed on the site.',
    todo: 'Nothing, unless it is to show from now on.',
  },
  'card-form': {
    severity: 'warn',
    what: ['sign-up form or button was left out', 'sign-up forms or buttons were left out'],
    why: 'It is a part of Ghost and does nothing without it.',
    todo: 'Put a form of your own into the site, where one is wanted.',
  },
  'card-members': {
    severity: 'warn',
    what: ['card that only members saw was left out', 'cards that only members saw were left out'],
    why: 'Only what everybody could read is published here.',
    todo: 'Make it visible to everybody in Ghost and export again, where it is to come along.',
  },
  'card-live': {
    severity: 'warn',
    what: [
      'card that Ghost fills when it is shown was left out',
      'cards that Ghost fills when they are shown were left out',
    ],
    why: 'The export does not hold what it showed.',
    todo: 'Put a link in its place, where one is wanted.',
  },
  'card-unknown': {
    severity: 'warn',
    what: ['card is not known and was left out', 'cards are not known and were left out'],
    why: 'It has no HTML that could stand for it.',
    todo: 'Look at the post, and put text or a link in its place.',
  },
} as const satisfies Readonly<Record<string, ProblemSort>>;

export type SortName = keyof typeof sorts;

/** Counts what is true of many posts of Ghost's. */
export class Tally extends ProblemTally<SortName> {
  constructor() {
    super(sorts);
  }
}
