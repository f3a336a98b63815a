import type {
  BlogRecord,
  CategoryRecord,
  PostRecord,
  SeriesPartRecord,
  SeriesRecord,
} from '../domain/blog-record.ts';
import { isLazy, lazyPost, wholePost } from '../domain/lazy-post.ts';
import type { Tally } from './import-report.ts';
import { parentPath } from './term-kinds.ts';

/** What a reference may name, by kind. */
interface Known {
  readonly authors: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
  readonly posts: ReadonlySet<string>;
}

/**
 * The blog without references to what it does not hold, without repeated ones, and without those from a
 * post to itself. A post whose own record was refused may still be named: what is stored of it stays.
 */
export function checkReferences(blog: BlogRecord, tally: Tally): BlogRecord {
  const categories = checkTree(blog.categories, tally);
  const known: Known = {
    authors: new Set(blog.authors.map((author) => author.key)),
    tags: new Set(blog.tags.map((tag) => tag.slug)),
    categories: new Set(categories.map((category) => category.treePath)),
    posts: new Set([...blog.posts.map((post) => post.key), ...tally.failed()]),
  };
  const keep = keeper(tally);
  return {
    ...blog,
    categories,
    posts: blog.posts.map((post) => checkPost(post, known, keep)),
    resources: blog.resources.map((resource) => ({
      ...resource,
      tags: keep(resource.key, 'tag', resource.tags, known.tags),
      speakers: keep(resource.key, 'author', resource.speakers, known.authors),
    })),
    series: blog.series.map((series) => checkParts(series, known, keep)),
  };
}

/** A category goes in below its parent, which stands before it. */
function checkTree(categories: readonly CategoryRecord[], tally: Tally): CategoryRecord[] {
  const known = new Set<string>();
  return categories.filter(({ treePath }) => {
    const parent = parentPath(treePath);
    if (parent === null || known.has(parent)) known.add(treePath);
    else {
      tally.problem({
        severity: 'error',
        file: `category ${treePath}`,
        line: null,
        what: `there is no category "${parent}" above it`,
        why: 'A category stands below another, which must be there first.',
        todo: 'Add it, or see what is said of it elsewhere in this list.',
      });
    }
    return known.has(treePath);
  });
}

type Keep = (file: string, what: string, names: readonly string[], known: ReadonlySet<string>) => string[];

function keeper(tally: Tally): Keep {
  return (file, what, names, known) => {
    const unknown = names.filter((name) => !known.has(name));
    for (const name of new Set(unknown)) {
      tally.problem({
        severity: 'warning',
        file,
        line: null,
        what: `the ${what} "${name}" was left out`,
        why: 'The blog holds nothing of that name, or it was refused.',
        todo: 'Correct the name, or see what is said of it elsewhere in this list.',
      });
    }
    return [...new Set(names)].filter((name) => known.has(name));
  };
}

/** A post that loses nothing is given back as it is. */
function checkPost(post: PostRecord, known: Known, keep: Keep): PostRecord {
  const { key } = post;
  const others = post.related.filter((other) => other !== key);
  const successor = post.supersededBy === null ? [] : keep(key, 'post', [post.supersededBy], known.posts);
  const kept = {
    authors: keep(key, 'author', post.authors, known.authors),
    tags: keep(key, 'tag', post.tags, known.tags),
    categories: keep(key, 'category', post.categories, known.categories),
    related: keep(key, 'post', others, known.posts),
    supersededBy: successor.find((other) => other !== key) ?? null,
  };
  const lists = ['authors', 'tags', 'categories', 'related'] as const;
  const isWhole = lists.every((name) => kept[name].length === post[name].length);
  if (isWhole && kept.supersededBy === post.supersededBy) return post;
  if (!isLazy(post)) return Object.assign(post, kept);
  // Of the copy that was made for this reading.
  return lazyPost(post, () => Object.assign(wholePost(post), kept));
}

/** A post stands in a series once; a part that loses its post and says nothing itself goes. */
function checkParts(series: SeriesRecord, known: Known, keep: Keep): SeriesRecord {
  const seen = new Set<string>();
  const parts = series.parts.flatMap((part): SeriesPartRecord[] => {
    if (part.post === null) return [part];
    const [post] = seen.has(part.post) ? [] : keep(series.key, 'post', [part.post], known.posts);
    seen.add(part.post);
    if (post !== undefined) return [part];
    return part.announced || part.title !== null ? [{ ...part, post: null }] : [];
  });
  return { ...series, parts };
}
