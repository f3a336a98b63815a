import { builder } from '../builder.ts';
import type { PermalinkPatterns } from '../domain/permalink-patterns.ts';
import { permalinkPatterns } from '../domain/permalink-patterns.ts';
import { Site } from './site.ts';

const SitePermalinks = builder.objectRef<PermalinkPatterns>('SitePermalinks').implement({
  description:
    'How the paths of pages are made, for routers: ":slug" and its like stand for what a page has. What stands at a path is asked of resolve.',
  fields: (t) => ({
    post: t.exposeString('post', { description: 'Of posts: "/blog/:category/:slug".' }),
    tag: t.exposeString('tag', { description: 'Of tags: "/tags/:slug".' }),
    category: t.exposeString('category', {
      description: 'Of categories: "/categories/:path", with all slugs from the root.',
    }),
    author: t.exposeString('author', { description: 'Of authors: "/authors/:slug".' }),
    series: t.exposeString('series', { description: 'Of series: "/series/:slug".' }),
    resource: t.exposeString('resource', { description: 'Of resources: "/resources/:slug".' }),
  }),
});

builder.prismaObjectField(Site, 'permalinks', (t) =>
  t.field({
    type: SitePermalinks,
    description:
      'The patterns of its pages\' paths. Those of posts and resources in another language than the default one begin with it: "/de/blog/…".',
    resolve: (site) => permalinkPatterns(site.permalinks),
  }),
);
