import { stringify } from 'yaml';
import type { LoadedPost } from './load-post.ts';

/** A post as Markdown: a head in YAML of what is known of it, then the text as its author wrote it. */
export function writePostMarkdown(loaded: LoadedPost): string {
  const { post, series, categories, tags, authors, cover } = loaded;
  const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name);
  const head = {
    title: post.title,
    subtitle: post.subtitle,
    description: post.description ?? loaded.excerpt,
    url: loaded.url,
    canonical_url: loaded.canonicalUrl === loaded.url ? null : loaded.canonicalUrl,
    language: post.language,
    date: post.publishedAt?.toISOString(),
    updated: post.updatedAt?.toISOString(),
    authors: names(authors),
    categories: names(categories),
    tags: names(tags),
    series: series.map((place) => ({
      title: place.series?.title,
      part: place.part.position,
      of: place.total,
      url: place.url,
    })),
    image: cover?.url,
    image_alt: cover?.alt,
    superseded_by: loaded.supersededBy,
    translations: loaded.translations.map(({ language, title, url }) => ({ language, title, url })),
  };
  return `---\n${stringify(withoutNothing(head), { lineWidth: 0 })}---\n\n${loaded.markdown.trim()}\n`;
}

/** Without what is absent or empty. */
function withoutNothing(head: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(head);
  return Object.fromEntries(
    entries.filter(
      ([, value]) => value != null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
