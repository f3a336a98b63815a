import type { SeriesRecord } from '../../domain/blog-record.ts';
import { permalinkPatterns } from '../../domain/permalink-patterns.ts';
import { slugify } from '../../domain/slug.ts';
import type { ProblemList } from '../problem-list.ts';
import { seriesRecord, titleGroups } from '../series/series-group.ts';
import type { SeriesMember } from '../series/place-parts.ts';
import { partTitle } from '../series/series-title.ts';
import { fitSlug } from '../text/fit-slug.ts';
import { htmlLine, lineOrNull } from '../text/html-line.ts';
import { UniqueNames } from '../text/unique-names.ts';
import { titleOfPost, type NamedPost } from './assemble-addresses.ts';
import type { ForeignBlog, ForeignSeries } from './foreign-blog.ts';

const { series: pattern } = permalinkPatterns(null);

/**
 * The series that the export names, one for each language, and those that titles show. Titles count only
 * where all posts are there: those of a feed are too few to tell.
 */
export function assembleSeries(
  blog: ForeignBlog,
  posts: readonly NamedPost[],
  problems: ProblemList,
): SeriesRecord[] {
  const slugs = new UniqueNames();
  const taken = new Set<string>();
  const records: SeriesRecord[] = [];
  for (const series of blog.series) {
    const title = htmlLine(series.name) || (series.slug ?? series.key);
    const slug = series.slug === null ? slugify(title) : fitSlug(series.slug);
    for (const { language, members } of languagesOf(series, posts)) {
      for (const { post } of members) taken.add(post);
      const suffix = records.some((record) => record.slug === slug) ? `-${language.toLowerCase()}` : '';
      const group = {
        slug: slugs.claim(slug + suffix),
        title,
        language,
        total: series.plannedTotal,
        members,
      };
      const description = lineOrNull(series.description);
      records.push(seriesRecord(group, { announced: [], description, declared: true, pattern, problems }));
    }
  }
  if (blog.staysElsewhere) return records;
  const titled = posts.map((named) => ({
    key: named.post.key,
    title: titleOfPost(named),
    language: named.language,
    date: named.post.publishedAt,
  }));
  for (const group of titleGroups(titled, taken)) {
    const slug = slugs.claim(group.slug);
    const extras = { announced: [], description: null, declared: false, pattern, problems };
    records.push(seriesRecord({ ...group, slug }, extras));
  }
  return records;
}

/** The posts of a series by language, the language of most first. */
function languagesOf(
  { key }: ForeignSeries,
  posts: readonly NamedPost[],
): { readonly language: string; readonly members: readonly SeriesMember[] }[] {
  const named = posts.flatMap((one) => {
    const { post, language } = one;
    const mention = post.series.find((one) => one.key === key);
    if (!mention) return [];
    const number = mention.position ?? partTitle(titleOfPost(one))?.number ?? null;
    return [{ language, member: { post: post.key, number, title: null, date: post.publishedAt } }];
  });
  return [...Map.groupBy(named, ({ language }) => language)]
    .map(([language, members]) => ({ language, members: members.map(({ member }) => member) }))
    .toSorted((a, b) => b.members.length - a.members.length);
}
