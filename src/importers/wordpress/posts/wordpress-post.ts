import { languageTag } from '../../markdown/fields/language-tag.ts';
import type { ForeignBody, ForeignImage, ForeignPost, Place } from '../../foreign/foreign-blog.ts';
import { htmlLine } from '../../text/html-line.ts';
import { metaValue, type WxrItem } from '../export/wxr-item.ts';
import { oldAddresses } from './addresses.ts';
import { coverOf } from './cover.ts';
import type { PostContext } from './post-context.ts';
import { postMetadata } from './post-metadata.ts';
import { postStatus } from './post-status.ts';
import { canonicalOf, seoFields, type SeoFields } from './seo-fields.ts';
import { seriesParts } from './series-parts.ts';
import { categoriesOf, tagsOf } from './filed-under.ts';

/**
 * A post of an export. Of a large blog not even what is said of each post fits in memory beside the rest: but
 * for what posts are ordered by, every field is read from the temporary file when it is asked for.
 */
export class WordpressPost implements ForeignPost {
  readonly #context: PostContext;
  readonly #place: number;
  readonly #publishedAt: number | null;
  readonly key: string;
  readonly wanted: 'draft' | 'published';
  readonly description = null;
  readonly series: ForeignPost['series'];

  constructor(place: number, item: WxrItem, key: string, context: PostContext) {
    this.#context = context;
    this.#place = place;
    this.#publishedAt = item.publishedAt;
    this.key = key;
    this.wanted = postStatus(item).wanted;
    this.series = seriesParts(item, context.terms);
  }

  body(): ForeignBody {
    return { format: 'html', text: this.#context.bodyOf(this.#item) };
  }

  get place(): Place {
    const { file, line } = this.#item;
    return { file, line };
  }

  get title(): string {
    return this.#item.title;
  }

  get subtitle(): string | null {
    const names = ['_subtitle', 'subtitle', 'secondary_title', 'kia_subtitle'];
    return names.map((name) => metaValue(this.#item, name)).find((text) => text !== null) ?? null;
  }

  /** Squarespace and Blogger write names of files. */
  get slug(): string | null {
    // Of Squarespace: "2020/1/slug".
    return this.#item.slug.replace(/\.(?:html?|php|aspx?)$/i, '').replace(/^.*\/(?=.)/, '') || null;
  }

  get url(): string | null {
    const { link, slug } = this.#item;
    // Drafts of Squarespace, all of them: "/blog/null".
    return link === '' || (slug === '' && link.endsWith('/null')) ? null : link;
  }

  get oldUrls(): readonly string[] {
    return oldAddresses(this.#item, this.#context.site);
  }

  /** Polylang files posts under languages; WPML's export says it of each. */
  get language(): string | null {
    const term = this.#item.terms.find(({ taxonomy }) => taxonomy === 'language');
    const tag = languageTag(term?.slug ?? metaValue(this.#item, '_wpml_import_language_code') ?? '');
    // "en" is what a site in en-US calls its own language.
    return tag !== null && this.#context.language?.startsWith(`${tag}-`) === true ? null : tag;
  }

  get translationKey(): string | null {
    const term = this.#item.terms.find(({ taxonomy }) => taxonomy === 'post_translations');
    return term?.slug ?? metaValue(this.#item, '_wpml_import_translation_group');
  }

  get excerpt(): string | null {
    const { excerpt } = this.#item;
    return excerpt === '' ? null : this.#context.excerptOf(excerpt);
  }

  get publishedAt(): Date | null {
    return this.#publishedAt === null ? null : new Date(this.#publishedAt);
  }

  get updatedAt(): Date | null {
    const { updatedAt } = this.#item;
    return updatedAt === null ? null : new Date(updatedAt);
  }

  get authors(): readonly string[] {
    return this.#context.people.of(this.#item);
  }

  get tags(): readonly string[] {
    return tagsOf(this.#item);
  }

  get categories(): readonly string[] {
    return categoriesOf(this.#item, this.#context.terms);
  }

  get cover(): ForeignImage | null {
    return coverOf(this.#item, this.#context.attachment);
  }

  get canonicalUrl(): string | null {
    return canonicalOf(this.#item, this.#context.site).url;
  }

  get seoTitle(): string | null {
    return this.#seo.seoTitle;
  }

  get seoDescription(): string | null {
    return this.#seo.seoDescription;
  }

  get shareImage(): string | null {
    return this.#seo.shareImage;
  }

  get noIndex(): boolean {
    return this.#seo.noIndex;
  }

  get metadata(): ForeignPost['metadata'] {
    return postMetadata(this.#item, postStatus(this.#item));
  }

  get #item(): WxrItem {
    return this.#context.item(this.#place);
  }

  get #seo(): SeoFields {
    const { siteName, tagline, people, terms, attachment } = this.#context;
    const item = this.#item;
    const [author = ''] = people.of(item);
    const [category = ''] = categoriesOf(item, terms);
    const values = {
      title: htmlLine(item.title),
      sitename: siteName,
      sitedesc: tagline,
      sep: '–',
      excerpt: htmlLine(item.excerpt),
      name: people.nameOf(author),
      category: terms.find('category', category)?.name ?? '',
    };
    return seoFields(item, values, (id) => attachment(id)?.url ?? null);
  }
}
