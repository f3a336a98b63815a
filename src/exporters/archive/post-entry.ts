import { postEntry, type PostEntry } from '../../domain/archive/entries.ts';
import { isPublic, wantedAs } from '../../domain/publication.ts';
import type { Sight } from '../../domain/visibility.ts';
import type { ArchivedPost } from '../../loaders/archive/archived-posts.ts';
import { filled, filledOrNull } from './filled.ts';
import type { RecoveredPost } from './old-post.ts';
import { metadataFor } from './metadata-for.ts';
import { originOf } from './origin.ts';

/** A post as an export tells of it, its body aside. */
export function postEntryOf(post: ArchivedPost, recovered: RecoveredPost | null, sight: Sight): PostEntry {
  const { cover, coverAlt, coverCaption, seoTitle, seoDescription, shareImage, noIndex } = post;
  const byDate = isPublic(post.status) ? post.publishedAt : null;
  return postEntry.parse(
    filled({
      title: post.title,
      subtitle: post.subtitle,
      date: post.publishedAt,
      lastmod: post.updatedAt,
      draft: wantedAs(post.status) === 'draft',
      language: post.language,
      slug: post.slug,
      path: post.path,
      authors: post.authors,
      tags: post.tags,
      categories: post.categories,
      series: post.series,
      description: post.description,
      summary: post.summary ?? recovered?.summary,
      cover: cover === null ? null : filled({ image: cover, alt: coverAlt, caption: coverCaption }),
      canonicalUrl: post.canonicalUrl,
      seo: filledOrNull({ title: seoTitle, description: seoDescription, image: shareImage, noIndex }),
      aliases: post.aliases,
      related: post.picks,
      editorPicks: post.editorPicks,
      supersededBy: post.successor,
      translation: post.translationKey,
      firstPublished: post.firstPublishedAt?.getTime() === byDate?.getTime() ? null : post.firstPublishedAt,
      ...originOf(post.origin, post.id),
      images: post.images ?? recovered?.images,
      metadata: metadataFor(sight, post.metadata),
    }),
  );
}
