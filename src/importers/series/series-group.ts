import type { SeriesPartRecord, SeriesRecord } from '../../domain/blog-record.ts';
import { expandPermalink } from '../../domain/permalink.ts';
import { slugify } from '../../domain/slug.ts';
import type { ProblemList } from '../problem-list.ts';
import { placeParts } from './place-parts.ts';
import type { SeriesMember } from './place-parts.ts';
import { seriesByTitle } from './series-by-title.ts';
import type { TitledPost } from './series-by-title.ts';

/** A series of one language before its parts have their places. */
export interface SeriesGroup {
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  /** How many parts it is to have; null: not said. */
  readonly total: number | null;
  readonly members: readonly SeriesMember[];
}

/** Series that nobody declared and titles show. Posts named in `taken` already belong to one. */
export function titleGroups(posts: readonly TitledPost[], taken: ReadonlySet<string>): SeriesGroup[] {
  return seriesByTitle(posts, taken).map(({ title, language, plannedTotal, parts }) => ({
    slug: slugify(title),
    title,
    language,
    total: plannedTotal,
    members: parts.map(({ post, number, title: part }) => ({
      post: post.key,
      number,
      title: part,
      date: post.date,
    })),
  }));
}

/** What a record of a series has beside its group. */
export interface SeriesExtras {
  readonly announced: readonly SeriesPartRecord[];
  readonly description: string | null;
  readonly declared: boolean;
  readonly pattern: string;
  readonly problems: ProblemList;
}

/** A series as a record, named by its slug; posts that could not have the part they gave themselves are told. */
export function seriesRecord(
  { slug, title, language, total, members }: SeriesGroup,
  { announced, description, declared, pattern, problems }: SeriesExtras,
): SeriesRecord {
  const { parts, moved } = placeParts(announced, members);
  for (const { post, wanted, position } of moved) {
    const why = `Part ${wanted} of "${title}" is another post; of two the older one keeps its place.`;
    problems.warn(post, null, {
      what: `stands as part ${position}`,
      why,
      todo: 'Give it a number of its own.',
    });
  }
  const last = parts.at(-1)?.position ?? 0;
  return {
    key: slug,
    slug,
    path: expandPermalink(pattern, { slug, title, language }),
    title,
    description,
    language,
    plannedTotal: total === null ? null : Math.max(total, last, 1),
    declared,
    parts,
  };
}
