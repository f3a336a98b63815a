import {
  authorEntry,
  categoryEntry,
  seriesEntry,
  tagEntry,
  type AuthorEntry,
  type CategoryEntry,
  type SeriesEntry,
  type TagEntry,
} from '../../domain/archive/entries.ts';
import type { Sight } from '../../domain/visibility.ts';
import type { ArchivedSeries } from '../../loaders/archive/archived-series.ts';
import type { ArchivedAuthor, ArchivedCategory, ArchivedTag } from '../../loaders/archive/archived-terms.ts';
import { filled } from './filled.ts';
import { metadataFor } from './metadata-for.ts';
import { originOf, ownSource } from './origin.ts';

/** @param all names of all imports: a term that all of them name says nothing of it */
export function authorEntryOf(author: ArchivedAuthor, all: readonly string[], sight: Sight): AuthorEntry {
  const { name, slug, path, kind, role, bio, url, avatar, links, declared } = author;
  const sources = sourcesOf(author, all);
  const metadata = metadataFor(sight, author.metadata);
  return authorEntry.parse(
    filled({ name, slug, path, kind, role, bio, url, avatar, links, declared, sources, metadata }),
  );
}

export function tagEntryOf(tag: ArchivedTag, all: readonly string[]): TagEntry {
  const { name, slug, path, description, declared } = tag;
  return tagEntry.parse(filled({ name, slug, path, description, declared, sources: sourcesOf(tag, all) }));
}

export function categoryEntryOf(category: ArchivedCategory, all: readonly string[]): CategoryEntry {
  const { name, treePath: tree, slug, path, description, declared } = category;
  const sources = sourcesOf(category, all);
  return categoryEntry.parse(filled({ name, tree, slug, path, description, declared, sources }));
}

export function seriesEntryOf(series: ArchivedSeries): SeriesEntry {
  const { title, language, slug, path, description, plannedTotal, declared } = series;
  const parts = series.parts.map((part) => filled({ ...part }));
  const origin = originOf(series.origin, series.id);
  return seriesEntry.parse(
    filled({ title, language, slug, path, description, plannedTotal, declared, parts, ...origin }),
  );
}

function sourcesOf({ sources }: { readonly sources: readonly string[] }, all: readonly string[]) {
  const known = sources.length === 0 ? [ownSource] : sources;
  return known.length === all.length ? null : known;
}
