import type {
  AuthorEntry,
  CategoryEntry,
  SeriesEntry,
  SiteEntry,
  TagEntry,
} from '../../domain/archive/entries.ts';
import type {
  AuthorRecord,
  CategoryRecord,
  SeriesRecord,
  SiteRecord,
  TagRecord,
} from '../../domain/blog-record.ts';
import type { Placed } from './archived-blog.ts';
import type { Surroundings } from './post-record.ts';

export function authorRecord(entry: AuthorEntry, { images }: Surroundings): AuthorRecord {
  const { slug, path, name, kind, avatar, links = [], metadata = {} } = entry;
  return {
    key: slug,
    slug,
    path,
    name,
    kind,
    role: entry.role ?? null,
    bio: entry.bio ?? null,
    url: entry.url ?? null,
    avatar: avatar === undefined ? null : images.of(avatar),
    links,
    declared: entry.declared ?? false,
    metadata,
  };
}

export function tagRecord({ slug, path, name, description, declared }: TagEntry): TagRecord {
  return { slug, path, name, description: description ?? null, declared: declared ?? false };
}

export function categoryRecord(entry: CategoryEntry): CategoryRecord {
  const { tree: treePath, slug, path, name, description, declared } = entry;
  return { treePath, slug, path, name, description: description ?? null, declared: declared ?? false };
}

export function seriesRecord(series: Placed<SeriesEntry>, { keyAt }: Surroundings): SeriesRecord {
  const { entry } = series;
  const { key, slug, path, title, language, parts = [], id } = entry;
  return {
    key,
    slug,
    path,
    title,
    description: entry.description ?? null,
    language,
    plannedTotal: entry.plannedTotal ?? null,
    declared: entry.declared ?? false,
    parts: parts.map((part) => ({
      position: part.position,
      title: part.title ?? null,
      summary: part.summary ?? null,
      post: part.post === undefined ? null : keyAt(part.post, series, 'parts'),
      announced: part.announced ?? false,
    })),
    id,
  };
}

export function siteRecord(entry: SiteEntry): SiteRecord {
  return {
    name: entry.name,
    url: entry.url ?? null,
    tagline: entry.tagline ?? null,
    description: entry.description ?? null,
    defaultLanguage: entry.defaultLanguage,
    languages: entry.languages ?? [],
    menus: entry.menus ?? {},
    announcements: entry.announcements ?? [],
    callsToAction: entry.callsToAction ?? [],
    permalinks: entry.permalinks ?? {},
  };
}
