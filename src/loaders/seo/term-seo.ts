import type { AddressedCrumb } from '../../domain/seo/breadcrumb.ts';
import { termThings } from '../../domain/seo/page-things.ts';
import type { Category, Tag } from '../../generated/prisma/client.ts';
import type { ReadScope } from '../scope.ts';
import { loadBreadcrumb, loadCategoryBreadcrumb } from './breadcrumbs.ts';
import { feedsOf, loadPlainBasics, plainPage } from './plain-page.ts';
import type { SeoSource } from './seo-source.ts';
import { seoSource } from './seo-source.ts';

/** What search engines and cards are told of a tag. */
export function tagSeo(scope: ReadScope, tag: Tag): SeoSource {
  return termSeo(scope, tag, () => loadBreadcrumb(scope, tag));
}

/** The same of a category. */
export function categorySeo(scope: ReadScope, category: Category): SeoSource {
  return termSeo(scope, category, () => loadCategoryBreadcrumb(scope, category));
}

function termSeo(scope: ReadScope, term: Tag | Category, way: () => Promise<AddressedCrumb[]>): SeoSource {
  const { name, path, description } = term;
  return seoSource({
    type: 'website',
    basics: () => loadPlainBasics(scope, { title: name, path, texts: [description] }),
    page: async (basics) => ({ ...basics, ...plainPage, breadcrumb: await way(), feeds: feedsOf(basics) }),
    things: (page) => termThings(page, name),
  });
}
