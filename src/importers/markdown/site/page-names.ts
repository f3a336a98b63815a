/**
 * Names of what is no article on any blog. A file so named is a page when it has no date, or stands
 * outside the folders for posts.
 */
export const pageNames: ReadonlySet<string> = new Set([
  ...[
    '404',
    '500',
    'about',
    'about-me',
    'about-us',
    'all',
    'archive',
    'archives',
    'authors',
    'bookmarks',
    'categories',
  ],
  ...[
    'category',
    'code-of-conduct',
    'colophon',
    'contact',
    'cookies',
    'copyright',
    'cv',
    'disclaimer',
    'faq',
    'feed',
  ],
  ...[
    'friends',
    'home',
    'imprint',
    'impressum',
    'index',
    'latest',
    'legal',
    'legal-notice',
    'license',
    'links',
    'now',
  ],
  ...[
    'photos',
    'portfolio',
    'privacy',
    'privacy-policy',
    'projects',
    'publications',
    'resume',
    'rss',
    'search',
  ],
  ...[
    'series',
    'sitemap',
    'speaking',
    'subscribe',
    'support',
    'tag',
    'tags',
    'talks',
    'team',
    'terms',
    'thanks',
    'uses',
  ],
]);

/** Names of what lists posts, and so stands among them. */
export const listingNames: ReadonlySet<string> = new Set([
  ...[
    '404',
    'about',
    'all',
    'archive',
    'archives',
    'authors',
    'categories',
    'contact',
    'feed',
    'home',
    'index',
  ],
  ...['latest', 'rss', 'search', 'sitemap', 'tags'],
]);

/** Files that describe a repository, not a blog, with a language or a variant behind: LICENSE-MIT, README.fr. */
const repositoryFiles =
  /^(?:readme|licen[sc]e|changelog|changes|history|contributing|contributors|code[_-]of[_-]conduct|security|support|governance|maintainers|authors|notice|todo|roadmap|pull_request_template|issue_template|codeowners|agents|claude|style[_-]?guide)(?:[.-](?:[a-z]{2}|mit|apache|bsd|docs|code|content))?$/i;

/** README, LICENSE and their like, by the name without its extension. */
export function isRepositoryFile(stem: string): boolean {
  return repositoryFiles.test(stem);
}

/** Folders of templates and tools, where they do not stand within the content. */
export const templateFolders: ReadonlySet<string> = new Set([
  ...[
    '_includes',
    '_layouts',
    '_sass',
    '_templates',
    '_partials',
    'archetypes',
    'layouts',
    'templates',
    'themes',
  ],
  ...['scaffolds', 'partials', 'shortcodes'],
]);

/** Folders whose files are pages, not articles. */
export const pageFolders: ReadonlySet<string> = new Set([
  'pages',
  '_pages',
  'page',
  'docs',
  '_docs',
  'documentation',
  'wiki',
]);

/** Folders that describe people. */
export const authorFolders: ReadonlySet<string> = new Set([
  'authors',
  'author',
  '_authors',
  'people',
  '_people',
]);

/** Folders of a generator's term pages, by what their terms are. */
export const termFolders: ReadonlyMap<string, 'tag' | 'category' | 'series'> = new Map([
  ['tags', 'tag'],
  ['categories', 'category'],
  ['series', 'series'],
]);
