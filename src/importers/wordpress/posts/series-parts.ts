import { asCount } from '../../fields/values.ts';
import type { ForeignPost } from '../../foreign/foreign-blog.ts';
import { metaValue, type WxrItem } from '../export/wxr-item.ts';
import { termKind } from './taxonomies.ts';
import type { TermIndex } from './term-index.ts';

const none: ForeignPost['series'] = [];

/**
 * The series of a post and its part in each: PublishPress Series writes `_series_part_<id of the series>`,
 * Organize Series before it `_series_part`, and `series_part` before version 2.3.
 */
export function seriesParts(item: WxrItem, terms: TermIndex): ForeignPost['series'] {
  const named = item.terms.filter(({ taxonomy }) => termKind(taxonomy) === 'series');
  if (named.length === 0) return none;
  const slugs = new Map(named.map((term) => [term.slug, terms.mention(term)]));
  return [...slugs].map(([key, { id }]) => ({ key, position: partOf(item, id, slugs.size === 1) }));
}

function partOf(item: WxrItem, id: string | null, isOnly: boolean): number | null {
  const own = id === null ? [] : [`_series_part_${id}`, `_series_order_${id}`];
  // A part of no series by name is that of the only one.
  const any = isOnly ? ['_series_part', 'series_part', '_series_order', 'series_order'] : [];
  for (const name of [...own, ...any]) {
    const part = asCount(metaValue(item, name) ?? undefined);
    if (part !== null) return part;
  }
  const numbered = item.meta.filter(([name]) => /^_series_part_\d+$/.test(name));
  return isOnly && numbered.length === 1 ? asCount(numbered[0]?.[1]) : null;
}
