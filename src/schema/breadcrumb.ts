import { builder } from '../builder.ts';
import { loadBreadcrumb, loadCategoryBreadcrumb, loadPostBreadcrumb } from '../loaders/seo/breadcrumbs.ts';
import type { AddressedCrumb } from '../domain/seo/breadcrumb.ts';
import { Author } from './author.ts';
import { Category } from './category.ts';
import { Post } from './post.ts';
import { Resource } from './resource.ts';
import { Series } from './series.ts';
import { Tag } from './tag.ts';

const Breadcrumb = builder.objectRef<AddressedCrumb>('Breadcrumb').implement({
  description: "A step on the way from the site's home to a page.",
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is called.' }),
    path: t.exposeString('path', { description: 'Its page on the site, beginning with "/".' }),
    url: t.field({ type: 'URL', description: 'The same, absolute.', resolve: ({ url }) => url }),
  }),
});

const way = 'The way from the home of the site to its page, both included.';

builder.prismaObjectField(Post, 'breadcrumb', (t) =>
  t.field({
    type: [Breadcrumb],
    description: `${way} It leads through the categories that it is filed in.`,
    resolve: (post, _args, scope) => loadPostBreadcrumb(scope, post),
  }),
);

builder.prismaObjectField(Category, 'breadcrumb', (t) =>
  t.field({
    type: [Breadcrumb],
    description: `${way} It leads through the categories above it.`,
    resolve: (category, _args, scope) => loadCategoryBreadcrumb(scope, category),
  }),
);

builder.prismaObjectField(Series, 'breadcrumb', (t) =>
  t.field({
    type: [Breadcrumb],
    description: way,
    resolve: ({ title, path }, _args, scope) => loadBreadcrumb(scope, { name: title, path }),
  }),
);

builder.prismaObjectField(Resource, 'breadcrumb', (t) =>
  t.field({
    type: [Breadcrumb],
    description: way,
    resolve: ({ title, path }, _args, scope) => loadBreadcrumb(scope, { name: title, path }),
  }),
);

builder.prismaObjectField(Author, 'breadcrumb', (t) =>
  t.field({
    type: [Breadcrumb],
    description: way,
    resolve: (author, _args, scope) => loadBreadcrumb(scope, author),
  }),
);

builder.prismaObjectField(Tag, 'breadcrumb', (t) =>
  t.field({
    type: [Breadcrumb],
    description: way,
    resolve: (tag, _args, scope) => loadBreadcrumb(scope, tag),
  }),
);
