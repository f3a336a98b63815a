import type { PostRecord } from '../domain/blog-record.ts';
import type { SizeOf } from '../domain/body-images.ts';
import { isPublic, statusAt } from '../domain/publication.ts';
import { renderBody } from '../domain/render-body.ts';
import { sortKey } from '../domain/sort-key.ts';
import { linkedPaths } from './body-links.ts';
import { cleanText } from './clean-text.ts';
import { imageId, imageSrc } from './image-address.ts';
import type { PostContent, PostPlan } from './plan-posts.ts';
import type { Row } from './upsert-rows.ts';

/** A post as the rows it is stored in. */
export interface RenderedPost {
  readonly plan: PostPlan;
  readonly hash: string;
  readonly post: Row;
  readonly body: Row;
  readonly authors: readonly Row[];
  readonly tags: readonly Row[];
  readonly categories: readonly Row[];
  readonly links: readonly Row[];
  /** Characters, roughly: large posts go in smaller transactions. */
  readonly size: number;
}

/** Where a post without a date stands in lists: at the end. */
const noDate = new Date(0);

/**
 * Renders a post's text and lays out its rows. Some milliseconds of work for each.
 *
 * @param siteUrl where the blog says it stands: absolute links that lead there are links to itself
 */
export async function renderPost(
  plan: PostPlan,
  content: PostContent,
  now: Date,
  siteUrl: string | null,
): Promise<RenderedPost> {
  const { record, id } = plan;
  const { language, markdown } = record;
  const rendered = await renderBody(markdown, {
    rewriteUrl: imageRewriter(record),
    sizeOf: imageSizes(record),
    language,
  });
  const summary = record.summary === null ? null : (await renderBody(record.summary, { language })).text;
  const sortDate = record.publishedAt ?? noDate;
  const join = (column: string, ids: readonly string[]): Row[] =>
    ids.map((other, position) => ({ postId: id, [column]: other, position, sortDate }));
  return {
    plan,
    hash: content.hash,
    post: {
      ...postRow(plan, now),
      excerptText: summary ?? rendered.excerptText,
      wordCount: rendered.wordCount,
      readingTimeMinutes: rendered.readingTimeMinutes,
    },
    body: {
      postId: id,
      markdown,
      summary: record.summary,
      images: storedReferences(record),
      html: rendered.html,
      text: rendered.text,
      toc: rendered.toc,
    },
    authors: join('authorId', content.authorIds),
    tags: join('tagId', content.tagIds),
    categories: join('categoryId', content.categoryIds),
    links: linkedPaths(rendered.links, siteUrl).map((path) => ({ postId: id, path })),
    size: markdown.length + rendered.html.length + rendered.text.length,
  };
}

/** What needs no rendering. The successor is written when every post is. */
function postRow({ record, id, translationKey }: PostPlan, now: Date): Row {
  const { slug, path, title, subtitle, description, language, publishedAt, updatedAt } = record;
  const { canonicalUrl, cover, seoTitle, seoDescription, shareImage, noIndex, metadata } = record;
  const status = statusAt(record.wanted, publishedAt, now);
  const sortDate = publishedAt ?? noDate;
  return {
    id,
    slug,
    path,
    title,
    subtitle,
    description,
    status,
    language,
    publishedAt,
    firstPublishedAt: record.firstPublishedAt ?? (isPublic(status) ? (publishedAt ?? now) : null),
    updatedAt,
    sortDate,
    sortUpdated: updatedAt ?? sortDate,
    sortTitle: sortKey(title),
    canonicalUrl,
    coverImageId: cover && imageId(cover.image),
    coverAlt: cover?.alt ?? null,
    coverCaption: cover?.caption ?? null,
    seoTitle,
    seoDescription,
    shareImageId: shareImage && imageId(shareImage),
    noIndex,
    translationKey,
    metadata,
  };
}

/** References to files of the blog, percent-encoded or not, become the addresses they are served at. */
function imageRewriter({ images }: PostRecord): (url: string) => string {
  const addresses = new Map(Object.entries(images).map(([url, image]) => [decoded(url), imageSrc(image)]));
  return (url) => addresses.get(decoded(url)) ?? url;
}

/** What its references lead to; they are of the text, and as clean as it is. */
function storedReferences({ images }: PostRecord): Record<string, string> {
  return Object.fromEntries(Object.entries(images).map(([url, image]) => [cleanText(url), imageSrc(image)]));
}

/** The sizes of the blog's own files, by the addresses they are served at. */
function imageSizes({ images }: PostRecord): SizeOf {
  const sizes = new Map(Object.values(images).map((image) => [imageSrc(image), image]));
  return (src) => {
    const { width, height } = sizes.get(src) ?? {};
    return width && height ? { width, height } : null;
  };
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
