import { visibleAuthor } from '../db/visible.ts';
import { sightOf } from '../domain/visibility.ts';
import type { Author } from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { ListSource } from './list-source.ts';
import { defineLookup, defineRowsOf } from './lookup.ts';
import type { NameOrderField, OrderedRequest } from './name-order.ts';
import { byName, nameFields } from './name-order.ts';
import type { ReadScope } from './scope.ts';
import { isUsual, sortKeys } from './sort-fields.ts';

const table = { table: 'Author', visible: visibleAuthor };

export const authorById = defineLookup<Author>({ ...table, name: 'authorById', column: 'id' });
export const authorBySlug = defineLookup<Author>({ ...table, name: 'authorBySlug', column: 'slug' });
export const authorByPath = defineLookup<Author>({ ...table, name: 'authorByPath', column: 'path' });

/** In the order of the byline. */
export const authorsByPost = defineRowsOf<Author>(
  'authorsByPost',
  (owners, sight) => Prisma.sql`select j."postId" as "ofOwner", a.*
from "PostAuthor" j join "Author" a on a."id" = j."authorId"
where j."postId" = any(${owners}) and ${visibleAuthor(sight, 'a')}
order by j."postId", j."position"`,
);

/** Who speaks in a resource, in its order. */
export const speakersByResource = defineRowsOf<Author>(
  'speakersByResource',
  (owners, sight) => Prisma.sql`select j."resourceId" as "ofOwner", a.*
from "ResourceSpeaker" j join "Author" a on a."id" = j."authorId"
where j."resourceId" = any(${owners}) and ${visibleAuthor(sight, 'a')}
order by j."resourceId", j."position"`,
);

/** All authors. */
export function authorSource(
  scope: ReadScope,
  { order }: OrderedRequest<NameOrderField>,
): ListSource<Author> {
  return {
    name: 'authors',
    columns: Prisma.sql`a.*`,
    from: Prisma.sql`"Author" a`,
    where: [visibleAuthor(sightOf(scope.viewer), 'a')],
    order: sortKeys(nameFields, order, 'a'),
    fixedShape: isUsual(order, byName),
  };
}
