import { builder } from '../builder.ts';
import type { OrderKey } from '../domain/order.ts';
import { readOrder } from '../domain/order.ts';
import type { PageArguments } from '../domain/page.ts';
import { readPage } from '../domain/page.ts';
import { checkPostFilter } from '../domain/post-filter.ts';
import type {
  ResourceFilter as ResourceFilterShape,
  ResourceListRequest,
  ResourceOrderField,
} from '../loaders/resource-list.ts';
import {
  newestResourceFirst,
  resourcesBySpeaker,
  resourcesByTag,
  resourceSource,
} from '../loaders/resource-list.ts';
import { resourcesByPost } from '../loaders/resources-by-post.ts';
import { Author } from './author.ts';
import { childConnection, listConnection } from './connection.ts';
import { Post } from './post.ts';
import { Resource, ResourceConnection } from './resource.ts';
import { EventKind, ResourceKind } from './resource-kind.ts';
import { OrderDirection } from './scalars.ts';
import { SlugFilter } from './slug-filter.ts';
import { Tag } from './tag.ts';

const ResourceFilter = builder.inputRef<ResourceFilterShape>('ResourceFilter').implement({
  description: 'Which resources are wanted. Everything that is given must hold.',
  fields: (t) => ({
    kinds: t.field({ type: [ResourceKind], description: 'Of one of these kinds.' }),
    eventKinds: t.field({ type: [EventKind], description: 'Events of one of these sorts.' }),
    tags: t.field({ type: SlugFilter, description: 'By the slugs of its tags.' }),
    languages: t.stringList({ description: 'In one of these languages (BCP 47 tags).' }),
  }),
});

const ResourceOrderFieldEnum = builder.enumType('ResourceOrderField', {
  description: 'What resources can be ordered by.',
  values: {
    DATE: { description: 'When it takes place, or was published.' },
    TITLE: { description: 'The title, without regard to case and accents.' },
  },
});

const ResourceOrder = builder.inputType('ResourceOrder', {
  description: 'One key of an order of resources.',
  fields: (t) => ({
    field: t.field({ type: ResourceOrderFieldEnum, required: true, description: 'What to order by.' }),
    direction: t.field({
      type: OrderDirection,
      defaultValue: 'ASC',
      required: true,
      description: 'Which end is first.',
    }),
  }),
});

const filterArgument = builder.args((t) => ({
  filter: t.field({ type: ResourceFilter, description: 'Only these resources.' }),
}));

const listArguments = builder.args((t) => ({
  filter: t.field({ type: ResourceFilter, description: 'Only these resources.' }),
  orderBy: t.field({
    type: [ResourceOrder],
    description:
      'The first key counts most; equal resources are ordered by id. The newest first when absent.',
  }),
}));

interface FilterArguments extends PageArguments {
  readonly filter?: ResourceFilterShape | null | undefined;
}

function readRanked(args: FilterArguments) {
  const filter = args.filter ?? null;
  if (filter !== null) checkPostFilter({ tags: filter.tags, languages: filter.languages });
  return { page: readPage(args), filter };
}

function readList(
  args: FilterArguments & { readonly orderBy?: readonly OrderKey<ResourceOrderField>[] | null | undefined },
): ResourceListRequest {
  return { ...readRanked(args), order: readOrder(args.orderBy, newestResourceFirst) };
}

builder.queryField('resources', (t) =>
  t.connection(
    {
      type: Resource,
      description: 'All resources, in every language.',
      args: listArguments,
      resolve: (_root, args, scope) => {
        const request = readList(args);
        return listConnection(scope, resourceSource(scope, request), request.page);
      },
    },
    ResourceConnection,
  ),
);

builder.prismaObjectField(Post, 'resources', (t) =>
  t.connection(
    {
      type: Resource,
      description:
        'Resources on its topics: those that share most tags with it first, a rare tag counting for more.',
      args: filterArgument,
      resolve: (post, args, scope) => childConnection(scope, resourcesByPost, post.id, readRanked(args)),
    },
    ResourceConnection,
  ),
);

builder.prismaObjectField(Tag, 'resources', (t) =>
  t.connection(
    {
      type: Resource,
      description: 'The resources that have it.',
      args: listArguments,
      resolve: (tag, args, scope) => childConnection(scope, resourcesByTag, tag.id, readList(args)),
    },
    ResourceConnection,
  ),
);

builder.prismaObjectField(Author, 'resources', (t) =>
  t.connection(
    {
      type: Resource,
      description: 'The resources in which they speak.',
      args: listArguments,
      resolve: (author, args, scope) => childConnection(scope, resourcesBySpeaker, author.id, readList(args)),
    },
    ResourceConnection,
  ),
);
