import type { BlogRecord, PostRecord } from '../../../domain/blog-record.ts';
import type { ProblemList } from '../../problem-list.ts';
import type { LinkedBody } from '../links/link-bodies.ts';
import type { AddressedPost } from '../posts/post-draft.ts';
import { proseSeries } from './prose-series.ts';
import type { ProsePost, ProseSeries } from './prose-series.ts';
import { seriesLinks } from './series-links.ts';
import { seriesStatement } from './series-statements.ts';

/** What suggestions are made of. */
export interface ProseContext {
  readonly posts: readonly AddressedPost[];
  readonly linked: readonly LinkedBody[];
  readonly record: Omit<BlogRecord, 'problems'>;
  readonly problems: ProblemList;
}

/** How many are made; a blog with more has a habit, which these show. */
const most = 20;

/**
 * Suggests to make series of posts that call themselves parts of one in their text only: which posts, in
 * which order, and what to write in their front matter. What already is one series is passed by.
 */
export function suggestSeries({ posts, linked, record, problems }: ProseContext): void {
  const bodies = new Map(linked.map((body) => [body.key, body]));
  const records = new Map(record.posts.map((post) => [post.key, post]));
  const prose = posts.flatMap((post) => {
    const [body, written] = [bodies.get(post.key), records.get(post.key)];
    return body && written ? prosePost(post, body, written) : [];
  });
  const documents = new Map(posts.map(({ key, document }) => [key, document]));
  const found = proseSeries(prose).flatMap((series) => withSeries(series, record) ?? []);
  for (const series of found.slice(0, most)) {
    const [first] = series.parts;
    if (!first) continue;
    const count = series.parts.length;
    problems.suggest(first.post.key, null, {
      what: `"${series.title}" looks like a series of ${count} posts`,
      why: 'They call themselves its parts in their text.',
      todo: `To make it one, write in their front matter:${series.parts
        .map(
          ({ post, part }) =>
            `\n${post.key}${frontMatter(series.title, part, documents.get(post.key)?.format)}`,
        )
        .join('')}`,
    });
  }
}

function prosePost(post: AddressedPost, body: LinkedBody, written: PostRecord): ProsePost {
  const { key, title, language, publishedAt: date, authors } = post;
  const summaries = [written.summary, written.description].filter((text) => text !== null);
  return {
    key,
    title,
    language,
    date,
    authors,
    statement: seriesStatement(body.text, summaries, language),
    links: seriesLinks(body),
  };
}

/** Under the name of the series that some of them are in; null when they all are in one. */
function withSeries(series: ProseSeries, { series: known }: ProseContext['record']): ProseSeries | null {
  const keys = series.parts.map(({ post }) => post.key);
  const placed = known.map(({ title, parts }) => ({
    title,
    count: parts.filter(({ post }) => post !== null && keys.includes(post)).length,
  }));
  if (placed.some(({ count }) => count === keys.length)) return null;
  const [most, second] = placed.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  // Parts of two series, or of one that is known to hold nearly all of them: whoever made it knew better.
  if (second !== undefined) return null;
  return most === undefined ? series : { ...series, title: most.title };
}

function frontMatter(series: string, part: number, format: string | undefined): string {
  const quoted = JSON.stringify(series);
  if (format === 'toml') return `\n  series = ${quoted}\n  part = ${part}`;
  if (format === 'json') return `\n  "series": ${quoted},\n  "part": ${part},`;
  const isPlain = /^\p{L}[\p{L}\p{N} .,'’()/+-]*$/u.test(series);
  return `\n  series: ${isPlain ? series : quoted}\n  part: ${part}`;
}
