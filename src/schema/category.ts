import { builder } from '../builder.ts';
import { rowIdOf } from '../domain/global-id.ts';
import { readOrder } from '../domain/order.ts';
import { readPage } from '../domain/page.ts';
import { normalisePath } from '../domain/permalink.ts';
import {
  categoriesByParent,
  categoryById,
  categoryByPath,
  categoryBySlug,
  categoryByTreePath,
  categorySource,
} from '../loaders/categories.ts';
import { load } from '../loaders/loader.ts';
import { byName } from '../loaders/name-order.ts';
import { loadPageUrl } from '../loaders/site.ts';
import { childConnection, listConnection } from './connection.ts';
import { NameOrder, nameOrderDescription } from './name-order.ts';
import { sharedPostCount } from './row-number.ts';

export const Category = builder.prismaNode('Category', {
  description: 'A section of the blog; categories form a tree.',
  id: { field: 'id' },
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'URL-safe name, unique beside its siblings.' }),
    treePath: t.exposeString('treePath', { description: 'Slugs from the root joined by "/", unique.' }),
    name: t.exposeString('name', { description: 'As it is printed.' }),
    path: t.exposeString('path', { description: 'Its page on the site, beginning with "/".' }),
    url: t.field({
      type: 'URL',
      description: 'Its page on the site.',
      resolve: (category, _args, scope) => loadPageUrl(scope, category.path),
    }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'What it is about, as plain text.',
    }),
    postCount: t.int({
      description: 'How many public posts it has.',
      args: {
        includeChildren: t.arg.boolean({
          defaultValue: true,
          required: true,
          description: 'With those filed below it.',
        }),
      },
      resolve: (category, args) => (args.includeChildren ? category.treePostCount : category.postCount),
    }),
  }),
});

export const CategoryConnection = builder.connectionObject(
  { type: Category, name: 'CategoryConnection', description: 'A page of categories.' },
  {
    name: 'CategoryEdge',
    description: 'A category in a list.',
    fields: (t) => ({
      sharedPostCount: t.int(sharedPostCount),
    }),
  },
);

builder.prismaObjectFields(Category, (t) => ({
  parent: t.field({
    type: Category,
    nullable: true,
    description: 'The category above; null at the top.',
    resolve: (category, _args, scope) =>
      category.parentId === null ? null : load(scope, categoryById, category.parentId),
  }),
  children: t.connection(
    {
      type: Category,
      description: 'The categories right below it.',
      args: { orderBy: t.arg({ type: [NameOrder], description: nameOrderDescription }) },
      resolve: (category, args, scope) => {
        const request = { page: readPage(args), order: readOrder(args.orderBy, byName) };
        return childConnection(scope, categoriesByParent, category.id, request);
      },
    },
    CategoryConnection,
  ),
}));

const CategoryBy = builder.inputType('CategoryBy', {
  description: 'Names one category, in exactly one way.',
  isOneOf: true,
  fields: (t) => ({
    slug: t.string({ description: 'Its slug; of several, the one nearest to the root.' }),
    treePath: t.string({ description: 'Its slugs from the root: "engineering/databases".' }),
    id: t.id({ description: 'Its global id.' }),
    path: t.string({ description: 'Its page on the site.' }),
  }),
});

builder.queryFields((t) => ({
  category: t.field({
    type: Category,
    nullable: true,
    description: 'One category; null when there is none.',
    args: { by: t.arg({ type: CategoryBy, required: true, description: 'Which one.' }) },
    resolve: (_root, { by }, scope) => {
      if (by.id != null) return load(scope, categoryById, rowIdOf('Category', by.id));
      if (by.path != null) return load(scope, categoryByPath, normalisePath(by.path));
      if (by.treePath != null) return load(scope, categoryByTreePath, by.treePath);
      return load(scope, categoryBySlug, by.slug);
    },
  }),
  categories: t.connection(
    {
      type: Category,
      description: 'All categories, or only those at the top.',
      args: {
        rootsOnly: t.arg.boolean({
          defaultValue: false,
          required: true,
          description: 'Only those without a parent.',
        }),
        orderBy: t.arg({ type: [NameOrder], description: nameOrderDescription }),
      },
      resolve: (_root, args, scope) => {
        const { rootsOnly } = args;
        const request = { page: readPage(args), order: readOrder(args.orderBy, byName), rootsOnly };
        return listConnection(scope, categorySource(scope, request), request.page);
      },
    },
    CategoryConnection,
  ),
}));
