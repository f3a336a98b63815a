import { builder } from '../builder.ts';
import { authorsByPost } from '../loaders/authors.ts';
import { categoriesByPost } from '../loaders/categories.ts';
import { load } from '../loaders/loader.ts';
import { tagsByPost } from '../loaders/tags.ts';
import { Author } from './author.ts';
import { Category } from './category.ts';
import { Post } from './post.ts';
import { Tag } from './tag.ts';

// What a post is about, who wrote it and where it is filed.
builder.prismaObjectFields(Post, (t) => ({
  tags: t.field({
    type: [Tag],
    description: "Its topics, in its author's order.",
    resolve: async (post, _args, scope) => [...(await load(scope, tagsByPost, post.id))],
  }),
  authors: t.field({
    type: [Author],
    description: 'Who wrote it, in the order of the byline.',
    resolve: async (post, _args, scope) => [...(await load(scope, authorsByPost, post.id))],
  }),
  primaryAuthor: t.field({
    type: Author,
    nullable: true,
    description: 'The first of its authors; null when it names none.',
    resolve: async (post, _args, scope) => (await load(scope, authorsByPost, post.id))[0] ?? null,
  }),
  category: t.field({
    type: Category,
    nullable: true,
    description: 'Where it is filed; null when it is not.',
    resolve: async (post, _args, scope) => (await load(scope, categoriesByPost, post.id))[0] ?? null,
  }),
  categories: t.field({
    type: [Category],
    description: 'Everywhere it is filed, its category first.',
    resolve: async (post, _args, scope) => [...(await load(scope, categoriesByPost, post.id))],
  }),
}));
