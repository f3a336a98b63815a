import { visibleCategory } from '../db/visible.ts';
import { sightOf } from '../domain/visibility.ts';
import type { Category } from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { defineChildList } from './child-list.ts';
import type { ListSource } from './list-source.ts';
import { defineLookup, defineRowsOf } from './lookup.ts';
import type { NameOrderField, OrderedRequest } from './name-order.ts';
import { byName, nameFields } from './name-order.ts';
import type { ReadScope } from './scope.ts';
import type { SortFields } from './sort-fields.ts';
import { isUsual, sortKeys } from './sort-fields.ts';

const table = { table: 'Category', visible: visibleCategory };

export const categoryById = defineLookup<Category>({ ...table, name: 'categoryById', column: 'id' });
export const categoryByPath = defineLookup<Category>({ ...table, name: 'categoryByPath', column: 'path' });
export const categoryByTreePath = defineLookup<Category>({
  ...table,
  name: 'categoryByTreePath',
  column: 'treePath',
});

/** Of several with one slug, the one nearest to the root. */
export const categoryBySlug = defineLookup<Category>({
  ...table,
  name: 'categoryBySlug',
  column: 'slug',
  first: Prisma.sql`length(x."treePath") - length(replace(x."treePath", '/', '')), x."treePath"`,
});

/** The post's category first, then its further ones. */
export const categoriesByPost = defineRowsOf<Category>(
  'categoriesByPost',
  (owners, sight) => Prisma.sql`select j."postId" as "ofOwner", c.*
from "PostCategory" j join "Category" c on c."id" = j."categoryId"
where j."postId" = any(${owners}) and ${visibleCategory(sight, 'c')}
order by j."postId", j."position"`,
);

const fields: SortFields<NameOrderField> = {
  ...nameFields,
  POST_COUNT: { name: 'treePostCount', type: 'integer' },
};

export interface CategoryListRequest extends OrderedRequest<NameOrderField> {
  /** Only those without a parent. */
  readonly rootsOnly: boolean;
}

/** All categories, or those at the top. */
export function categorySource(
  scope: ReadScope,
  { order, rootsOnly }: CategoryListRequest,
): ListSource<Category> {
  const visible = visibleCategory(sightOf(scope.viewer), 'c');
  return {
    name: 'categories',
    columns: Prisma.sql`c.*`,
    from: Prisma.sql`"Category" c`,
    where: rootsOnly ? [visible, Prisma.sql`c."parentId" is null`] : [visible],
    order: sortKeys(fields, order, 'c'),
    fixedShape: isUsual(order, byName),
  };
}

/** The categories right below one. */
export const categoriesByParent = defineChildList<OrderedRequest<NameOrderField>, Category>(
  (scope, { order }) => ({
    name: 'categoriesByParent',
    columns: Prisma.sql`c.*`,
    from: Prisma.sql`"Category" c`,
    where: [Prisma.sql`c."parentId" = o."key"`, visibleCategory(sightOf(scope.viewer), 'c')],
    order: sortKeys(fields, order, 'c'),
    fixedShape: isUsual(order, byName),
  }),
);
