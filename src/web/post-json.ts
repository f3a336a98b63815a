import { encodeGlobalId } from '../domain/global-id.ts';
import type { LoadedPost } from './load-post.ts';

/**
 * A post as JSON, in the shape that docs/http.md states. Every name is always there; `id`s are those of the
 * graph, times ISO 8601 in UTC, addresses absolute.
 */
export function writePostJson(loaded: LoadedPost): string {
  const { post, toc } = loaded;
  const document = {
    id: encodeGlobalId('Post', post.id),
    slug: post.slug,
    path: post.path,
    url: loaded.url,
    canonicalUrl: loaded.canonicalUrl,
    language: post.language,
    title: post.title,
    subtitle: post.subtitle,
    description: post.description,
    excerpt: loaded.excerpt,
    publishedAt: post.publishedAt,
    firstPublishedAt: post.firstPublishedAt,
    updatedAt: post.updatedAt,
    wordCount: post.wordCount,
    readingTimeMinutes: post.readingTimeMinutes,
    coverImage: loaded.cover,
    authors: loaded.authors.map(({ id, name, slug, kind, url }) => ({
      id: encodeGlobalId('Author', id),
      name,
      slug,
      kind,
      url,
    })),
    categories: loaded.categories.map(({ id, name, treePath, url }) => ({
      id: encodeGlobalId('Category', id),
      name,
      treePath,
      url,
    })),
    tags: loaded.tags.map(({ id, name, slug, url }) => ({ id: encodeGlobalId('Tag', id), name, slug, url })),
    series: loaded.series.flatMap(seriesPlace),
    translations: loaded.translations.map(({ id, language, title, url }) => ({
      id: encodeGlobalId('Post', id),
      language,
      title,
      url,
    })),
    supersededBy: loaded.supersededBy,
    body: {
      markdown: loaded.markdown,
      html: loaded.html,
      text: loaded.text,
      tableOfContents: toc.map(({ id, text, level, parentId }) => ({
        anchor: id,
        text,
        level,
        parentAnchor: parentId,
      })),
    },
    files: {
      markdown: loaded.files.get('.md'),
      html: loaded.files.get('.html'),
      json: loaded.files.get('.json'),
    },
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function seriesPlace({ part, series, url, total, previous, next }: LoadedPost['series'][number]) {
  if (series === null) return [];
  const id = encodeGlobalId('Series', series.id);
  return [
    { id, title: series.title, slug: series.slug, url, position: part.position, total, previous, next },
  ];
}
