import { builder } from '../builder.ts';
import { load } from '../loaders/loader.ts';
import { postsByLinkFrom, postsByLinkTo, postsBySuccessor } from '../loaders/post-list.ts';
import { postById } from '../loaders/posts.ts';
import { childConnection } from './connection.ts';
import { Post, PostConnection } from './post.ts';
import { postListArguments, readPostList } from './post-list-arguments.ts';

// What posts say of each other: links in their bodies, and which one is out of date.
builder.prismaObjectField(Post, 'backlinks', (t) =>
  t.connection(
    {
      type: Post,
      description:
        'Posts whose bodies link to it, by its path or by one that leads there, each once; not itself.',
      args: postListArguments,
      resolve: async (post, args, scope) =>
        childConnection(scope, postsByLinkTo, post.id, await readPostList(scope, args)),
    },
    PostConnection,
  ),
);

builder.prismaObjectField(Post, 'linkedPosts', (t) =>
  t.connection(
    {
      type: Post,
      description: 'Posts that its body links to, each once; not itself.',
      args: postListArguments,
      resolve: async (post, args, scope) =>
        childConnection(scope, postsByLinkFrom, post.id, await readPostList(scope, args)),
    },
    PostConnection,
  ),
);

builder.prismaObjectField(Post, 'supersededBy', (t) =>
  t.field({
    type: Post,
    nullable: true,
    description: 'The post to read now, when this one is out of date; null when it is not.',
    resolve: ({ supersededById }, _args, scope) =>
      supersededById === null ? null : load(scope, postById, supersededById),
  }),
);

builder.prismaObjectField(Post, 'supersedes', (t) =>
  t.connection(
    {
      type: Post,
      description: 'Older posts that name this one as the post to read now.',
      args: postListArguments,
      resolve: async (post, args, scope) =>
        childConnection(scope, postsBySuccessor, post.id, await readPostList(scope, args)),
    },
    PostConnection,
  ),
);
