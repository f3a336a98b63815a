import { builder } from '../builder.ts';
import { resourcesBySpeaker, resourcesByTag, resourceSource } from '../loaders/resource-list.ts';
import { Author } from './author.ts';
import { childConnection, listConnection } from './connection.ts';
import { Resource, ResourceConnection } from './resource.ts';
import { readResourceList, resourceListArguments } from './resource-arguments.ts';
import { Tag } from './tag.ts';

builder.queryField('resources', (t) =>
  t.connection(
    {
      type: Resource,
      description: 'All resources, in every language.',
      args: resourceListArguments,
      resolve: (_root, args, scope) => {
        const request = readResourceList(args);
        return listConnection(scope, resourceSource(scope, request), request.page);
      },
    },
    ResourceConnection,
  ),
);

builder.prismaObjectField(Tag, 'resources', (t) =>
  t.connection(
    {
      type: Resource,
      description: 'The resources that have it.',
      args: resourceListArguments,
      resolve: (tag, args, scope) => childConnection(scope, resourcesByTag, tag.id, readResourceList(args)),
    },
    ResourceConnection,
  ),
);

builder.prismaObjectField(Author, 'resources', (t) =>
  t.connection(
    {
      type: Resource,
      description: 'The resources in which they speak.',
      args: resourceListArguments,
      resolve: (author, args, scope) =>
        childConnection(scope, resourcesBySpeaker, author.id, readResourceList(args)),
    },
    ResourceConnection,
  ),
);
