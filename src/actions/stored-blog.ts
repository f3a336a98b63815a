import type { Database } from '../db/client.ts';
import type {
  EntityType,
  Redirect,
  RelatedPick,
  Resource,
  Series,
  SeriesPart,
} from '../generated/prisma/client.ts';
import { readSharedIds, readStoredOrigins, readStoredPosts, readStoredRedirects } from './stored-pages.ts';
import type { StoredOrigin, StoredPost } from './stored-pages.ts';

/** A tag, a category or an author, as far as an import must know it. */
export interface StoredTerm {
  readonly id: string;
  /** Its slug; a category's tree path. */
  readonly name: string;
  readonly slug: string;
  readonly path: string;
  readonly declared: boolean;
  readonly postCount: number;
}

export type StoredSeries = Pick<Series, 'id' | 'slug' | 'path' | 'declared' | 'postCount'> & {
  readonly parts: readonly SeriesPart[];
};

export type StoredResource = Pick<Resource, 'id' | 'slug' | 'path' | 'status' | 'startsAt'>;

export type ById<T> = ReadonlyMap<string, T>;

/** What is stored, as far as an import must know it: no bodies, and of the texts only what it compares. */
export interface StoredBlog {
  /** Of this source: record key -> where it is stored. */
  origins(type: EntityType): ReadonlyMap<string, StoredOrigin>;
  /** Whether another source names the entity too. */
  isShared(type: EntityType, id: string): boolean;
  readonly posts: ById<StoredPost>;
  readonly tags: ById<StoredTerm>;
  readonly categories: ById<StoredTerm>;
  readonly authors: ById<StoredTerm>;
  readonly series: ById<StoredSeries>;
  readonly resources: ById<StoredResource>;
  /** Post id -> the posts picked for it, in order; where one was removed, a place is empty. */
  readonly picks: ReadonlyMap<string, readonly RelatedPick[]>;
  readonly redirects: ReadonlyMap<string, Redirect>;
}

/** Reads it all: what a blog has a great many of some thousands at a time, the rest in a statement each. */
export async function readStoredBlog(db: Database, source: string): Promise<StoredBlog> {
  const { prisma } = db;
  const address = { id: true, slug: true, path: true } as const;
  const term = { ...address, declared: true, postCount: true } as const;
  const posts = await readStoredPosts(db);
  const tags = await prisma.tag.findMany({ select: term });
  const authors = await prisma.author.findMany({ select: term });
  const categories = await prisma.category.findMany({ select: { ...term, treePath: true } });
  const series = await prisma.series.findMany({
    select: { ...term, parts: { orderBy: { position: 'asc' } } },
  });
  const resources = await prisma.resource.findMany({ select: { ...address, status: true, startsAt: true } });
  const picks = await prisma.relatedPick.findMany({ orderBy: { position: 'asc' } });
  const redirects = await readStoredRedirects(db, posts);
  const known = { POST: posts, REDIRECT: redirects };
  const origins = await readStoredOrigins(db, source, known);
  const shared = await readSharedIds(db, source, known);
  return {
    origins: (type) => origins.get(type) ?? new Map<string, StoredOrigin>(),
    isShared: (type, id) => shared.get(type)?.has(id) ?? false,
    posts,
    tags: byId(tags.map((tag) => ({ ...tag, name: tag.slug }))),
    authors: byId(authors.map((author) => ({ ...author, name: author.slug }))),
    categories: byId(categories.map((category) => ({ ...category, name: category.treePath }))),
    series: byId(series),
    resources: byId(resources),
    picks: Map.groupBy(picks, (pick) => pick.postId),
    redirects,
  };
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ById<T> {
  return new Map(rows.map((row) => [row.id, row]));
}
