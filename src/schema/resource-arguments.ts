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
import { newestResourceFirst } from '../loaders/resource-list.ts';
import { DateTimeFilter } from './post-filter.ts';
import { EventKind, ResourceKind } from './resource-kind.ts';
import { OrderDirection } from './scalars.ts';
import { SlugFilter } from './slug-filter.ts';

const ResourceFilter = builder.inputRef<ResourceFilterShape>('ResourceFilter').implement({
  description: 'Which resources are wanted. Everything that is given must hold.',
  fields: (t) => ({
    kinds: t.field({ type: [ResourceKind], description: 'Of one of these kinds.' }),
    eventKinds: t.field({ type: [EventKind], description: 'Events of one of these sorts.' }),
    tags: t.field({ type: SlugFilter, description: 'By the slugs of its tags.' }),
    speakers: t.field({ type: SlugFilter, description: 'By the slugs of those who speak in it.' }),
    during: t.field({
      type: DateTimeFilter,
      description:
        'By when it takes place, or was published: it is not over before from, and has begun before before. So what is to come is from now, and what has been is before now.',
    }),
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

export const resourceFilterArgument = builder.args((t) => ({
  filter: t.field({ type: ResourceFilter, description: 'Only these resources.' }),
}));

export const resourceListArguments = builder.args((t) => ({
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

export function readRankedResources(args: FilterArguments) {
  const filter = args.filter ?? null;
  if (filter !== null) {
    const { tags, speakers, languages, during } = filter;
    checkPostFilter({ tags, authors: speakers, languages, published: during });
  }
  return { page: readPage(args), filter };
}

export function readResourceList(
  args: FilterArguments & { readonly orderBy?: readonly OrderKey<ResourceOrderField>[] | null | undefined },
): ResourceListRequest {
  return { ...readRankedResources(args), order: readOrder(args.orderBy, newestResourceFirst) };
}
