/** Permalink patterns of a site by kind of page, as `expandPermalink` reads them. */
export interface PermalinkPatterns {
  readonly post: string;
  readonly tag: string;
  readonly category: string;
  readonly author: string;
  readonly series: string;
  readonly resource: string;
}

/** What a site has for the kinds that it says nothing about. */
const usual: PermalinkPatterns = {
  post: '/blog/:slug',
  tag: '/tags/:slug',
  category: '/categories/:path',
  author: '/authors/:slug',
  series: '/series/:slug',
  resource: '/resources/:slug',
};

/** The patterns of a site, with the usual ones for the kinds that it has none for. */
export function permalinkPatterns(own: unknown): PermalinkPatterns {
  const of = (kind: keyof PermalinkPatterns): string => {
    const pattern: unknown = typeof own === 'object' && own !== null ? Reflect.get(own, kind) : null;
    return typeof pattern === 'string' ? pattern : usual[kind];
  };
  return {
    post: of('post'),
    tag: of('tag'),
    category: of('category'),
    author: of('author'),
    series: of('series'),
    resource: of('resource'),
  };
}
