import type { AddressedCrumb, Crumb } from '../../domain/seo/breadcrumb.ts';
import { breadcrumbOf, treePathsTo } from '../../domain/seo/breadcrumb.ts';
import type { Category, Post } from '../../generated/prisma/client.ts';
import { categoriesByPost, categoryByTreePath } from '../categories.ts';
import { load, loadAll } from '../loader.ts';
import type { ReadScope } from '../scope.ts';
import { loadSite } from '../site.ts';
import { loadHref } from './site-facts.ts';

/** The way from the home to a page that stands under no category. */
export function loadBreadcrumb(scope: ReadScope, page: Crumb): Promise<AddressedCrumb[]> {
  return addressed(scope, [], page);
}

/** The way to a category, through those above it. */
export async function loadCategoryBreadcrumb(
  scope: ReadScope,
  category: Category,
): Promise<AddressedCrumb[]> {
  return addressed(scope, await above(scope, category), category);
}

/** The way to a post, through its category; a post that is filed nowhere stands right below the home. */
export async function loadPostBreadcrumb(
  scope: ReadScope,
  { id, title, path }: Post,
): Promise<AddressedCrumb[]> {
  const [category] = await load(scope, categoriesByPost, id);
  const way = category === undefined ? [] : [...(await above(scope, category)), category];
  return addressed(scope, way, { name: title, path });
}

async function above(scope: ReadScope, { treePath }: Category): Promise<Category[]> {
  const found = await loadAll(scope, categoryByTreePath, treePathsTo(treePath).slice(0, -1));
  return found.filter((category) => category !== null);
}

async function addressed(scope: ReadScope, above: readonly Crumb[], page: Crumb): Promise<AddressedCrumb[]> {
  const { name } = await loadSite(scope);
  const crumbs = breadcrumbOf(name, above, page);
  return Promise.all(crumbs.map(async (crumb) => ({ ...crumb, url: await loadHref(scope, crumb.path) })));
}
