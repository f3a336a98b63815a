import { siteHost } from '../../../domain/address.ts';
import { asWebUrl } from '../../fields/values.ts';
import type { ForeignPost } from '../../foreign/foreign-blog.ts';
import type { WxrItem } from '../export/wxr-item.ts';
import { resolveTemplate, type TemplateValues } from './seo-template.ts';

/** What each field is called by Yoast, Rank Math, All in One SEO, SEOPress, Genesis, Jetpack; then for cards. */
const names = {
  title: [
    ...['_yoast_wpseo_title', 'rank_math_title', '_aioseo_title', '_aioseop_title', '_seopress_titles_title'],
    ...['_genesis_title', 'jetpack_seo_html_title', '_yoast_wpseo_opengraph-title'],
    ...['rank_math_facebook_title', '_seopress_social_fb_title', '_yoast_wpseo_twitter-title'],
    ...['rank_math_twitter_title', '_aioseo_og_title'],
  ],
  description: [
    ...['_yoast_wpseo_metadesc', 'rank_math_description', '_aioseo_description', '_aioseop_description'],
    ...['_seopress_titles_desc', '_genesis_description', 'advanced_seo_description'],
    ...['_yoast_wpseo_opengraph-description', 'rank_math_facebook_description'],
    ...['_seopress_social_fb_desc', '_yoast_wpseo_twitter-description', 'rank_math_twitter_description'],
    '_aioseo_og_description',
  ],
  canonical: [
    ...['_yoast_wpseo_canonical', 'rank_math_canonical_url', '_aioseop_custom_link'],
    ...['_seopress_robots_canonical', '_genesis_canonical_uri'],
  ],
  image: [
    ...['_yoast_wpseo_opengraph-image', 'rank_math_facebook_image', '_seopress_social_fb_img'],
    ...['_social_image_url', '_yoast_wpseo_twitter-image', 'rank_math_twitter_image'],
  ],
  imageId: [
    ...['_yoast_wpseo_opengraph-image-id', 'rank_math_facebook_image_id'],
    ...['_yoast_wpseo_twitter-image-id', 'rank_math_twitter_image_id'],
  ],
  category: ['_yoast_wpseo_primary_category', 'rank_math_primary_category', '_seopress_robots_primary_cat'],
} as const;

/** Who says so, and how; Yoast says "2" for the contrary. */
const noIndexes: readonly (readonly [name: string, says: RegExp])[] = [
  ['_yoast_wpseo_meta-robots-noindex', /^1$/],
  ['rank_math_robots', /noindex/],
  ['_aioseop_noindex', /^(?:on|1)$/],
  ['_seopress_robots_index', /^(?:yes|1)$/],
  ['_genesis_noindex', /^1$/],
  ['jetpack_seo_noindex', /^(?:1|true)$/],
];

export type SeoFields = Pick<ForeignPost, 'seoTitle' | 'seoDescription' | 'shareImage' | 'noIndex'>;

/** What the SEO plugins of a site say of a post. */
export function seoFields(
  item: WxrItem,
  values: TemplateValues,
  imageOf: (id: string) => string | null,
): SeoFields {
  const image = asWebUrl(first(item, 'image') ?? undefined);
  const id = first(item, 'imageId');
  return {
    seoTitle: textOf(item, 'title', values),
    seoDescription: textOf(item, 'description', values),
    shareImage: image ?? (id === null ? null : imageOf(id)),
    noIndex: noIndexes.some(([name, says]) =>
      item.meta.some(([known, value]) => known === name && says.test(value)),
    ),
  };
}

/** The address that search engines are to take instead; null when it is on the blog's own site. */
export function canonicalOf(
  item: WxrItem,
  site: string,
): { readonly url: string | null; readonly isOwn: boolean } {
  const written = first(item, 'canonical');
  const url = asWebUrl(written ?? undefined);
  const host = siteHost(site);
  const isOwn = written !== null && (url === null || siteHost(url) === host);
  return { url: isOwn ? null : url, isOwn: isOwn && url !== null };
}

/** Id of the category that counts most. */
export function primaryCategoryId(item: WxrItem): string | null {
  return first(item, 'category');
}

function textOf(item: WxrItem, field: 'title' | 'description', values: TemplateValues): string | null {
  for (const [, value] of written(item, field)) {
    const text = resolveTemplate(value, values);
    if (text !== null) return text;
  }
  return null;
}

function first(item: WxrItem, field: keyof typeof names): string | null {
  return written(item, field)[0]?.[1] ?? null;
}

/** What is said, in the order of who says it. */
function written(item: WxrItem, field: keyof typeof names): (readonly [string, string])[] {
  return names[field].flatMap((name) => item.meta.filter(([known]) => known === name));
}
