import { encodeGlobalId } from '../domain/global-id.ts';
import type { LoadedPost } from './load-post.ts';

/**
 * A post as JSON, in the shape that docs/http.md states. Every name is always there; `id`s are those of the
 * graph, times ISO 8601 in UTC, addresses absolute.
 */
export function writePostJson(loaded: LoadedPost): string {
  const { post } = loaded;
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
    ...relations(loaded),
    supersededBy: loaded.supersededBy,
    body: body(loaded),
    files: {
      markdown: loaded.files.get('.md'),
      html: loaded.files.get('.html'),
      json: loaded.files.get('.json'),
    },
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function relations({ authors, categories, tags, series, translations }: LoadedPost) {
  return {
    authors: authors.map(({ id, name, slug, kind, url }) => ({
      id: encodeGlobalId('Author', id),
      name,
      slug,
      kind,
      url,
    })),
    categories: categories.map(({ id, name, treePath, url }) => ({
      id: encodeGlobalId('Category', id),
      name,
      treePath,
      url,
    })),
    tags: tags.map(({ id, name, slug, url }) => ({ id: encodeGlobalId('Tag', id), name, slug, url })),
    series: series.flatMap(seriesPlace),
    translations: translations.map(({ id, language, title, url }) => ({
      id: encodeGlobalId('Post', id),
      language,
      title,
      url,
    })),
  };
}

function seriesPlace({ part, series, url, total, previous, next }: LoadedPost['series'][number]) {
  if (series === null) return [];
  const id = encodeGlobalId('Series', series.id);
  return [
    { id, title: series.title, slug: series.slug, url, position: part.position, total, previous, next },
  ];
}

function body({ markdown, html, text, toc }: LoadedPost) {
  const tableOfContents = toc.map(({ id, text: says, level, parentId }) => ({
    anchor: id,
    text: says,
    level,
    parentAnchor: parentId,
  }));
  return { markdown, html, text, tableOfContents };
}
