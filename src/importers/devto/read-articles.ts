import { idOf, isMap, listOf, type JsonMap } from '../fields/json-values.ts';
import { textAt } from '../fields/json-fields.ts';
import type { JsonFile } from '../files/read-json-files.ts';
import type { ForeignAuthor, ForeignBlog, ForeignPost, ForeignTerm } from '../foreign/foreign-blog.ts';
import type { ProblemList } from '../problem-list.ts';
import { ProblemTally } from '../problem-tally.ts';
import { MentionedSeries } from '../series/mentioned-series.ts';
import { isSlug } from '../text/is-slug.ts';
import { escaped } from '../text/html-source.ts';
import { readArticle, type Article } from './article.ts';
import { readAuthor } from './authors.ts';
import { placeOf, withOwnLinks } from './own-links.ts';
import { sorts } from './sorts.ts';

/** A row that may be an article, and the file it is in. */
export interface ArticleRow {
  readonly file: string;
  readonly row: unknown;
}

/** The blog that articles of DEV's make. */
export function readArticles(
  rows: readonly ArticleRow[],
  { source, problems }: { readonly source: string | null; readonly problems: ProblemList },
): Omit<ForeignBlog, 'skipped' | 'incomplete'> {
  const authors = new Map<string, ForeignAuthor>();
  const articles = new Map<string, Article>();
  for (const { file, row } of rows) {
    const article = articleOf(file, row, authors, articles, problems);
    if (article) articles.set(article.post.key, article);
  }
  const series = new MentionedSeries();
  const all = [...articles.values()].toSorted(byDate);
  for (const { series: mention } of all) series.learn(mention);
  const titles = titlesOf(all);
  const posts = all.map((article) => asPost(article, series, titles));
  tell(all, series, rows[0]?.file ?? '', problems);
  const usernames = [...authors.keys()];
  return {
    source: source ?? (usernames.length === 1 ? `dev.to/${usernames[0]}` : 'dev.to'),
    site: null,
    authors: [...authors.values()],
    tags: tagsOf(all),
    categories: [],
    series: series.list,
    posts,
    redirects: [],
  };
}

const bodies = ['body_markdown', 'processed_html', 'body_html'];

/** The rows of the files that hold articles: a list, a list in a map, or one article alone. */
export function articleRows(files: readonly JsonFile[]): {
  readonly rows: readonly ArticleRow[];
  readonly skipped: ForeignBlog['skipped'];
} {
  const rows: ArticleRow[] = [];
  const skipped: { file: string; why: string }[] = [];
  for (const { file, value } of files) {
    const list = listIn(value);
    if (list === null) skipped.push({ file, why: whyNot(value) });
    else for (const row of list) rows.push({ file, row });
  }
  return { rows, skipped };
}

function listIn(value: unknown): readonly unknown[] | null {
  const lists = Array.isArray(value)
    ? [value]
    : isMap(value)
      ? [value['articles'], value['data'], [value]]
      : [];
  return lists.find((list): list is unknown[] => Array.isArray(list) && list.some(isArticle)) ?? null;
}

function isArticle(row: unknown): row is JsonMap {
  return isMap(row) && bodies.some((name) => Object.hasOwn(row, name)) && !isComment(row);
}

/** Comments have a text too, and name what they are on. */
function isComment(row: unknown): boolean {
  return (
    isMap(row) &&
    ['commentable_path', 'commentable_title', 'id_code'].some((name) => Object.hasOwn(row, name))
  );
}

function whyNot(value: unknown): string {
  return listOf(value).some(isComment) ? 'comments' : 'JSON, but no list of articles';
}

function articleOf(
  file: string,
  row: unknown,
  authors: Map<string, ForeignAuthor>,
  known: ReadonlyMap<string, Article>,
  problems: ProblemList,
): Article | null {
  const key = isArticle(row) ? keyOf(row) : null;
  if (key === null || !isArticle(row) || known.has(key)) {
    problems.error(file, null, {
      what: `${isMap(row) ? nameOf(row) : 'A row'} was left out: ${key === null ? 'it is no article, or has no address' : 'its address is that of another article'}`,
      why: 'Articles are told apart by their addresses; the next export could not be matched with this one.',
      todo: 'Export again. The others went in.',
    });
    return null;
  }
  const found = readAuthor(row);
  if (found && !authors.has(found.author.key)) authors.set(found.author.key, found.author);
  return readArticle(row, {
    file,
    key,
    username: found?.username ?? null,
    authors: found ? [found.author.key] : [],
  });
}

/** Identity of an article: its address, since the export has no ids; the API's id for what has no address. */
function keyOf(row: JsonMap): string | null {
  const { slug } = row;
  if (slug === undefined || slug === null || slug === '') {
    const id = idOf(row['id']);
    return id === null ? null : `article/${id}`;
  }
  return typeof slug === 'string' && isSlug(slug) ? `article/${slug}` : null;
}

function nameOf(row: JsonMap): string {
  return `“${(textAt(row, 'title', 'slug') ?? 'An article').slice(0, 80)}”`;
}

function asPost(article: Article, series: MentionedSeries, titles: ReadonlyMap<string, string>): ForeignPost {
  const { post, title, body } = article;
  const key = series.place(article.series, title);
  const text = body.format === 'markdown' ? withOwnLinks(body.text, titles) : body.text;
  return {
    ...post,
    body: () => ({ ...body, text }),
    series: key === null ? [] : [{ key, position: null }],
  };
}

function titlesOf(articles: readonly Article[]): ReadonlyMap<string, string> {
  return new Map(
    articles.flatMap(({ post: { url }, title }) => {
      const place = url === null ? null : placeOf(url);
      return place === null || title === '' ? [] : [[place, title] as const];
    }),
  );
}

function byDate(a: Article, b: Article): number {
  const [older, newer] = [a, b].map(({ post }) => post.publishedAt?.getTime() ?? Infinity);
  return older === newer ? (a.post.key < b.post.key ? -1 : 1) : (older ?? 0) - (newer ?? 0);
}

function tagsOf(articles: readonly Article[]): readonly ForeignTerm[] {
  const names = new Map(
    articles.flatMap(({ tags }) => tags.map((name) => [name.toLowerCase(), name] as const)),
  );
  return [...names].map(([key, name]) => ({ key, name: escaped(name), slug: null, description: null }));
}

function tell(
  articles: readonly Article[],
  series: MentionedSeries,
  file: string,
  problems: ProblemList,
): void {
  const tally = new ProblemTally(sorts);
  for (const { post, title, isDraft, brokenFrontMatter } of articles) {
    const name = title === '' ? post.key : title;
    if (isDraft) tally.add('draft', name);
    if (brokenFrontMatter) tally.add('front-matter', name);
  }
  for (const name of series.unnamed) tally.add('series', name);
  tally.tell(problems, file);
}
