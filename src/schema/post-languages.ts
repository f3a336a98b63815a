import { builder } from '../builder.ts';
import type { SiteLanguage as SiteLanguageShape } from '../domain/site-content.ts';
import type { Post as PostRow } from '../generated/prisma/client.ts';
import { load } from '../loaders/loader.ts';
import type { ReadScope } from '../loaders/scope.ts';
import { loadSiteLanguages } from '../loaders/site-languages.ts';
import { translationsByPost } from '../loaders/translations.ts';
import { Post } from './post.ts';

interface PostLanguageShape extends SiteLanguageShape {
  readonly isCurrent: boolean;
  readonly post: PostRow | null;
}

const PostLanguage = builder.objectRef<PostLanguageShape>('PostLanguage').implement({
  description: 'A language of the site beside a post: a line of a language menu.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'BCP 47 tag.' }),
    name: t.exposeString('name', { description: 'Its name, in itself.' }),
    available: t.exposeBoolean('available', {
      description: 'Whether the site has posts in it yet; false: to come.',
    }),
    isCurrent: t.exposeBoolean('isCurrent', { description: 'Whether the post itself is in it.' }),
    post: t.field({
      type: Post,
      nullable: true,
      description: 'The post in it, the post itself among them; null when it is not translated.',
      resolve: ({ post }) => post,
    }),
  }),
});

async function loadPostLanguages(scope: ReadScope, post: PostRow): Promise<PostLanguageShape[]> {
  const [languages, translations] = await Promise.all([
    loadSiteLanguages(scope),
    load(scope, translationsByPost, post.id),
  ]);
  const group = new Map([post, ...translations].map((each) => [each.language, each]));
  return languages.map((language) => ({
    ...language,
    isCurrent: language.code === post.language,
    post: group.get(language.code) ?? null,
  }));
}

// The same article in other languages.
builder.prismaObjectFields(Post, (t) => ({
  translations: t.field({
    type: [Post],
    description:
      "The same in other languages, without itself: the site's languages in their order, then the others by their tags.",
    resolve: async (post, _args, scope) => [...(await load(scope, translationsByPost, post.id))],
  }),
  languages: t.field({
    type: [PostLanguage],
    description: 'Every language of the site, those to come included, with the post in it: a language menu.',
    resolve: (post, _args, scope) => loadPostLanguages(scope, post),
  }),
}));
