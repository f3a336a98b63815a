import { builder } from '../builder.ts';
import { normalisePath } from '../domain/permalink.ts';
import { load } from '../loaders/loader.ts';
import { targetByPath } from '../loaders/path-targets.ts';
import { Author } from './author.ts';
import { Category } from './category.ts';
import { nodeReads } from './node-reads.ts';
import { Post } from './post.ts';
import { Gone, Redirect } from './redirect.ts';
import { Resource } from './resource.ts';
import { Series } from './series.ts';
import { Tag } from './tag.ts';

const PathTarget = builder.unionType('PathTarget', {
  description: 'What can stand at a path.',
  types: [Post, Series, Tag, Category, Author, Resource, Redirect, Gone],
});

builder.queryField('resolve', (t) =>
  t.field({
    type: PathTarget,
    nullable: true,
    description:
      'What stands at a path of the site: what a router needs, in one query. Null when nothing does.',
    args: {
      path: t.arg.string({
        required: true,
        description: 'Beginning with "/". A query, a fragment and a "/" at the end make no difference.',
      }),
    },
    resolve: async (_root, args, scope) => {
      const target = await load(scope, targetByPath, normalisePath(args.path));
      return target === null ? null : nodeReads[target.type](scope, target.id);
    },
  }),
);
