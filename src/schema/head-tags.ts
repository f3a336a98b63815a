import { builder } from '../builder.ts';
import type { HeadAttribute, HeadTag as HeadTagShape } from '../domain/seo/head-tag.ts';
import { headHtml } from '../domain/seo/head-tag.ts';

const HeadTagName = builder.enumType('HeadTagName', {
  description: 'Which element a head tag is.',
  values: {
    TITLE: { description: 'The <title>.' },
    META: { description: 'A <meta>.' },
    LINK: { description: 'A <link>.' },
    SCRIPT: { description: 'A <script> with JSON-LD, which is data and never runs.' },
  },
});

const HeadTagAttribute = builder.objectRef<HeadAttribute>('HeadTagAttribute').implement({
  description: 'An attribute of a head tag.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name.' }),
    value: t.exposeString('value', {
      description: 'Its value as it is meant: escape it when you write HTML.',
    }),
  }),
});

const HeadTag = builder.objectRef<HeadTagShape>('HeadTag').implement({
  description: 'An element for the head of a page.',
  fields: (t) => ({
    tag: t.expose('tag', { type: HeadTagName, description: 'Which element.' }),
    attributes: t.field({
      type: [HeadTagAttribute],
      description: 'Its attributes, in order.',
      complexity: { field: 0, multiplier: 1 },
      resolve: ({ attributes }) => [...attributes],
    }),
    content: t.exposeString('content', {
      nullable: true,
      description:
        'The text in it: of a title as it is meant, of a script ready to stand there. Null for empty elements.',
    }),
  }),
});

export const HeadTags = builder.objectRef<readonly HeadTagShape[]>('HeadTags').implement({
  description:
    'Everything that a page tells search engines, cards and feed readers: title, description, canonical address, robots, languages, Open Graph, card, feeds, JSON-LD.',
  fields: (t) => ({
    html: t.string({
      description: 'All of it as HTML, escaped, to be put into <head> as it is.',
      resolve: (tags) => headHtml(tags),
    }),
    tags: t.field({
      type: [HeadTag],
      description: 'The same, one by one: for frameworks that make the head themselves.',
      complexity: { field: 1, multiplier: 10 },
      resolve: (tags) => [...tags],
    }),
  }),
});
