import { builder } from '../builder.ts';
import type { SeoSource } from '../loaders/seo/seo-source.ts';
import { HeadTags } from './head-tags.ts';
import { OpenGraph, TwitterCard } from './open-graph.ts';

/** A field that reads what hangs on the page: some statements, the same ones for all of them. */
const wholePage = 5;

export const Seo = builder.objectRef<SeoSource>('Seo').implement({
  description: 'What search engines and cards are told of a page. All addresses are absolute.',
  fields: (t) => ({
    title: t.string({
      description:
        "For <title>: what its author wrote for search engines, else its title with the site's name where that fits.",
      resolve: async ({ basics }) => (await basics()).title,
    }),
    description: t.string({
      nullable: true,
      description:
        'What its author wrote for search engines, else its description, else the beginning of its text: 160 characters at most, cut between words.',
      resolve: async ({ basics }) => (await basics()).description,
    }),
    canonicalUrl: t.field({
      type: 'URL',
      description: 'The address that counts: the one that its author names, else its own.',
      resolve: async ({ basics }) => (await basics()).canonicalUrl,
    }),
    noIndex: t.boolean({
      description: 'Whether search engines are asked not to show it. Such a page is in no sitemap.',
      resolve: async ({ basics }) => (await basics()).noIndex,
    }),
    openGraph: t.field({
      type: OpenGraph,
      description: 'What cards show of it.',
      complexity: wholePage,
      resolve: ({ openGraph }) => openGraph(),
    }),
    twitterCard: t.field({
      type: TwitterCard,
      description: 'What cards on X show of it.',
      complexity: wholePage,
      resolve: ({ twitterCard }) => twitterCard(),
    }),
    headTags: t.field({
      type: HeadTags,
      description: 'All of this as tags for <head>.',
      complexity: wholePage,
      resolve: ({ headTags }) => headTags(),
    }),
    jsonLd: t.string({
      description:
        'What it is in the vocabulary of schema.org: JSON-LD as JSON text, safe to stand in <script type="application/ld+json"> as it is.',
      complexity: wholePage,
      resolve: ({ jsonLd }) => jsonLd(),
    }),
  }),
});
