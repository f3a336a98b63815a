import { builder } from '../builder.ts';
import { rowIdOf } from '../domain/global-id.ts';
import { normalisePath } from '../domain/permalink.ts';
import { loadWantedLanguages } from '../loaders/languages.ts';
import { load } from '../loaders/loader.ts';
import { postById, postByPath } from '../loaders/posts.ts';
import { loadPageUrl } from '../loaders/site.ts';
import { loadBySlug, loadInLanguages } from '../loaders/translations.ts';

const PostStatus = builder.enumType('PostStatus', {
  description: 'Where a post stands on its way to the public.',
  values: {
    DRAFT: { description: 'Being written; only its editors see it.' },
    SCHEDULED: { description: 'Ready; becomes public at publishedAt.' },
    PUBLISHED: { description: 'Public.' },
  },
});

export const Post = builder.prismaNode('Post', {
  description: 'One article.',
  id: { field: 'id' },
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'URL-safe name, unique within its language.' }),
    path: t.exposeString('path', { description: 'Its page on the site, beginning with "/", unique.' }),
    url: t.field({
      type: 'URL',
      description: 'Its page on the site.',
      resolve: (post, _args, scope) => loadPageUrl(scope, post.path),
    }),
    title: t.exposeString('title', { description: 'Its title, as plain text.' }),
    subtitle: t.exposeString('subtitle', { nullable: true, description: 'What stands beneath the title.' }),
    status: t.expose('status', {
      type: PostStatus,
      description: 'Where it stands on its way to the public.',
    }),
    language: t.exposeString('language', { description: 'Its language, as a BCP 47 tag.' }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Its date; null when it has none.',
    }),
    firstPublishedAt: t.expose('firstPublishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the public first saw it; stays when its date changes.',
    }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its content last changed, as its author says.',
    }),
    wordCount: t.exposeInt('wordCount', {
      description: 'Words of its body, counted by the rules of its language.',
    }),
    readingTimeMinutes: t.exposeInt('readingTimeMinutes', {
      description: 'Minutes it takes to read, at least 1.',
    }),
  }),
});

export const PostConnection = builder.connectionObject(
  { type: Post, name: 'PostConnection', description: 'A page of posts.' },
  { name: 'PostEdge', description: 'A post in a list.' },
);

const PostBy = builder.inputType('PostBy', {
  description: 'Names one post, in exactly one way.',
  isOneOf: true,
  fields: (t) => ({
    slug: t.string({
      description: 'Its slug. In several languages it may name several posts: see language.',
    }),
    id: t.id({ description: 'Its global id.' }),
    path: t.string({ description: 'Its page on the site.' }),
  }),
});

builder.queryField('post', (t) =>
  t.field({
    type: Post,
    nullable: true,
    description: 'One post; null when there is none.',
    args: {
      by: t.arg({ type: PostBy, required: true, description: 'Which one.' }),
      language: t.arg.string({
        description:
          'The language wanted, as a BCP 47 tag: the post itself, else its translation. Without one it is the post itself; of several with one slug that of the default language, else the first by its language.',
      }),
      fallback: t.arg.stringList({
        description: 'Languages when it is not there in that one, the most wanted first; "*" is any.',
      }),
    },
    resolve: async (_root, { by, ...wanted }, scope) => {
      const languages = await loadWantedLanguages(scope, wanted);
      if (by.slug != null) return loadBySlug(scope, by.slug, languages);
      const post =
        by.id == null
          ? await load(scope, postByPath, normalisePath(by.path))
          : await load(scope, postById, rowIdOf('Post', by.id));
      return loadInLanguages(scope, post, languages);
    },
  }),
);
