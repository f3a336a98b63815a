import { builder } from '../builder.ts';
import { rowIdOf } from '../domain/global-id.ts';
import { readOrder } from '../domain/order.ts';
import { readPage } from '../domain/page.ts';
import { normalisePath } from '../domain/permalink.ts';
import { load } from '../loaders/loader.ts';
import { byName } from '../loaders/name-order.ts';
import { loadPageUrl } from '../loaders/site.ts';
import { tagById, tagByPath, tagBySlug, tagSource } from '../loaders/tags.ts';
import { listConnection } from './connection.ts';
import { NameOrder, nameOrderDescription } from './name-order.ts';
import { numberOf, sharedPostCount } from './row-number.ts';

export const Tag = builder.prismaNode('Tag', {
  description:
    'A topic, shared by posts and resources. Seen once something public has it, or when the site declares it.',
  id: { field: 'id' },
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'URL-safe name, unique among tags.' }),
    name: t.exposeString('name', { description: 'Its most frequent spelling.' }),
    path: t.exposeString('path', { description: 'Its page on the site, beginning with "/".' }),
    url: t.field({
      type: 'URL',
      description: 'Its page on the site.',
      resolve: (tag, _args, scope) => loadPageUrl(scope, tag.path),
    }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'What it is about, as plain text.',
    }),
    postCount: t.exposeInt('postCount', { description: 'How many public posts have it.' }),
    resourceCount: t.exposeInt('resourceCount', { description: 'How many public resources have it.' }),
  }),
});

export const TagConnection = builder.connectionObject(
  { type: Tag, name: 'TagConnection', description: 'A page of tags.' },
  {
    name: 'TagEdge',
    description: 'A tag in a list.',
    fields: (t) => ({
      sharedPostCount: t.int(sharedPostCount),
      score: t.float({
        nullable: true,
        description:
          'In relatedTags: the posts in common times the logarithm of how many times as often that is as chance would have it; below 0 when less often. Null in other lists.',
        resolve: ({ node }) => numberOf(node, 'score'),
      }),
    }),
  },
);

const TagBy = builder.inputType('TagBy', {
  description: 'Names one tag, in exactly one way.',
  isOneOf: true,
  fields: (t) => ({
    slug: t.string({ description: 'Its slug.' }),
    id: t.id({ description: 'Its global id.' }),
    path: t.string({ description: 'Its page on the site.' }),
  }),
});

builder.queryFields((t) => ({
  tag: t.field({
    type: Tag,
    nullable: true,
    description: 'One tag; null when there is none.',
    args: { by: t.arg({ type: TagBy, required: true, description: 'Which one.' }) },
    resolve: (_root, { by }, scope) => {
      if (by.id != null) return load(scope, tagById, rowIdOf('Tag', by.id));
      if (by.path != null) return load(scope, tagByPath, normalisePath(by.path));
      return load(scope, tagBySlug, by.slug);
    },
  }),
  tags: t.connection(
    {
      type: Tag,
      description: 'All tags.',
      args: { orderBy: t.arg({ type: [NameOrder], description: nameOrderDescription }) },
      resolve: (_root, args, scope) => {
        const request = { page: readPage(args), order: readOrder(args.orderBy, byName) };
        return listConnection(scope, tagSource(scope, request), request.page);
      },
    },
    TagConnection,
  ),
}));
