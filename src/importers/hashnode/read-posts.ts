import { textAt } from '../fields/json-fields.ts';
import { idOf, isMap, type JsonMap } from '../fields/json-values.ts';
import type { ForeignAuthor, ForeignBlog, ForeignPost, ForeignTerm } from '../foreign/foreign-blog.ts';
import type { ProblemList } from '../problem-list.ts';
import { ProblemTally } from '../problem-tally.ts';
import { MentionedSeries } from '../series/mentioned-series.ts';
import { isSlug } from '../text/is-slug.ts';
import { escaped } from '../text/html-source.ts';
import { readAuthors } from './authors.ts';
import { isPost, type ExportRow, type ExportRows } from './export-rows.ts';
import { keyOfTag, readPost, type HashnodePost } from './post.ts';
import { readSite, siteUrl } from './site.ts';
import { sorts, type SortName } from './sorts.ts';

export interface ReadPostsOptions {
  readonly source: string | null;
  readonly pages: boolean;
  readonly problems: ProblemList;
}

type Tally = ProblemTally<SortName>;

/** The blog that posts of Hashnode's make. */
export function readPosts(
  { rows, publication, skipped }: ExportRows,
  { source, pages, problems }: ReadPostsOptions,
): Omit<ForeignBlog, 'incomplete'> {
  const address = siteUrl(publication) ?? commonSite(rows);
  const site = siteOf(publication, address);
  const tally: Tally = new ProblemTally(sorts);
  const wanted = rows.filter(({ kind }) => pages || kind !== 'page');
  const { authors, found } = collected(wanted, address, tally, problems);
  const series = new MentionedSeries();
  const posts = placed([...found.values()].toSorted(byDate), series, tally);
  tally.tell(problems, rows[0]?.file ?? '');
  return {
    source: source ?? URL.parse(address ?? '')?.host ?? 'hashnode',
    site,
    authors: [...authors.values()],
    tags: tagsOf([...found.values()], address),
    categories: [],
    series: series.list.map((one) => ({ ...one, oldUrl: pageUrl(address, 'series', one.slug) })),
    // Where the export does not name the site, its paths are known all the same.
    posts: site === null && address !== null ? posts.map((post) => byPath(post, address)) : posts,
    redirects: [],
    skipped: [...skipped, ...(pages ? [] : rows.filter(({ kind }) => kind === 'page').map(skippedPage))],
  };
}

function collected(
  rows: readonly ExportRow[],
  site: string | null,
  tally: Tally,
  problems: ProblemList,
): {
  readonly authors: ReadonlyMap<string, ForeignAuthor>;
  readonly found: ReadonlyMap<string, HashnodePost>;
} {
  const authors = new Map<string, ForeignAuthor>();
  const found = new Map<string, HashnodePost>();
  for (const one of rows) {
    const { row } = one;
    const key = isPost(row) ? keyOf(row) : null;
    if (key === null || !isPost(row) || found.has(key)) {
      tellOfKey(one, key, problems);
      continue;
    }
    const { authors: writers, unknown } = readAuthors(row);
    for (const author of writers) if (!authors.has(author.key)) authors.set(author.key, author);
    if (unknown > 0) tally.add('author', nameOf(row));
    found.set(key, readPost(row, { ...one, key, site, authors: writers.map((author) => author.key) }));
  }
  return { authors, found };
}

function byPath(post: ForeignPost, site: string): ForeignPost {
  const { url } = post;
  if (url?.startsWith(`${site}/`) !== true) return post;
  return { ...post, url: url.slice(site.length), oldUrls: [url, ...post.oldUrls] };
}

function pageUrl(site: string | null, kind: string, slug: string | null): string | null {
  return slug === null ? null : `${site ?? ''}/${kind}/${slug}`;
}

function skippedPage({ file, row }: ExportRow): { readonly file: string; readonly why: string } {
  return { file: `${file}: ${nameOf(row)}`, why: 'a page; --pages takes pages too' };
}

function siteOf(publication: JsonMap, url: string | null): ForeignBlog['site'] {
  const site = readSite(publication);
  return site && { ...site, url: site.url ?? url };
}

/** The site that the addresses of all posts are on, where the export does not name it. */
function commonSite(rows: readonly ExportRow[]): string | null {
  const sites = new Set(
    rows.flatMap(({ row }) => (isMap(row) ? (URL.parse(textAt(row, 'url') ?? '')?.origin ?? []) : [])),
  );
  const [site] = sites;
  return sites.size === 1 && site !== undefined && /^https?:/.test(site) ? site : null;
}

/** Identity of a post: its cuid, which every way of export has; else its id, or its slug. */
function keyOf(row: JsonMap): string | null {
  const given = [row['cuid'], row['_id'], row['id']].find(
    (id) => id !== undefined && id !== null && id !== '',
  );
  const slug = textAt(row, 'slug') ?? '';
  const name = given === undefined ? (isSlug(slug) ? slug : null) : idOf(given);
  return name === null ? null : `post/${name}`;
}

function nameOf(row: unknown): string {
  const name = isMap(row) ? textAt(row, 'title', 'slug') : null;
  return name === null ? 'A post without a title' : `“${name.slice(0, 80)}”`;
}

function tellOfKey({ file, row }: ExportRow, key: string | null, problems: ProblemList): void {
  problems.error(file, null, {
    what: `${nameOf(row)} was left out: ${key === null ? 'it is no post, or has no id' : 'its id is that of another post'}`,
    why: 'Posts are told apart by their ids; the next export could not be matched with this one.',
    todo: 'Export again. The others went in.',
  });
}

function placed(found: readonly HashnodePost[], series: MentionedSeries, tally: Tally): ForeignPost[] {
  for (const { series: mention } of found) if (mention) series.learn(mention);
  const posts = found.map(({ post, title, series: mention, told }): ForeignPost => {
    for (const sort of told) tally.add(sort, title === '' ? post.key : title);
    const key = mention && series.place(mention, title);
    return { ...post, series: key === null ? [] : [{ key, position: null }] };
  });
  for (const name of series.unnamed) tally.add('series', name);
  return posts;
}

function byDate({ post: a }: HashnodePost, { post: b }: HashnodePost): number {
  const [older, newer] = [a.publishedAt?.getTime() ?? Infinity, b.publishedAt?.getTime() ?? Infinity];
  return older === newer ? (a.key < b.key ? -1 : 1) : older - newer;
}

function tagsOf(posts: readonly HashnodePost[], site: string | null): readonly ForeignTerm[] {
  const tags = new Map(posts.flatMap(({ tags: named }) => named.map((tag) => [keyOfTag(tag), tag] as const)));
  return [...tags].map(([key, { name, slug }]) => ({
    key,
    name: escaped(name),
    slug,
    description: null,
    oldUrl: pageUrl(site, 'tag', slug),
  }));
}
