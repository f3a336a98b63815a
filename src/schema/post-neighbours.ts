import { builder } from '../builder.ts';
import { load } from '../loaders/loader.ts';
import { neighbours } from '../loaders/post-neighbours.ts';
import { Post } from './post.ts';

const PostNeighbourhood = builder.enumType('PostNeighbourhood', {
  description:
    'Among which posts the previous or the next one is looked for. All but SERIES go by date, within the language.',
  values: {
    BLOG: { description: 'All posts.' },
    SERIES: {
      description:
        'Its series, by position; parts to come are passed over. Of several series the first by title.',
    },
    CATEGORY: { description: 'Posts filed in the same category.' },
    TAG: { description: 'Posts with its first tag.' },
    AUTHOR: { description: 'Posts of its first author.' },
  },
});

const within = builder.args((t) => ({
  within: t.field({
    type: PostNeighbourhood,
    defaultValue: 'BLOG',
    required: true,
    description: 'Among which posts.',
  }),
}));

builder.prismaObjectFields(Post, (t) => ({
  previous: t.field({
    type: Post,
    nullable: true,
    description: 'The post before it: the next older one, or the part before. Null at the start.',
    args: within,
    resolve: (post, args, scope) => load(scope, neighbours[args.within].previous, post.id),
  }),
  next: t.field({
    type: Post,
    nullable: true,
    description: 'The post after it: the next newer one, or the part after. Null at the end.',
    args: within,
    resolve: (post, args, scope) => load(scope, neighbours[args.within].next, post.id),
  }),
}));
