import type {
  BlogRecord,
  CategoryRecord,
  PostRecord,
  Problem,
  SeriesPartRecord,
  SeriesRecord,
} from '../domain/blog-record.ts';
import { changedPost } from '../domain/lazy-post.ts';
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
  const keep = keeper((problem) => tally.problem(problem));
  return {
    ...blog,
    categories,
    posts: checkPosts(blog.posts, known, keep),
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

function keeper(tell: (problem: Problem) => void): Keep {
  return (file, what, names, known) => {
    const unknown = names.filter((name) => !known.has(name));
    for (const name of new Set(unknown)) {
      tell({
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

/** Posts that lose nothing are given back as they are. */
function checkPosts(posts: readonly PostRecord[], known: Known, keep: Keep): PostRecord[] {
  // What a lazy post loses was told when it was checked.
  const silent = keeper(() => undefined);
  const lessen = (post: PostRecord): PostRecord => Object.assign(post, keptOf(post, known, silent));
  return posts.map((post) => {
    const kept = keptOf(post, known, keep);
    const isWhole = linked.every((name) => kept[name].length === post[name].length);
    return isWhole && kept.supersededBy === post.supersededBy ? post : changedPost(post, post, lessen);
  });
}

const linked = ['authors', 'tags', 'categories', 'related'] as const;

function keptOf(post: PostRecord, known: Known, keep: Keep) {
  const { key } = post;
  const others = post.related.filter((other) => other !== key);
  const successor = post.supersededBy === null ? [] : keep(key, 'post', [post.supersededBy], known.posts);
  return {
    authors: keep(key, 'author', post.authors, known.authors),
    tags: keep(key, 'tag', post.tags, known.tags),
    categories: keep(key, 'category', post.categories, known.categories),
    related: keep(key, 'post', others, known.posts),
    supersededBy: successor.find((other) => other !== key) ?? null,
  };
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
