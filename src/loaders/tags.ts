import { visibleTag } from '../db/visible.ts';
import { sightOf } from '../domain/visibility.ts';
import type { Tag } from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { ListSource } from './list-source.ts';
import { defineLookup, defineRowsOf } from './lookup.ts';
import type { NameOrderField, OrderedRequest } from './name-order.ts';
import { byName, nameFields } from './name-order.ts';
import type { ReadScope } from './scope.ts';
import { isUsual, sortKeys } from './sort-fields.ts';

const table = { table: 'Tag', visible: visibleTag };

export const tagById = defineLookup<Tag>({ ...table, name: 'tagById', column: 'id' });
export const tagBySlug = defineLookup<Tag>({ ...table, name: 'tagBySlug', column: 'slug' });
export const tagByPath = defineLookup<Tag>({ ...table, name: 'tagByPath', column: 'path' });

/** In the author's order. */
export const tagsByPost = defineRowsOf<Tag>(
  'tagsByPost',
  (owners, sight) => Prisma.sql`select j."postId" as "ofOwner", t.*
from "PostTag" j join "Tag" t on t."id" = j."tagId"
where j."postId" = any(${owners}) and ${visibleTag(sight, 't')}
order by j."postId", j."position"`,
);

/** In the author's order. */
export const tagsByResource = defineRowsOf<Tag>(
  'tagsByResource',
  (owners, sight) => Prisma.sql`select j."resourceId" as "ofOwner", t.*
from "ResourceTag" j join "Tag" t on t."id" = j."tagId"
where j."resourceId" = any(${owners}) and ${visibleTag(sight, 't')}
order by j."resourceId", j."position"`,
);

/** All tags. */
export function tagSource(scope: ReadScope, { order }: OrderedRequest<NameOrderField>): ListSource<Tag> {
  return {
    name: 'tags',
    columns: Prisma.sql`t.*`,
    from: Prisma.sql`"Tag" t`,
    where: [visibleTag(sightOf(scope.viewer), 't')],
    order: sortKeys(nameFields, order, 't'),
    fixedShape: isUsual(order, byName),
  };
}
