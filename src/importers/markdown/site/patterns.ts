import type { SiteConfig } from './site-config.ts';

/** Permalink patterns by kind. */
export interface Patterns {
  readonly post: string;
  readonly tag: string;
  readonly category: string;
  readonly author: string;
  readonly series: string;
  readonly resource: string;
  /** What stands before the first token of the posts' pattern: "/blog". */
  readonly base: string;
}

/** The site's patterns, with ours for the kinds it has none for. */
export function patternsOf({ permalinks }: SiteConfig): Patterns {
  const post = permalinks['post'] ?? '/blog/:slug';
  return {
    post,
    tag: permalinks['tag'] ?? '/tags/:slug',
    category: permalinks['category'] ?? '/categories/:path',
    author: permalinks['author'] ?? '/authors/:slug',
    series: permalinks['series'] ?? '/series/:slug',
    resource: permalinks['resource'] ?? '/resources/:slug',
    base: /^\/[^:]*(?=\/:)/.exec(post)?.[0] ?? '',
  };
}
