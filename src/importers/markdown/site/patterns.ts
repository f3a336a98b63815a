import type { PermalinkPatterns } from '../../../domain/permalink-patterns.ts';
import { permalinkPatterns } from '../../../domain/permalink-patterns.ts';
import type { SiteConfig } from './site-config.ts';

/** Permalink patterns by kind. */
export interface Patterns extends PermalinkPatterns {
  /** What stands before the first token of the posts' pattern: "/blog". */
  readonly base: string;
}

/** The site's patterns, with ours for the kinds it has none for. */
export function patternsOf({ permalinks }: SiteConfig): Patterns {
  const patterns = permalinkPatterns(permalinks);
  return { ...patterns, base: /^\/[^:]*(?=\/:)/.exec(patterns.post)?.[0] ?? '' };
}
