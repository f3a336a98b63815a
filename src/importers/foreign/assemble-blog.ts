import type { BlogRecord, SiteRecord } from '../../domain/blog-record.ts';
import { languageName } from '../../domain/language-name.ts';
import { asWebUrl } from '../fields/values.ts';
import type { Spool } from '../../spool/spool.ts';
import type { ProblemList } from '../problem-list.ts';
import { htmlLine, lineOrNull } from '../text/html-line.ts';
import { AddressBook } from './address-book.ts';
import { nameAll } from './assemble-addresses.ts';
import type { NamedPost } from './assemble-addresses.ts';
import { assemblePosts } from './assemble-posts.ts';
import { oldPaths } from './assemble-redirects.ts';
import type { MovedPage } from './assemble-redirects.ts';
import { assembleSeries } from './assemble-series.ts';
import { assembleAuthors, assembleCategories, assembleTags } from './assemble-terms.ts';
import type { Assembled } from './assemble-terms.ts';
import { declaredAmong, shownTerms } from './declared-terms.ts';
import type { ForeignBlog, ForeignSite } from './foreign-blog.ts';
import { ForeignImages } from './foreign-images.ts';
import type { ExportImages } from './foreign-images.ts';
import { SpooledPosts } from './spooled-posts.ts';

export interface AssembleOptions {
  readonly problems: ProblemList;
  /** The pictures that came with the export. */
  readonly images?: ExportImages;
  /**
   * Where the finished posts are kept, for a blog that is larger than memory; the reader closes it with
   * the blog. Without one they stay in memory.
   */
  readonly spool?: Spool;
  /** Called for every post. What it throws ends the assembling. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Makes of what an export says what the actions store: settles what needs the whole blog (slugs, paths, old
 * addresses, links between posts, series) and turns every text into Markdown. The same export always gives the
 * same records, and one with more posts the same ones for those before; what a scheduled post alone is filed
 * under is declared once its time has come.
 */
export async function assembleBlog(blog: ForeignBlog, options: AssembleOptions): Promise<BlogRecord> {
  const { problems } = options;
  const site = siteOf(blog.site);
  const defaultLanguage = blog.site?.language ?? 'en';
  const book = new AddressBook(site?.url ?? null, blog.staysElsewhere !== true);
  const images = new ForeignImages(options.images ?? null, site?.url ?? null, problems);
  const authors = await assembleAuthors(blog.authors, images, book);
  const tags = assembleTags(blog.tags);
  const categories = assembleCategories(blog.categories);
  const posts = nameAll(blog.posts, defaultLanguage);
  const series = assembleSeries(blog, posts, problems);
  const pages = [
    ...moved(blog.authors, authors),
    ...moved(blog.tags, tags),
    ...moved(blog.categories, categories),
  ];
  fill(book, posts, pages);
  const terms = [...authors.records, ...tags.records, ...categories.records, ...series];
  const taken = new Set([...posts, ...terms].map(({ path }) => path));
  const { aliases, redirects } = oldPaths(blog, { posts, pages, taken, book, problems });
  const records = await assemblePosts(posts, {
    ...{ book, images, authors, tags, categories, aliases },
    spool: options.spool === undefined ? null : new SpooledPosts(options.spool),
    onProgress: options.onProgress ?? (() => undefined),
  });
  const shown = shownTerms(blog.posts, new Date());
  return {
    source: blog.source,
    site: blog.staysElsewhere || site === null ? null : { ...site, ...languagesOf(defaultLanguage) },
    authors: declaredAmong(authors, shown.authors),
    tags: declaredAmong(tags, shown.tags),
    categories: declaredAmong(categories, shown.categories),
    posts: records,
    series,
    resources: [],
    redirects,
    problems: problems.sorted(),
    skipped: blog.skipped,
    ...(blog.incomplete === undefined ? {} : { incomplete: blog.incomplete }),
  };
}

type SiteFacts = Omit<SiteRecord, 'defaultLanguage' | 'languages'>;

function siteOf(site: ForeignSite | null): SiteFacts | null {
  if (site === null) return null;
  const url = site.url === null ? null : asWebUrl(site.url);
  return {
    name: htmlLine(site.name) || (url === null ? 'Blog' : new URL(url).host),
    url: url?.replace(/\/+$/, '') ?? null,
    tagline: lineOrNull(site.tagline),
    description: lineOrNull(site.description),
    menus: {},
    announcements: [],
    callsToAction: [],
    permalinks: {},
  };
}

function languagesOf(code: string): Pick<SiteRecord, 'defaultLanguage' | 'languages'> {
  return { defaultLanguage: code, languages: [{ code, name: languageName(code), available: true }] };
}

interface Placed {
  readonly key: string;
  readonly oldUrl?: string | null;
}

function moved(written: readonly Placed[], { byKey }: Assembled<{ readonly path: string }>): MovedPage[] {
  return written.flatMap(({ key, oldUrl }) => {
    const path = byKey.get(key)?.path;
    return oldUrl == null || path === undefined ? [] : [{ oldUrl, path }];
  });
}

/** Where something is counts before where something was. */
function fill(book: AddressBook, posts: readonly NamedPost[], pages: readonly MovedPage[]): void {
  for (const { post, path } of posts) if (post.url !== null) book.add(post.url, path);
  for (const { oldUrl, path } of pages) book.add(oldUrl, path);
  for (const { post, path } of posts) for (const address of post.oldUrls) book.add(address, path);
}
