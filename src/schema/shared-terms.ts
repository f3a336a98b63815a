import { builder } from '../builder.ts';
import type { OrderKey } from '../domain/order.ts';
import { readOrder } from '../domain/order.ts';
import type { PageArguments } from '../domain/page.ts';
import { pageCost, readPage } from '../domain/page.ts';
import type { NameOrderField } from '../loaders/name-order.ts';
import { tagsByTag } from '../loaders/related-tags.ts';
import { seriesBySeries } from '../loaders/related-series.ts';
import type { SharedRequest } from '../loaders/shared-terms.ts';
import { authorsOf, categoriesOf, mostSharedFirst, seriesOf, tagsOf } from '../loaders/shared-terms.ts';
import { Author, AuthorConnection } from './author.ts';
import { Category, CategoryConnection } from './category.ts';
import { childConnection } from './connection.ts';
import { NameOrder } from './name-order.ts';
import { Series, SeriesConnection } from './series.ts';
import { Tag, TagConnection } from './tag.ts';

const orderArguments = builder.args((t) => ({
  orderBy: t.field({
    type: [NameOrder],
    description:
      'The first key counts most; equal items are ordered by id. Here POST_COUNT counts the posts in common; most of them first when absent.',
  }),
}));

interface SharedArguments extends PageArguments {
  readonly orderBy?: readonly OrderKey<NameOrderField>[] | null | undefined;
}

function readShared(args: SharedArguments): SharedRequest {
  const given = args.orderBy ?? [];
  const order = given.length === 0 ? mostSharedFirst : readOrder(given, { field: 'NAME', direction: 'ASC' });
  return { page: readPage(args), order };
}

/** All posts of the owner are counted for it, so it costs more than a list that is only walked. */
const counted = {
  complexity: (args: PageArguments) => ({ field: 10, multiplier: pageCost(args) }),
};

builder.prismaObjectFields(Tag, (t) => ({
  relatedTags: t.connection(
    {
      type: Tag,
      ...counted,
      description:
        'Tags that come together with it: those first that do so more often than chance would have it; see score and sharedPostCount of the edges.',
      resolve: (tag, args, scope) => childConnection(scope, tagsByTag, tag.id, { page: readPage(args) }),
    },
    TagConnection,
  ),
  authors: t.connection(
    {
      type: Author,
      ...counted,
      description: 'Who wrote the posts that have it.',
      args: orderArguments,
      resolve: (tag, args, scope) => childConnection(scope, authorsOf.TAG, tag.id, readShared(args)),
    },
    AuthorConnection,
  ),
  categories: t.connection(
    {
      type: Category,
      ...counted,
      description: 'Where the posts that have it are filed.',
      args: orderArguments,
      resolve: (tag, args, scope) => childConnection(scope, categoriesOf.TAG, tag.id, readShared(args)),
    },
    CategoryConnection,
  ),
  series: t.connection(
    {
      type: Series,
      ...counted,
      description: 'Series with posts that have it.',
      args: orderArguments,
      resolve: (tag, args, scope) => childConnection(scope, seriesOf.TAG, tag.id, readShared(args)),
    },
    SeriesConnection,
  ),
}));

builder.prismaObjectFields(Author, (t) => ({
  tags: t.connection(
    {
      type: Tag,
      ...counted,
      description: 'What they write about: the tags of their posts.',
      args: orderArguments,
      resolve: (author, args, scope) => childConnection(scope, tagsOf.AUTHOR, author.id, readShared(args)),
    },
    TagConnection,
  ),
  categories: t.connection(
    {
      type: Category,
      ...counted,
      description: 'Where their posts are filed.',
      args: orderArguments,
      resolve: (author, args, scope) =>
        childConnection(scope, categoriesOf.AUTHOR, author.id, readShared(args)),
    },
    CategoryConnection,
  ),
  series: t.connection(
    {
      type: Series,
      ...counted,
      description: 'Series with posts of theirs.',
      args: orderArguments,
      resolve: (author, args, scope) => childConnection(scope, seriesOf.AUTHOR, author.id, readShared(args)),
    },
    SeriesConnection,
  ),
  coAuthors: t.connection(
    {
      type: Author,
      ...counted,
      description: 'With whom they wrote posts.',
      args: orderArguments,
      resolve: (author, args, scope) => childConnection(scope, authorsOf.AUTHOR, author.id, readShared(args)),
    },
    AuthorConnection,
  ),
}));

builder.prismaObjectFields(Category, (t) => ({
  tags: t.connection(
    {
      type: Tag,
      ...counted,
      description: 'The tags of the posts filed in it or below it.',
      args: orderArguments,
      resolve: (category, args, scope) =>
        childConnection(scope, tagsOf.CATEGORY, category.id, readShared(args)),
    },
    TagConnection,
  ),
  authors: t.connection(
    {
      type: Author,
      ...counted,
      description: 'Who wrote the posts filed in it or below it.',
      args: orderArguments,
      resolve: (category, args, scope) =>
        childConnection(scope, authorsOf.CATEGORY, category.id, readShared(args)),
    },
    AuthorConnection,
  ),
  series: t.connection(
    {
      type: Series,
      ...counted,
      description: 'Series with posts that are filed in it or below it.',
      args: orderArguments,
      resolve: (category, args, scope) =>
        childConnection(scope, seriesOf.CATEGORY, category.id, readShared(args)),
    },
    SeriesConnection,
  ),
}));

builder.prismaObjectFields(Series, (t) => ({
  tags: t.connection(
    {
      type: Tag,
      ...counted,
      description: 'The tags of its posts.',
      args: orderArguments,
      resolve: (series, args, scope) => childConnection(scope, tagsOf.SERIES, series.id, readShared(args)),
    },
    TagConnection,
  ),
  authors: t.connection(
    {
      type: Author,
      ...counted,
      description: 'Who wrote its posts.',
      args: orderArguments,
      resolve: (series, args, scope) => childConnection(scope, authorsOf.SERIES, series.id, readShared(args)),
    },
    AuthorConnection,
  ),
  categories: t.connection(
    {
      type: Category,
      ...counted,
      description: 'Where its posts are filed.',
      args: orderArguments,
      resolve: (series, args, scope) =>
        childConnection(scope, categoriesOf.SERIES, series.id, readShared(args)),
    },
    CategoryConnection,
  ),
  relatedSeries: t.connection(
    {
      type: Series,
      ...counted,
      description:
        'Series on its topics, by the tags of their posts: those in its language first, a rare tag counting for more.',
      resolve: (series, args, scope) =>
        childConnection(scope, seriesBySeries, series.id, { page: readPage(args) }),
    },
    SeriesConnection,
  ),
}));
