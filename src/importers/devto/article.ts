import type { Json } from '../../domain/blog-record.ts';
import { dateAt, namesAt, textAt } from '../fields/json-fields.ts';
import { idOf, rawText, type JsonMap } from '../fields/json-values.ts';
import { asWebUrl } from '../fields/values.ts';
import type { ForeignBody, ForeignImage, ForeignPost } from '../foreign/foreign-blog.ts';
import { languageTag } from '../markdown/fields/language-tag.ts';
import type { SeriesMention } from '../series/mentioned-series.ts';
import { escaped } from '../text/html-source.ts';
import { isBeginningOf } from '../text/is-beginning-of.ts';
import { splitArticle, type FrontMatter } from './front-matter.ts';
import { originalImage } from './original-image.ts';

/** An article of DEV's, its series and its links not yet seen beside the whole export. */
export interface Article {
  readonly post: Omit<ForeignPost, 'series' | 'body'>;
  readonly title: string;
  readonly body: ForeignBody;
  readonly series: SeriesMention;
  readonly tags: readonly string[];
  readonly isDraft: boolean;
  readonly brokenFrontMatter: boolean;
}

/** Where an article stands, and who wrote it, as its row says. */
export interface ArticlePlace {
  readonly file: string;
  /** Keys of its authors. */
  readonly authors: readonly string[];
  readonly username: string | null;
  readonly key: string;
}

/** Reads a row of DEV's export, or of its API; the front matter of its text counts first. */
export function readArticle(row: JsonMap, { file, authors, username, key }: ArticlePlace): Article {
  const { fields, body, broken } = splitArticle(rawText(row['body_markdown']));
  const url = urlOf(row, username);
  const site = URL.parse(url ?? '')?.origin ?? 'https://dev.to';
  const title = fields.title ?? textAt(row, 'title') ?? '';
  const isDraft = !isPublished(row, fields);
  const tags = tagsOf(row, fields);
  return {
    post: {
      key,
      place: { file, line: null },
      title: escaped(title),
      subtitle: null,
      slug: slugOf(row),
      url,
      oldUrls: [],
      language: languageTag(textAt(row, 'language') ?? ''),
      excerpt: null,
      description: descriptionOf(row, fields, body),
      wanted: isDraft ? 'draft' : 'published',
      publishedAt: dateAt(row, 'published_at', 'published_timestamp', 'crossposted_at') ?? fields.date,
      updatedAt: dateAt(row, 'edited_at'),
      authors,
      tags: tags.map((name) => name.toLowerCase()),
      categories: [],
      cover: coverOf(fields.cover ?? textAt(row, 'cover_image', 'main_image'), site),
      canonicalUrl: canonicalOf(row, fields, url),
      seoTitle: null,
      seoDescription: null,
      shareImage: shareImageOf(row, site),
      noIndex: false,
      translationKey: null,
      metadata: metadataOf(row, isDraft),
    },
    title,
    body: bodyOf(row, body),
    series: { id: idOf(row['collection_id']), name: seriesOf(row, fields) },
    tags,
    isDraft,
    brokenFrontMatter: broken,
  };
}

function bodyOf(row: JsonMap, markdown: string): ForeignBody {
  const html = markdown.trim() === '' ? textAt(row, 'processed_html', 'body_html') : null;
  return html === null
    ? { format: 'markdown', text: markdown, dialect: { lines: true, marks: false, templates: true } }
    : { format: 'html', text: html };
}

function tagsOf(row: JsonMap, { tags }: FrontMatter): readonly string[] {
  const lists = [tags, ...['tag_list', 'cached_tag_list', 'tags'].map((name) => namesAt(row, name))];
  return lists.find((names) => names.length > 0) ?? [];
}

function seriesOf(row: JsonMap, { series }: FrontMatter): string | null {
  return (
    series ?? textAt(row, 'series', 'series.title', 'series.name', 'collection.title', 'collection.slug')
  );
}

/** One's own place on DEV is none: the post stands here now. */
function canonicalOf(row: JsonMap, fields: FrontMatter, url: string | null): string | null {
  const canonical = fields.canonicalUrl ?? asWebUrl(textAt(row, 'canonical_url'));
  const plain = (address: string): string => address.replace(/^https?:\/\/(?:www\.)?|\/+$/g, '');
  return canonical !== null && url !== null && plain(canonical) === plain(url) ? null : canonical;
}

/** DEV makes one of title and author where there is none. */
function shareImageOf(row: JsonMap, site: string): string | null {
  const address = textAt(row, 'social_image');
  return address === null || address.includes('/social_previews/') ? null : originalImage(address, site);
}

/** A draft's address is one for the time being. */
function slugOf(row: JsonMap): string | null {
  const slug = textAt(row, 'slug');
  return slug !== null && /-temp-slug-\d+$/.test(slug) ? null : slug;
}

/**
 * Published is what both the export and the front matter call so. DEV's API for everybody does not say it: what
 * it shows is published, and has a date.
 */
function isPublished(row: JsonMap, fields: FrontMatter): boolean {
  const said = row['published'];
  if (said === false || said === 0 || fields.published === false) return false;
  return said === true || said === 1 || fields.published === true || dateAt(row, 'published_at') !== null;
}

function urlOf(row: JsonMap, username: string | null): string | null {
  const slug = slugOf(row);
  if (slug === null) return null;
  const path = textAt(row, 'path') ?? (username === null ? null : `/${username}/${slug}`);
  return asWebUrl(textAt(row, 'url')) ?? (path === null ? null : asWebUrl(`https://dev.to${path}`));
}

/** DEV makes one of the first words where its author wrote none. */
function descriptionOf(row: JsonMap, fields: FrontMatter, body: string): string | null {
  const text = fields.description ?? textAt(row, 'description');
  if (text === null || (fields.description === null && isBeginningOf(text, body))) return null;
  return escaped(text);
}

function coverOf(address: string | null, site: string): ForeignImage | null {
  const url = address === null ? null : originalImage(address, site);
  return url === null ? null : { url, alt: null, caption: null, width: null, height: null };
}

function metadataOf(row: JsonMap, isDraft: boolean): Record<string, Json> {
  const entries: readonly (readonly [string, Json])[] = [
    ['status', isDraft ? 'draft' : null],
    ['organisation', textAt(row, 'organization.name')?.slice(0, 100) ?? null],
    ['video', asWebUrl(textAt(row, 'video', 'video_source_url'))],
  ];
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}
