import { isPostFolder } from '../markdown/site/layout.ts';

/** Pages that blogs have beside their posts. */
const pages = new Set([
  ...['all', 'about', 'archive', 'archives', 'author', 'authors', 'blog', 'categories', 'category', 'feed'],
  ...[
    'index',
    'latest',
    'news',
    'page',
    'popular',
    'rss',
    'atom',
    'search',
    'series',
    'sitemap',
    'subscribe',
  ],
  ...['tag', 'tags', 'team', 'topic', 'topics', 'newsletter', 'events', 'contact', 'assets', 'images', 'img'],
  ...['static', 'media', 'files', 'uploads', 'public', 'wp-content'],
]);

/** A file that a browser loads rather than shows as a page; ".dev" and ".js" end the names of posts too. */
const asset =
  /\.(?:xml|json|rss|atom|txt|ics|csv|pdf|png|jpe?g|gif|svg|webp|avif|ico|zip|t?gz|tar|mp[34]|webm|mov|css|js|go|py|rs|sh|slide|article|docx?|xlsx?|pptx?|ipynb|asc|sig)$/i;
const year = /^(?:19|20)\d{2}$/;
const number = /^\d{1,2}$/;

/**
 * Tells the addresses that only a post can have: in a folder where posts are, or with a date in them as the
 * posts' have. A name at the top of the site may be any page.
 */
export class PostShapes {
  readonly #folders = new Map<string, number>();

  /** @param paths of the posts, old ones included */
  constructor(paths: Iterable<string>) {
    for (const path of paths) {
      const folder = undated(path)?.folder ?? folderOf(path);
      this.#folders.set(folder, (this.#folders.get(folder) ?? 0) + 1);
    }
  }

  /** @param path normalised */
  isPost(path: string): boolean {
    const segments = path.split('/').slice(1);
    const name = segments.at(-1) ?? '';
    if (
      !/\p{L}/u.test(name) ||
      asset.test(name) ||
      segments.some((segment) => pages.has(bare(segment)) && !isPostFolder(segment))
    )
      return false;
    if (pages.has(bare(name))) return false;
    const dated = undated(path);
    // "/2015/03/19/name" is a post's on any site that has posts.
    if (dated) return dated.folder === '' || this.#folders.has(dated.folder);
    const folder = folderOf(path);
    return folder !== '' && (this.#folders.get(folder) ?? 0) > 1;
  }
}

/** "/news/2015/03/19/name" without its date; null when it has none before its last segment. */
function undated(path: string): { readonly folder: string } | null {
  const segments = path.split('/').slice(1, -1);
  const at = segments.findIndex((segment) => year.test(segment));
  if (
    at < 0 ||
    segments.length === at + 1 ||
    !segments.slice(at + 1).every((segment) => number.test(segment))
  )
    return null;
  return {
    folder: segments
      .slice(0, at)
      .map((segment) => `/${segment}`)
      .join(''),
  };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function bare(segment: string): string {
  return segment.replace(/\.[a-z]+$/i, '').toLowerCase();
}
