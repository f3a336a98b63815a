/** What the terms of a taxonomy are here. */
export type TermKind =
  'category' | 'tag' | 'series' | 'author' | 'language' | 'translation' | 'format' | 'other';

const kinds: Readonly<Record<string, TermKind>> = {
  category: 'category',
  post_tag: 'tag',
  // Organize Series, PublishPress Series, Series (Tadlock); older names; WP Post Series.
  series: 'series',
  organize_series: 'series',
  'organize-series': 'series',
  post_series: 'series',
  // Co-Authors Plus.
  author: 'author',
  // Polylang.
  language: 'language',
  post_translations: 'translation',
  post_format: 'format',
};

/** Taxonomies by which WordPress and its plugins steer themselves: nobody reads them. */
const inner =
  /^(?:nav_menu|link_category|wp_|term_|translation_priority$|yst_prominent_words$|amp_|elementor_|fl-builder|ngg_|product_|pa_|action-group$|following_users$|post_status$|mentions?$)/;

/** @returns null for what steers the site and says nothing of a post */
export function termKind(taxonomy: string): TermKind | null {
  if (Object.hasOwn(kinds, taxonomy)) return kinds[taxonomy] ?? 'other';
  return inner.test(taxonomy) ? null : 'other';
}

/** The taxonomies of a kind. */
export function taxonomiesOf(kind: TermKind): string[] {
  return Object.keys(kinds).filter((name) => kinds[name] === kind);
}
