import type { Json } from '../../domain/blog-record.ts';
import { dateAt, textAt, valueAt } from '../fields/json-fields.ts';
import { idOf, isMap, listOf, mapOf, rawText, textOf, type JsonMap } from '../fields/json-values.ts';
import { asWebUrl } from '../fields/values.ts';
import type { ForeignBody, ForeignImage, ForeignPost } from '../foreign/foreign-blog.ts';
import { languageTag } from '../markdown/fields/language-tag.ts';
import type { SeriesMention } from '../series/mentioned-series.ts';
import { plainHashnode } from '../text/hashnode-marks.ts';
import { escaped } from '../text/html-source.ts';
import { isBeginningOf } from '../text/is-beginning-of.ts';
import { isId } from './authors.ts';
import type { RowKind } from './export-rows.ts';
import type { SortName } from './sorts.ts';

/** A tag as a post names it. */
export interface NamedTag {
  readonly name: string;
  readonly slug: string | null;
}

/** A post of Hashnode's, its series not yet among those of the whole export. */
export interface HashnodePost {
  readonly post: Omit<ForeignPost, 'series'>;
  readonly title: string;
  readonly series: SeriesMention | null;
  readonly tags: readonly NamedTag[];
  readonly told: readonly SortName[];
}

export interface PostPlace {
  readonly file: string;
  readonly kind: RowKind;
  readonly key: string;
  /** Where the blog stood, without a slash at its end; null when it is not known. */
  readonly site: string | null;
  readonly authors: readonly string[];
}

/** Reads a post as the export, or Hashnode's API old or new, writes it. */
export function readPost(row: JsonMap, { file, kind, key, site, authors }: PostPlace): HashnodePost {
  const title = textAt(row, 'title') ?? '';
  const subtitle = textAt(row, 'subtitle');
  const slug = textAt(row, 'slug');
  const body = bodyOf(row);
  const hidden = hiddenBecause(row, kind);
  const { tags, unknown } = tagsOf(row);
  const [seoTitle, seoDescription] = [textAt(row, 'seo.title', 'seoTitle', 'metaTitle'), seoText(row)];
  return {
    post: {
      key,
      place: { file, line: null },
      title: escaped(title),
      subtitle: subtitle === null ? null : escaped(subtitle),
      slug,
      url: asWebUrl(textAt(row, 'url')) ?? (slug === null ? null : `${site ?? ''}/${slug}`),
      oldUrls: [],
      language: languageTag(textAt(row, 'language') ?? ''),
      body: () => body,
      excerpt: briefOf(row, body, subtitle),
      description: null,
      wanted: hidden === null ? 'published' : 'draft',
      publishedAt: publishedAt(row, kind),
      updatedAt: dateAt(row, 'updatedAt', 'dateUpdated'),
      authors,
      tags: tags.map(keyOfTag),
      categories: [],
      cover: coverOf(row),
      canonicalUrl: canonicalOf(row, site),
      seoTitle: seoTitle === null || seoTitle === title ? null : escaped(seoTitle),
      seoDescription,
      shareImage: asWebUrl(textAt(row, 'ogMetaData.image', 'ogImage', 'ogImage.url')),
      noIndex: false,
      translationKey: null,
      metadata: metadataOf(row, hidden),
    },
    title,
    series: seriesOf(row),
    tags,
    told: [...(hidden === null ? [] : [hidden]), ...(unknown ? ['tags' as const] : [])],
  };
}

export function keyOfTag({ name, slug }: NamedTag): string {
  return slug ?? name.toLowerCase();
}

/** Why a post is a draft here; null: it is public, now or at its time. */
function hiddenBecause(row: JsonMap, kind: RowKind): SortName | null {
  const status = textAt(row, 'status')?.toLowerCase() ?? 'published';
  if (isScheduled(row, kind)) return null;
  if (kind === 'draft' || row['isDraft'] === true || status === 'draft') return 'draft';
  // A word that is not known does not make a post public.
  if (!/^(?:published|active|public)$/.test(status)) return 'status';
  if (row['isActive'] === false || row['isDeleted'] === true) return 'inactive';
  if (row['isDelisted'] === true || valueAt(row, 'preferences.isDelisted') === true) return 'delisted';
  return kind === 'page' && row['hidden'] === true ? 'delisted' : null;
}

