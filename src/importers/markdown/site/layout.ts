import { folderOf, nameOf } from '../files/folder.ts';

/** Which generator's rules a blog follows, where they contradict one another. */
export type Flavour = 'jekyll' | 'hexo' | 'zola' | 'other';

/** Folders that hold posts, whatever the generator. */
const postFolders = new Set([
  ...[
    '_posts',
    '_drafts',
    'posts',
    'post',
    'blog',
    'blogs',
    'articles',
    'article',
    'news',
    'journal',
    'writing',
  ],
  ...[
    'writings',
    'essays',
    'stories',
    'notes',
    'entries',
    'weblog',
    'thoughts',
    'drafts',
    'docusaurus-plugin-content-blog',
  ],
]);

/** Jekyll and Hexo take nothing for a post that stands elsewhere. */
const strictFolders = new Set(['_posts', '_drafts']);

/** Where a blog keeps its posts, by the names of its folders. */
export interface Layout {
  readonly flavour: Flavour;
  /** Some folder is named like one for posts; else every file may be a post. */
  readonly hasPostFolders: boolean;
  /** The posts' folder a file is in ("content/blog"), "" when that is the imported folder, or null. */
  postsRootOf(path: string): string | null;
  /** The file is beside a `_posts` folder, so it is a page. */
  isBesideStrictFolder(path: string): boolean;
  /** Folders above a file's `_posts`, below the shallowest such folder: Jekyll takes them for categories. */
  foldersAbovePosts(path: string): readonly string[];
}

/**
 * Recognises the folders for posts.
 *
 * @param rootName name of the imported folder itself: it may be the posts' folder
 * @param texts paths of all files in Markdown
 * @param isSite a configuration says that the imported folder is a whole site
 */
export function layoutOf(rootName: string, texts: readonly string[], isSite: boolean): Layout {
  const inFolders = texts.some((path) => postsRoot(path) !== null);
  const rootIsPosts = isPostFolder(rootName) && !inFolders && !isSite;
  const strictParents = new Set(texts.map(strictParent).filter((parent) => parent !== null));
  return {
    flavour: flavourOf(
      rootIsPosts && strictFolders.has(rootName) ? texts.map((path) => `_posts/${path}`) : texts,
    ),
    hasPostFolders: inFolders || rootIsPosts,
    postsRootOf: (path) => (rootIsPosts ? '' : postsRoot(path)),
    foldersAbovePosts: (path) => foldersAbovePosts(path, strictParents),
    isBesideStrictFolder: (path) =>
      strictParent(path) === null &&
      [...strictParents].some((parent) => parent === '' || path.startsWith(`${parent}/`)),
  };
}

/** A folder that is named like one for posts. */
export function isPostFolder(name: string): boolean {
  return postFolders.has(name.toLowerCase()) || name.startsWith('docusaurus-plugin-content-blog-');
}

/** The shallowest folder for posts that a file is in. */
function postsRoot(path: string): string | null {
  const folders = folderOf(path).split('/');
  const at = folders.findIndex(isPostFolder);
  return at < 0 ? null : folders.slice(0, at + 1).join('/');
}

/** The folder that holds the `_posts` or `_drafts` a file is in. */
function strictParent(path: string): string | null {
  const folders = folderOf(path).split('/');
  const at = folders.findIndex((name) => strictFolders.has(name));
  return at < 0 ? null : folders.slice(0, at).join('/');
}

function flavourOf(texts: readonly string[]): Flavour {
  const posts = texts.filter((path) => /(?:^|\/)_posts\//.test(path));
  if (posts.length === 0) return 'other';
  // Jekyll wants a date in the name of every post, Hexo has none there.
  const dated = posts.filter((path) => /^\d{1,4}-\d{1,2}-\d{1,2}-/.test(nameOf(path))).length;
  const isHexo = posts.some((path) => /(?:^|\/)source\/_posts\//.test(path)) && dated * 2 < posts.length;
  return isHexo || dated * 2 < posts.length ? 'hexo' : 'jekyll';
}

/** The folders between the shallowest folder with a `_posts` and a file's own: Jekyll's categories. */
function foldersAbovePosts(path: string, strictParents: ReadonlySet<string>): readonly string[] {
  const parent = strictParent(path);
  const [shallowest = ''] = [...strictParents].sort((a, b) => depthOf(a) - depthOf(b));
  if (parent === null || parent === shallowest) return [];
  if (shallowest === '') return parent.split('/');
  return parent.startsWith(`${shallowest}/`) ? parent.slice(shallowest.length + 1).split('/') : [];
}

function depthOf(folder: string): number {
  return folder === '' ? 0 : folder.split('/').length;
}
