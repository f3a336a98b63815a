import { builder } from '../builder.ts';
import type {
  OpenGraph as OpenGraphShape,
  TwitterCard as TwitterCardShape,
} from '../domain/seo/open-graph.ts';
import type { PageImage } from '../domain/seo/page-facts.ts';
import { Image } from './image.ts';

/** An image of a card has no caption. */
function shown(image: PageImage) {
  return { ...image, caption: null };
}

export const OpenGraph = builder.objectRef<OpenGraphShape>('OpenGraph').implement({
  description: 'What a card on another site shows of a page (the Open Graph protocol, ogp.me).',
  fields: (t) => ({
    type: t.exposeString('type', {
      description: 'og:type: "article", "profile", "website", "video.other" or "book".',
    }),
    title: t.exposeString('title', { description: "og:title, without the site's name." }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'og:description, as the page has it.',
    }),
    url: t.field({ type: 'URL', description: 'og:url: the canonical address.', resolve: ({ url }) => url }),
    siteName: t.exposeString('siteName', { description: 'og:site_name: the name of the site.' }),
    locale: t.exposeString('locale', { description: 'og:locale, such as "en_US".' }),
    alternateLocales: t.exposeStringList('alternateLocales', {
      description: 'og:locale:alternate: of its translations.',
    }),
    images: t.field({
      type: [Image],
      description: 'og:image: the image for cards, else the cover.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ images }) => images.map(shown),
    }),
    publishedTime: t.expose('publishedTime', {
      type: 'DateTime',
      nullable: true,
      description: 'article:published_time; null for what is no article.',
    }),
    modifiedTime: t.expose('modifiedTime', {
      type: 'DateTime',
      nullable: true,
      description: 'article:modified_time; the time of publication where nothing changed since.',
    }),
    authors: t.field({
      type: ['URL'],
      description: 'article:author: the pages of its authors.',
      resolve: ({ authors }) => [...authors],
    }),
    section: t.exposeString('section', { nullable: true, description: 'article:section: its category.' }),
    tags: t.exposeStringList('tags', { description: 'article:tag: the names of its tags.' }),
  }),
});

const TwitterCardKind = builder.enumType('TwitterCardKind', {
  description: 'How a card on X looks.',
  values: {
    SUMMARY: { description: 'With a small image, or none: "summary".' },
    SUMMARY_LARGE_IMAGE: { description: 'With the image above the text: "summary_large_image".' },
  },
});

export const TwitterCard = builder.objectRef<TwitterCardShape>('TwitterCard').implement({
  description: 'What X, and others after it, read beside Open Graph.',
  fields: (t) => ({
    card: t.expose('card', { type: TwitterCardKind, description: 'twitter:card: how large it is.' }),
    title: t.exposeString('title', { description: "twitter:title, without the site's name." }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'twitter:description, as the page has it.',
    }),
    image: t.field({
      type: Image,
      nullable: true,
      description: 'twitter:image: the first of Open Graph.',
      resolve: ({ image }) => image && shown(image),
    }),
    site: t.exposeString('site', {
      nullable: true,
      description: 'twitter:site: the handle among the profiles of the site ("@name").',
    }),
    creator: t.exposeString('creator', {
      nullable: true,
      description: 'twitter:creator: the first handle among the links of its authors.',
    }),
  }),
});
