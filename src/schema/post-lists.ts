import { builder } from '../builder.ts';
import {
  postsByAuthor,
  postsByCategory,
  postsByCategoryTree,
  postsBySeries,
  postsByTag,
  postSource,
} from '../loaders/post-list.ts';
import { Author } from './author.ts';
import { Category } from './category.ts';
import { childConnection, listConnection } from './connection.ts';
import { Post, PostConnection } from './post.ts';
import { postListArguments, readPostList } from './post-list-arguments.ts';
import { Series } from './series.ts';
import { Tag } from './tag.ts';

// Every list of posts takes the same arguments and gives the same connection, wherever it hangs.
builder.queryField('posts', (t) =>
  t.connection(
    {
      type: Post,
      description: 'All posts; in every language unless told otherwise.',
      args: postListArguments,
      resolve: async (_root, args, scope) => {
        const request = await readPostList(scope, args);
        return listConnection(scope, postSource(scope, request), request.page);
      },
    },
    PostConnection,
  ),
);

builder.prismaObjectField(Tag, 'posts', (t) =>
  t.connection(
    {
      type: Post,
      description: 'The posts that have it.',
      args: postListArguments,
      resolve: async (tag, args, scope) =>
        childConnection(scope, postsByTag, tag.id, await readPostList(scope, args)),
    },
    PostConnection,
  ),
);

builder.prismaObjectField(Author, 'posts', (t) =>
  t.connection(
    {
      type: Post,
      description: 'The posts they wrote, alone or with others.',
      args: postListArguments,
      resolve: async (author, args, scope) =>
        childConnection(scope, postsByAuthor, author.id, await readPostList(scope, args)),
    },
    PostConnection,
  ),
);

builder.prismaObjectField(Category, 'posts', (t) =>
  t.connection(
    {
      type: Post,
      description: 'The posts filed in it.',
      args: {
        ...postListArguments,
        includeChildren: t.arg.boolean({
          defaultValue: true,
          required: true,
          description: 'With those filed below it.',
        }),
      },
      resolve: async (category, args, scope) => {
        const list = args.includeChildren ? postsByCategoryTree : postsByCategory;
        return childConnection(scope, list, category.id, await readPostList(scope, args));
      },
    },
    PostConnection,
  ),
);

builder.prismaObjectField(Series, 'posts', (t) =>
  t.connection(
    {
      type: Post,
      description:
        'The posts in it, in any order but their own: for that see parts. In a wanted language also what translates a part.',
      args: postListArguments,
      resolve: async (series, args, scope) =>
        childConnection(scope, postsBySeries, series.id, await readPostList(scope, args)),
    },
    PostConnection,
  ),
);
