import type { PostEntry, ResourceEntry } from '../../domain/archive/entries.ts';
import type { PostRecord, ResourceRecord } from '../../domain/blog-record.ts';
import { withLazyText } from '../../domain/lazy-text.ts';
import type { Placed, WithText } from './archived-blog.ts';
import type { RecordImages } from './record-images.ts';

/** What the record of a post takes from the whole export. */
export interface Surroundings {
  readonly images: RecordImages;
  /** The key of the post at a path that an entry names in a field; null, and told, when there is none. */
  readonly keyAt: (path: string, from: Placed<unknown>, field: string) => string | null;
  /** Whether redirects.yml tells of a path. */
  readonly isTold: (path: string) => boolean;
}

export function postRecord(post: WithText<PostEntry>, around: Surroundings): PostRecord {
  const { entry } = post;
  const { keyAt, isTold } = around;
  const record: Omit<PostRecord, 'markdown'> = {
    ...words(entry),
    ...looks(entry, around),
    ...terms(entry),
    key: entry.key,
    slug: entry.slug,
    path: entry.path,
    language: entry.language,
    wanted: entry.draft ? 'draft' : 'published',
    publishedAt: entry.date ?? null,
    updatedAt: entry.lastmod ?? null,
    aliases: (entry.aliases ?? []).filter((path) => !isTold(path)),
    related: (entry.related ?? []).flatMap((path) => keyAt(path, post, 'related') ?? []),
    supersededBy: entry.supersededBy === undefined ? null : keyAt(entry.supersededBy, post, 'supersededBy'),
    translationKey: null,
    metadata: entry.metadata ?? {},
    id: entry.id,
    ...(entry.firstPublished === undefined ? {} : { firstPublishedAt: entry.firstPublished }),
    ...(entry.translation === undefined ? {} : { translationId: entry.translation }),
  };
  return withLazyText(record, () => post.markdown);
}

/** What people and search engines read of it beside its text. */
function words({ title, subtitle, description, summary, canonicalUrl, seo = {} }: PostEntry) {
  return {
    title,
    subtitle: subtitle ?? null,
    description: description ?? null,
    summary: summary ?? null,
    canonicalUrl: canonicalUrl ?? null,
    seoTitle: seo.title ?? null,
    seoDescription: seo.description ?? null,
    noIndex: seo.noIndex ?? false,
  };
}

function looks({ cover, seo = {}, images: shown = {} }: PostEntry, { images }: Surroundings) {
  const image = cover ? images.of(cover.image) : null;
  return {
    cover: image && { image, alt: cover?.alt ?? null, caption: cover?.caption ?? null },
    shareImage: seo.image === undefined ? null : images.of(seo.image),
    images: images.files(shown),
  };
}

function terms({ authors = [], tags = [], categories = [] }: PostEntry) {
  return { authors, tags, categories };
}

export function resourceRecord(
  { entry, markdown }: WithText<ResourceEntry>,
  { images }: Surroundings,
): ResourceRecord {
  const { image } = entry;
  const shown = image ? images.of(image.image) : null;
  return {
    key: entry.key,
    slug: entry.slug,
    path: entry.path,
    title: entry.title,
    kind: entry.kind,
    eventKind: entry.eventKind ?? null,
    wanted: entry.draft ? 'draft' : 'published',
    language: entry.language,
    markdown,
    url: entry.url ?? null,
    links: entry.links ?? [],
    startsAt: entry.startsAt ?? null,
    endsAt: entry.endsAt ?? null,
    durationMinutes: entry.durationMinutes ?? null,
    image: shown && { image: shown, alt: image?.alt ?? null },
    tags: entry.tags ?? [],
    speakers: entry.speakers ?? [],
    metadata: entry.metadata ?? {},
    id: entry.id,
  };
}