/** Whether it is to be published at a time that is said; until then Hashnode keeps it among the drafts. */
function isScheduled(row: JsonMap, kind: RowKind): boolean {
  const status = textAt(row, 'status')?.toLowerCase() ?? null;
  const isWaiting = status === 'scheduled' || (status === null && kind === 'draft');
  return isWaiting && dateAt(row, 'scheduledDate') !== null;
}

/** When it was published or is to be; the other dates of what is still to come say when it was begun. */
function publishedAt(row: JsonMap, kind: RowKind): Date | null {
  if (isScheduled(row, kind)) return dateAt(row, 'scheduledDate');
  return dateAt(row, 'publishedAt', 'dateAdded', 'datePublished', 'createdAt');
}

/** Markdown counts before the HTML that was made of it. */
function bodyOf(row: JsonMap): ForeignBody {
  const content = row['content'];
  const markdown =
    rawText(row['contentMarkdown']) || rawText(mapOf(content)['markdown']) || rawText(row['markdown']);
  if (markdown !== '') return markdownOf(markdown);
  const html = rawText(content) || rawText(mapOf(content)['html']) || rawText(row['contentHTML']);
  if (/^\s*</.test(html) || html === '') return { format: 'html', text: html };
  return markdownOf(html);
}

function markdownOf(text: string): ForeignBody {
  const dialect = { lines: false, marks: false, templates: false };
  return { format: 'markdown', text: plainHashnode(text.replace(/\r\n?/g, '\n')), dialect };
}

/** The text that stands for the post in lists; Hashnode takes the first words where nobody wrote one. */
function briefOf(row: JsonMap, { text }: ForeignBody, subtitle: string | null): string | null {
  const brief = textAt(row, 'brief', 'excerpt');
  if (brief === null || brief === subtitle || isBeginningOf(brief, text)) return null;
  return escaped(brief);
}

function seoText(row: JsonMap): string | null {
  const text = textAt(row, 'seo.description', 'seoDescription', 'metaDescription');
  return text === null ? null : escaped(text);
}

function tagsOf(row: JsonMap): { readonly tags: readonly NamedTag[]; readonly unknown: boolean } {
  const written = typeof row['tags'] === 'string' ? row['tags'].split(',') : listOf(row['tags']);
  const tags = written.flatMap((tag): NamedTag[] => {
    const name = isMap(tag) ? textAt(tag, 'name', 'slug') : textOf(tag);
    if (name === null || isId(name)) return [];
    return [{ name, slug: isMap(tag) ? textAt(tag, 'slug') : null }];
  });
  return { tags, unknown: written.some((tag) => isId(textOf(tag) ?? '')) };
}

function seriesOf(row: JsonMap): SeriesMention | null {
  const { series } = row;
  if (isMap(series)) {
    const description = textAt(series, 'description.text', 'description');
    return {
      id: idOf(series['id'] ?? series['_id']),
      name: textAt(series, 'name', 'slug'),
      slug: textAt(series, 'slug'),
      description: description === null ? null : escaped(description),
    };
  }
  const text = textOf(series);
  if (text === null) return null;
  return isId(text) ? { id: text, name: null } : { id: null, name: text };
}

function coverOf(row: JsonMap): ForeignImage | null {
  const url = asWebUrl(textAt(row, 'coverImage', 'coverImage.url', 'cover', 'coverImageURL'));
  return url === null ? null : { url, alt: null, caption: null, width: null, height: null };
}

/** Where a post was first published; its own place on Hashnode is none. */
function canonicalOf(row: JsonMap, site: string | null): string | null {
  const url = asWebUrl(textAt(row, 'canonicalUrl', 'originalArticleURL', 'canonical'));
  const host = URL.parse(site ?? textAt(row, 'url') ?? '')?.host;
  return url === null || URL.parse(url)?.host === host ? null : url;
}

function metadataOf(row: JsonMap, hidden: SortName | null): Record<string, Json> {
  const entries: readonly (readonly [string, Json])[] = [
    ['status', hidden],
    ['cuid', textAt(row, 'cuid')?.slice(0, 100) ?? null],
    ['coverBy', textAt(row, 'coverImage.photographer', 'coverImage.attribution')?.slice(0, 200) ?? null],
    ['pinned', valueAt(row, 'preferences.pinnedToBlog') === true || row['pinnedToBlog'] === true || null],
  ];
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}
