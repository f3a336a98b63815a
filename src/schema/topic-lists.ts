import { builder } from '../builder.ts';
import { readPage } from '../domain/page.ts';
import { checkPostFilter } from '../domain/post-filter.ts';
import { loadWantedLanguages } from '../loaders/languages.ts';
import { postsByResource } from '../loaders/topic-posts.ts';
import {
  resourcesByCategory,
  resourcesByPost,
  resourcesByResource,
  resourcesBySeries,
} from '../loaders/topic-resources.ts';
import { Category } from './category.ts';
import { childConnection } from './connection.ts';
import { languageArguments } from './language-arguments.ts';
import { Post, PostConnection } from './post.ts';
import { PostFilter } from './post-filter.ts';
import { Resource, ResourceConnection } from './resource.ts';
import { readRankedResources, resourceFilterArgument } from './resource-arguments.ts';
import { Series } from './series.ts';

// What belongs together by its topics: the tags that posts and resources share.
builder.prismaObjectField(Post, 'resources', (t) =>
  t.connection(
    {
      type: Resource,
      description:
        'Resources on its topics: those in its language first, then those that share most tags with it, a rare tag counting for more.',
      args: resourceFilterArgument,
      resolve: (post, args, scope) =>
        childConnection(scope, resourcesByPost, post.id, readRankedResources(args)),
    },
    ResourceConnection,
  ),
);

builder.prismaObjectField(Category, 'resources', (t) =>
  t.connection(
    {
      type: Resource,
      description:
        'Resources on the topics of its posts and of those below it: those that share most tags with them first, a rare tag counting for more.',
      args: resourceFilterArgument,
      resolve: (category, args, scope) =>
        childConnection(scope, resourcesByCategory, category.id, readRankedResources(args)),
    },
    ResourceConnection,
  ),
);

builder.prismaObjectField(Series, 'resources', (t) =>
  t.connection(
    {
      type: Resource,
      description:
        'Resources on the topics of its posts: those in its language first, then those that share most tags with them, a rare tag counting for more.',
      args: resourceFilterArgument,
      resolve: (series, args, scope) =>
        childConnection(scope, resourcesBySeries, series.id, readRankedResources(args)),
    },
    ResourceConnection,
  ),
);

builder.prismaObjectFields(Resource, (t) => ({
  relatedResources: t.connection(
    {
      type: Resource,
      description:
        'Other resources on its topics: those in its language first, then those that share most tags with it, a rare tag counting for more.',
      args: resourceFilterArgument,
      resolve: (resource, args, scope) =>
        childConnection(scope, resourcesByResource, resource.id, readRankedResources(args)),
    },
    ResourceConnection,
  ),
  posts: t.connection(
    {
      type: Post,
      description:
        'Posts on its topics: those in its language first, then those that share most tags with it, a rare tag counting for more.',
      args: {
        ...languageArguments,
        filter: t.arg({ type: PostFilter, description: 'Only these posts.' }),
      },
      resolve: async (resource, args, scope) => {
        const filter = args.filter ?? null;
        if (filter !== null) checkPostFilter(filter);
        const languages = await loadWantedLanguages(scope, args);
        const request = { page: readPage(args), filter, languages };
        return childConnection(scope, postsByResource, resource.id, request);
      },
    },
    PostConnection,
  ),
}));
