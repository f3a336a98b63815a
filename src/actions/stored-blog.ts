import type { Database } from '../db/client.ts';
import type {
  EntityType,
  Post,
  Redirect,
  RelatedPick,
  Resource,
  Series,
  SeriesPart,
} from '../generated/prisma/client.ts';

/** Where a record was stored, and what it said then. */
export interface StoredOrigin {
  readonly entityId: string;
  readonly hash: string;
}

export type StoredPost = Pick<
  Post,
  | 'id'
  | 'slug'
  | 'path'
  | 'language'
  | 'translationKey'
  | 'supersededById'
  | 'status'
  | 'publishedAt'
  | 'firstPublishedAt'
>;

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
  /** `src` of every stored image. */
  readonly images: ReadonlySet<string>;
}

/** Reads it all in a fixed number of statements. */
export async function readStoredBlog(db: Database, source: string): Promise<StoredBlog> {
  const { prisma } = db;
  const address = { id: true, slug: true, path: true } as const;
  const term = { ...address, declared: true, postCount: true } as const;
  const posts = await prisma.post.findMany({
    select: {
      ...address,
      language: true,
      translationKey: true,
      supersededById: true,
      status: true,
      publishedAt: true,
      firstPublishedAt: true,
    },
  });
  const tags = await prisma.tag.findMany({ select: term });
  const authors = await prisma.author.findMany({ select: term });
  const categories = await prisma.category.findMany({ select: { ...term, treePath: true } });
  const series = await prisma.series.findMany({
    select: { ...term, parts: { orderBy: { position: 'asc' } } },
  });
  const resources = await prisma.resource.findMany({ select: { ...address, status: true, startsAt: true } });
  const picks = await prisma.relatedPick.findMany({ orderBy: { position: 'asc' } });
  const redirects = await prisma.redirect.findMany();
  const images = await prisma.image.findMany({ select: { src: true } });
  return {
    ...(await readOrigins(db, source)),
    posts: byId(posts),
    tags: byId(tags.map((tag) => ({ ...tag, name: tag.slug }))),
    authors: byId(authors.map((author) => ({ ...author, name: author.slug }))),
    categories: byId(categories.map((category) => ({ ...category, name: category.treePath }))),
    series: byId(series),
    resources: byId(resources),
    picks: Map.groupBy(picks, (pick) => pick.postId),
    redirects: new Map(redirects.map((redirect) => [redirect.path, redirect])),
    images: new Set(images.map((image) => image.src)),
  };
}

async function readOrigins(db: Database, source: string): Promise<Pick<StoredBlog, 'origins' | 'isShared'>> {
  const own = await db.prisma.origin.findMany({ where: { source }, orderBy: { key: 'asc' } });
  const others = await db.prisma.origin.findMany({
    where: { source: { not: source } },
    select: { entityType: true, entityId: true },
  });
  const byType = Map.groupBy(own, (origin) => origin.entityType);
  const maps = new Map(
    [...byType].map(([type, rows]) => [type, new Map(rows.map((row) => [row.key, row]))] as const),
  );
  const shared = new Set(others.map((origin) => `${origin.entityType} ${origin.entityId}`));
  return {
    origins: (type) => maps.get(type) ?? new Map<string, StoredOrigin>(),
    isShared: (type, id) => shared.has(`${type} ${id}`),
  };
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ById<T> {
  return new Map(rows.map((row) => [row.id, row]));
}
