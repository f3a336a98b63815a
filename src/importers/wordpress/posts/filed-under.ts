import type { WxrItem } from '../export/wxr-item.ts';
import { isNoCategory } from './no-category.ts';
import { primaryCategoryId } from './seo-fields.ts';
import { termKind } from './taxonomies.ts';
import type { TermIndex } from './term-index.ts';

/** Keys of the tags of a post. */
export function tagsOf({ terms }: WxrItem): string[] {
  return terms.filter(({ taxonomy }) => termKind(taxonomy) === 'tag').map(({ slug }) => slug);
}

/** Keys of the categories of a post; first the one that an SEO plugin calls its primary one. */
export function categoriesOf(item: WxrItem, terms: TermIndex): string[] {
  const slugs = item.terms
    .filter((term) => termKind(term.taxonomy) === 'category' && !isNoCategory(terms.mention(term).name))
    .map(({ slug }) => slug);
  const id = primaryCategoryId(item);
  const primary = id === null ? undefined : terms.byId(id)?.slug;
  return primary !== undefined && slugs.includes(primary)
    ? [primary, ...slugs.filter((slug) => slug !== primary)]
    : slugs;
}
