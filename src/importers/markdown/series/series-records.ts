import type { SeriesPartRecord, SeriesRecord } from '../../../domain/blog-record.ts';
import { slugify } from '../../../domain/slug.ts';
import type { ProblemList } from '../../problem-list.ts';
import { foldName } from '../../people/fold-name.ts';
import type { NamedPost, PostIndex } from '../posts/post-index.ts';
import { UniqueNames } from '../../text/unique-names.ts';
import type { DeclaredSeries } from './declared-series.ts';
import type { SeriesMember } from '../../series/place-parts.ts';
import { seriesRecord, titleGroups } from '../../series/series-group.ts';
import type { SeriesGroup } from '../../series/series-group.ts';
import type { TitledPost } from '../../series/series-by-title.ts';
import type { SeriesMention } from './series-mentions.ts';
import { partTitle } from '../../series/series-title.ts';

/** A post with the series it names. */
export interface SeriesPost extends TitledPost, NamedPost {
  readonly mentions: readonly SeriesMention[];
}

/** What the building of series needs of the blog. */
export interface SeriesContext {
  readonly declared: readonly DeclaredSeries[];
  readonly posts: readonly SeriesPost[];
  readonly index: PostIndex;
  readonly defaultLanguage: string;
  readonly pattern: string;
  readonly problems: ProblemList;
}

interface Group extends SeriesGroup {
  readonly declared: DeclaredSeries | null;
}

/** All series of a blog: the declared, the named and those that titles show; one for each language. */
export function seriesRecords(context: SeriesContext): SeriesRecord[] {
  const slugs = new UniqueNames();
  const named = namedGroups(context);
  const taken = new Set(named.flatMap(({ members }) => members.map(({ post }) => post)));
  for (const { parts } of context.declared) {
    for (const { post } of parts) {
      const found = post === null ? null : context.index.find(post, '', context.defaultLanguage);
      if (found) taken.add(found.key);
    }
  }
  const shown = titleGroups(context.posts, taken).map((group) => ({ ...group, declared: null }));
  return [...named, ...shown].flatMap((group) => {
    const slug = slugs.claim(group.slug);
    return recordOf({ ...group, slug }, context) ?? [];
  });
}

function namedGroups({ declared, posts, defaultLanguage }: SeriesContext): Group[] {
  const groups = new Map<string, Group & { members: SeriesMember[] }>();
  for (const series of declared) {
    const language = series.language ?? defaultLanguage;
    const title = series.title ?? series.id;
    const group = {
      slug: slugify(series.id),
      title,
      language,
      declared: series,
      total: series.total,
    };
    groups.set(`${series.id}\n${language}`, { ...group, members: [] });
  }
  const isOriginal = ({ language }: SeriesPost): number => Number(language === defaultLanguage);
  for (const post of posts.toSorted((a, b) => isOriginal(b) - isOriginal(a))) {
    for (const mention of post.mentions) {
      const group = groupOf(mention, post.language, groups, declared);
      const number = mention.part ?? partTitle(post.title)?.number ?? null;
      if (group.members.every((member) => member.post !== post.key)) {
        group.members.push({ post: post.key, number, title: null, date: post.date });
      }
    }
  }
  return [...groups.values()];
}

/** The group of a series in a language; a declared one in another language than its own stands beside it. */
function groupOf(
  mention: SeriesMention,
  language: string,
  groups: Map<string, Group & { members: SeriesMember[] }>,
  declared: readonly DeclaredSeries[],
): Group & { members: SeriesMember[] } {
  const name = foldName(mention.name);
  const known = declared.find(
    ({ id, title }) => id === mention.name || (title !== null && foldName(title) === name),
  );
  const id = known?.id ?? slugify(mention.name);
  const place = `${id}\n${language}`;
  const group = groups.get(place);
  if (group) return group;
  const isFirst = [...groups.keys()].every((key) => !key.startsWith(`${id}\n`));
  const suffix = isFirst ? '' : `-${language.toLowerCase()}`;
  const title = known?.title ?? mention.name;
  const added = {
    slug: slugify(id) + suffix,
    title,
    language,
    declared: null,
    total: mention.total,
  };
  groups.set(place, { ...added, members: [] });
  return groups.get(place) ?? { ...added, members: [] };
}

function recordOf(group: Group, context: SeriesContext): SeriesRecord | null {
  const { declared, language, members } = group;
  if (members.length === 0 && !declared) return null;
  return seriesRecord(group, {
    ...context,
    announced: declared ? announcedParts(declared, language, context) : [],
    description: declared?.description ?? null,
    declared: declared !== null,
  });
}

function announcedParts(
  declared: DeclaredSeries,
  language: string,
  { index, problems }: SeriesContext,
): SeriesPartRecord[] {
  const parts = new Map<number, SeriesPartRecord>();
  for (const { position, title, summary, post } of declared.parts) {
    const found = post === null ? null : index.find(post, declared.file, language);
    if (post !== null && !found) {
      const todo = 'Correct the name, or leave it out until the post is there.';
      const what = `part ${position} of "${declared.id}" names "${post}"`;
      problems.warn(declared.file, null, {
        what,
        why: 'There is no such post, so it shows as to come.',
        todo,
      });
    }
    const isTaken = found !== null && [...parts.values()].some((part) => part.post === found.key);
    const free = parts.has(position) ? Math.max(...parts.keys()) + 1 : position;
    parts.set(free, {
      position: free,
      title,
      summary,
      post: isTaken ? null : (found?.key ?? null),
      announced: true,
    });
  }
  return [...parts.values()];
}
