/** Of what plugins add to an item, by their names, this is read; the rest is neither kept nor stored. */
const wanted = new RegExp(
  `^(?:${[
    '_thumbnail_id|_wp_attachment_image_alt|_wp_attachment_metadata|_wp_attached_file|_wp_old_slug|blogger_permalink',
    // Featured Image from URL.
    'fifu_image_(?:url|alt)',
    '_wpcom_is_markdown|_tc_post_format',
    'enclosure|footnotes|_?subtitle|secondary_title|kia_subtitle',
    // What a post links to: Squarespace, "linked list", Page Links To, post formats of themes.
    'passthrough_url|linked_list_url|_links_to|_format_link_url|_format_(?:video|audio)_embed',
    // Organize Series and PublishPress Series: "_series_part", "_series_part_<id of the series>".
    '_?series_(?:part|order)(?:_\\d{1,20})?',
    'cap-(?:display_name|user_login|first_name|last_name|description|website|linked_account)',
    '_yoast_wpseo_(?:title|metadesc|canonical|meta-robots-noindex|primary_category)',
    '_yoast_wpseo_(?:opengraph|twitter)-(?:title|description|image|image-id)',
    'rank_math_(?:title|description|canonical_url|robots|primary_category)',
    'rank_math_(?:facebook|twitter)_(?:title|description|image|image_id)',
    '_aioseop?_(?:title|description|custom_link|noindex)|_aioseo_og_title|_aioseo_og_description',
    '_seopress_titles_(?:title|desc)|_seopress_robots_(?:canonical|index|primary_cat)|_seopress_social_fb_(?:title|desc|img)',
    '_genesis_(?:title|description|canonical_uri|noindex)|_social_image_url',
    'jetpack_seo_(?:html_title|noindex)|advanced_seo_description',
    '_wpml_import_(?:language_code|translation_group)',
  ].join('|')})$`,
);

export function isWantedMeta(name: string): boolean {
  return wanted.test(name);
}

/** What a page builder keeps of a post whose content is empty. */
export function isBuilderMeta(name: string): boolean {
  return name === '_elementor_data';
}
