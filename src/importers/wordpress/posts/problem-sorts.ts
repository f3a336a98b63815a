import { ProblemTally } from '../../problem-tally.ts';
import type { ProblemSort } from '../../problem-tally.ts';
import { ownCanonical } from '../../foreign/common-sorts.ts';

const published = 'Only what everybody could read is published here; as a draft it shows to editors alone.';

/** What is told once for all posts that it is true of, with their number. */
const sorts = {
  draft: {
    severity: 'suggest',
    what: ['post is a draft', 'posts are drafts'],
    why: 'It was one in WordPress too.',
    todo: 'Publish it there, and import the next export, when it is ready.',
  },
  pending: {
    severity: 'warn',
    what: ['post waits for review and came in as a draft', 'posts wait for review and came in as drafts'],
    why: published,
    todo: 'Publish it in WordPress, and import the next export, when it is ready.',
  },
  private: {
    severity: 'warn',
    what: ['private post came in as a draft', 'private posts came in as drafts'],
    why: published,
    todo: 'Make it public in WordPress and export again, where everybody may read it.',
  },
  protected: {
    severity: 'warn',
    what: [
      'post that a password protects came in as a draft',
      'posts that a password protects came in as drafts',
    ],
    why: `${published} The password is not kept.`,
    todo: 'Make it public in WordPress and export again, where everybody may read it.',
  },
  status: {
    severity: 'warn',
    what: [
      'post of a status that is not known came in as a draft',
      'posts of a status that is not known came in as drafts',
    ],
    why: published,
    todo: 'Look at it: publish, future, draft, pending and private are known.',
  },
  'no-date': {
    severity: 'warn',
    what: [
      'post is to be published at a time that is not said, and came in as a draft',
      'posts are to be published at a time that is not said, and came in as drafts',
    ],
    why: 'Without its time it would be public at once.',
    todo: 'Give it a time in WordPress and export again.',
  },
  'own-canonical': ownCanonical,
  'no-image': {
    severity: 'warn',
    what: [
      'post has a featured image that the export does not hold',
      'posts have a featured image that the export does not hold',
    ],
    why: 'It came in without this image: the export was made of posts only.',
    todo: 'Export “All content”, or import the export of “Media” as a second file with it.',
  },
  taxonomy: {
    severity: 'suggest',
    what: [
      'post is filed in a taxonomy of the site’s own',
      'posts are filed in a taxonomy of the site’s own',
    ],
    why: 'It is neither a category, a tag nor a series; its terms went into metadata.taxonomies.',
    todo: 'Nothing; to have them as tags, make tags of them in WordPress (“Taxonomy Switcher”).',
  },
  part: {
    severity: 'warn',
    what: [
      'post has a shortcode or block that is not known',
      'posts have a shortcode or block that is not known',
    ],
    why: 'A plugin fills it when a page is shown: it was left out, but for the text in it.',
    todo: 'Look at the post, and put text or a link in its place where something is missing.',
  },
  missing: {
    severity: 'warn',
    what: [
      'post shows something that the export does not hold',
      'posts show something that the export does not hold',
    ],
    why: 'It was deleted, or the export was made of posts only: there is nothing in its place.',
    todo: 'Export “All content”, or import the export of “Media” as a second file with it.',
  },
  'other-type': {
    severity: 'suggest',
    what: [
      'item of a type of the site’s own was left out',
      'items of a type of the site’s own were left out',
    ],
    why: 'Only posts are imported, and pages with --pages.',
    todo: 'Nothing, unless they are posts: then make posts of them in WordPress (“Post Type Switcher”).',
  },
} as const satisfies Readonly<Record<string, ProblemSort>>;

export type SortName = keyof typeof sorts;

/** Counts what is true of many posts of WordPress's. */
export class Tally extends ProblemTally<SortName> {
  readonly #read = new Map<string, Set<number>>();

  constructor() {
    super(sorts);
  }

  /**
   * A shortcode or block that is not known, or something that is missing, once for each post: a body is read
   * twice.
   *
   * @param post tells posts apart
   */
  addPart(sort: 'part' | 'missing', mark: string, name: string, post: number): void {
    const posts = this.#read.get(mark) ?? new Set();
    if (!posts.has(post)) this.add(sort, name, mark.slice(0, 60));
    this.#read.set(mark, posts.add(post));
  }
}
