import type { ArchivedSource, Manifest } from '../../domain/archive/manifest.ts';
import type { BlogRecord, EditorPicksRecord, RedirectRecord, TraceRecord } from '../../domain/blog-record.ts';
import type { ProblemList } from '../problem-list.ts';
import type { ArchivedBlog, Placed } from './archived-blog.ts';
import { postRecord, resourceRecord, type Surroundings } from './post-record.ts';
import { RecordImages } from './record-images.ts';
import type { CheckedImages } from './check-images.ts';
import { authorRecord, categoryRecord, seriesRecord, siteRecord, tagRecord } from './term-records.ts';

/**
 * The blogs of an export, one for each source. What belongs to none comes with the last of them, when everything
 * that it may name is there: traces of what moved, and picks of editors.
 */
export function blogRecords(
  blog: ArchivedBlog,
  { sources }: Manifest,
  found: CheckedImages,
  problems: ProblemList,
): BlogRecord[] {
  const images = new RecordImages(found, blog.imageList, problems);
  const all = allSources(blog, sources);
  const blogs = all.map((source) => blogOf(source, blog, { images, problems }));
  return blogs.map((one, index) => {
    const isLast = index === all.length - 1;
    return {
      ...one,
      problems: index === 0 ? problems.sorted() : [],
      ...(index === 0 ? { images: images.all() } : {}),
      ...(isLast ? { traces: traces(blog), editorPicks: editorPicks(blog) } : {}),
    };
  });
}

function allSources(blog: ArchivedBlog, listed: readonly ArchivedSource[]): ArchivedSource[] {
  const named = [...blog.posts, ...blog.resources].map(({ entry }) => entry.source);
  const known = new Set(listed.map(({ name }) => name));
  const others = new Set(
    [...named, ...blog.series.map(({ entry }) => entry.source)].filter((name) => !known.has(name)),
  );
  const found: ArchivedSource[] = [...listed, ...[...others].map((name) => ({ name }))];
  // Where the others stand is kept with what the site is.
  const ordered = [...found.filter(({ site }) => site), ...found.filter(({ site }) => !site)];
  return ordered.length === 0 ? [{ name: 'colophon' }] : ordered;
}

function blogOf(
  source: ArchivedSource,
  blog: ArchivedBlog,
  { images, problems }: { readonly images: RecordImages; readonly problems: ProblemList },
): Omit<BlogRecord, 'problems'> {
  const { name, site, url } = source;
  const isOwn = ({ entry }: Placed<{ readonly source: string }>): boolean => entry.source === name;
  const posts = blog.posts.filter(isOwn);
  const resources = blog.resources.filter(isOwn);
  const keys = new Map(posts.map(({ entry }) => [entry.path, entry.key]));
  const told = new Set(blog.redirects.map(({ path }) => path));
  const around: Surroundings = {
    images,
    keyAt: (path, from, field) => keys.get(path) ?? notThere(path, from, field, problems),
    isTold: (path) => told.has(path),
  };
  const names = (
    entry: { readonly sources?: readonly string[] },
    used: ReadonlySet<string>,
    term: string,
  ): boolean => (entry.sources?.includes(name) ?? true) || used.has(term);
  const used = usedTerms([...posts, ...resources].map(({ entry }) => entry));
  return {
    source: name,
    site: site && blog.site ? siteRecord(blog.site) : null,
    ...(url === undefined ? {} : { siteUrl: url }),
    authors: blog.authors
      .filter((one) => names(one, used.authors, one.slug))
      .map((one) => authorRecord(one, around)),
    tags: blog.tags.filter((one) => names(one, used.tags, one.slug)).map(tagRecord),
    categories: blog.categories.filter((one) => names(one, used.categories, one.tree)).map(categoryRecord),
    posts: posts.map((post) => postRecord(post, around)),
    series: blog.series.filter(isOwn).map((series) => seriesRecord(series, around)),
    resources: resources.map((resource) => resourceRecord(resource, around)),
    redirects: redirects(blog, name),
    skipped: [],
    incomplete: blog.incomplete,
  };
}

function notThere(path: string, from: Placed<unknown>, field: string, problems: ProblemList): null {
  problems.warn(from.file, from.lineOf(field), {
    what: `there is no post at ${path.slice(0, 300)}`,
    why: `What "${field}" says of it was left out.`,
    todo: 'Write the path as the post itself has it.',
  });
  return null;
}

interface Filed {
  readonly authors?: readonly string[];
  readonly speakers?: readonly string[];
  readonly tags?: readonly string[];
  readonly categories?: readonly string[];
}

/** The terms that texts use, categories with those above them. */
function usedTerms(entries: readonly Filed[]) {
  const categories = entries.flatMap((entry) => entry.categories ?? []);
  return {
    authors: new Set(entries.flatMap(({ authors = [], speakers = [] }) => [...authors, ...speakers])),
    tags: new Set(entries.flatMap((entry) => entry.tags ?? [])),
    categories: new Set(categories.flatMap(withAncestors)),
  };
}

function withAncestors(tree: string): string[] {
  const slugs = tree.split('/');
  return slugs.map((_, index) => slugs.slice(0, index + 1).join('/'));
}

function redirects(blog: ArchivedBlog, source: string): RedirectRecord[] {
  return blog.redirects.flatMap(({ path, target, statedBy = [] }) =>
    target === undefined
      ? []
      : statedBy.filter((one) => one.source === source).map(({ file }) => ({ file, path, target })),
  );
}

function traces(blog: ArchivedBlog): TraceRecord[] {
  const left = blog.redirects.filter(({ statedBy = [] }) => statedBy.length === 0);
  return left.map(({ path, target }) => ({ path, target: target ?? null }));
}

function editorPicks(blog: ArchivedBlog): EditorPicksRecord[] {
  return blog.posts.flatMap(({ entry: { path, editorPicks: picks } }) =>
    picks ? [{ post: path, picks }] : [],
  );
}
