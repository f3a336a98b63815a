/**
 * What is stored of posts, redirects and origins, of which a large blog has as many as memory is narrow: read some
 * thousands at a time, and kept without what nobody compares. Texts that say the same are kept once.
 */
import type { Database } from '../db/client.ts';
import { isWaiting } from '../domain/publication.ts';
import type { EntityType, Post, PostStatus, Redirect } from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';

/** Where a record was stored, and what it said then. */
export interface StoredOrigin {
  readonly entityId: string;
  readonly hash: string;
}

export interface StoredPost extends Pick<
  Post,
  'id' | 'slug' | 'path' | 'language' | 'translationKey' | 'supersededById'
> {
  /** When it comes out, in milliseconds since 1970; null when it does not wait for a day. */
  readonly dueAt: number | null;
  /** The public saw it once. */
  readonly seen: boolean;
}

/** Rows of a statement. */
const pageSize = 1_000;

/** @param after the condition that a row comes later than the given one; null: from the beginning */
async function* pages<Row>(
  { prisma }: Database,
  select: Prisma.Sql,
  after: (row: Row) => Prisma.Sql,
  order: Prisma.Sql,
): AsyncGenerator<readonly Row[]> {
  let from = Prisma.sql`true`;
  for (;;) {
    const rows = await prisma.$queryRaw<Row[]>`
      ${select} and ${from} order by ${order} limit ${pageSize}::integer`;
    yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    from = after(last);
  }
}

type PostRow = Omit<StoredPost, 'dueAt'> & {
  readonly status: PostStatus;
  readonly publishedAt: Date | null;
};

/** All posts, by id. */
export async function readStoredPosts(db: Database): Promise<Map<string, StoredPost>> {
  const found = new Map<string, StoredPost>();
  const languages = new Map<string, string>();
  const select = Prisma.sql`select "id"::text, "slug", "path", "language", "translationKey"::text,
    "supersededById"::text, "status", "publishedAt", "firstPublishedAt" is not null as "seen" from "Post" where true`;
  const after = ({ id }: PostRow): Prisma.Sql => Prisma.sql`"id" > ${id}::uuid`;
  for await (const rows of pages<PostRow>(db, select, after, Prisma.sql`"id"`)) {
    for (const { id, slug, path, language, translationKey, supersededById, seen, ...row } of rows) {
      const dueAt = isWaiting(row.status) ? (row.publishedAt?.getTime() ?? null) : null;
      const shared = languages.get(language) ?? language;
      languages.set(shared, shared);
      found.set(id, { id, slug, path, language: shared, translationKey, supersededById, dueAt, seen });
    }
  }
  return found;
}

/**
 * All redirects, by path.
 *
 * @param posts what is known of posts: their ids are kept once
 */
export async function readStoredRedirects(
  db: Database,
  posts: ReadonlyMap<string, StoredPost>,
): Promise<Map<string, Redirect>> {
  const found = new Map<string, Redirect>();
  const select = Prisma.sql`select "path", "kind", "target", "postId"::text from "Redirect" where true`;
  const after = ({ path }: Redirect): Prisma.Sql => Prisma.sql`"path" > ${path}`;
  for await (const rows of pages<Redirect>(db, select, after, Prisma.sql`"path"`)) {
    for (const { path, kind, target, postId } of rows) {
      const id = postId === null ? null : (posts.get(postId)?.id ?? postId);
      found.set(path, { path, kind: kind === 'GONE' ? 'GONE' : 'MOVED', target, postId: id });
    }
  }
  return found;
}

interface OriginRow extends StoredOrigin {
  readonly entityType: EntityType;
  readonly key: string;
}

/** The ids of what is known already, by type: each is kept once. */
export type KnownIds = Partial<
  Readonly<Record<EntityType, ReadonlyMap<string, { readonly id: string } | { readonly path: string }>>>
>;

/** Where the records of a source are, by type and key, in the order of the keys. */
export async function readStoredOrigins(
  db: Database,
  source: string,
  known: KnownIds,
): Promise<ReadonlyMap<EntityType, ReadonlyMap<string, StoredOrigin>>> {
  const found = new Map<EntityType, Map<string, StoredOrigin>>();
  // Redirects are compared as they are.
  const select = Prisma.sql`select "entityType", "key", "entityId",
    case when "entityType" = 'REDIRECT' then '' else "hash" end as "hash" from "Origin" where "source" = ${source}`;
  const after = ({ entityType, key }: OriginRow): Prisma.Sql =>
    Prisma.sql`("entityType", "key") > (${entityType}::"EntityType", ${key})`;
  for await (const rows of pages<OriginRow>(db, select, after, Prisma.sql`"entityType", "key"`)) {
    for (const { entityType, key, entityId, hash } of rows) {
      const origins = found.get(entityType) ?? new Map<string, StoredOrigin>();
      found.set(entityType, origins);
      origins.set(key, { entityId: sameText(known, entityType, entityId), hash });
    }
  }
  return found;
}

interface SharedRow {
  readonly source: string;
  readonly entityType: EntityType;
  readonly key: string;
  readonly entityId: string;
}

/** What other sources name, by type. */
export async function readSharedIds(
  db: Database,
  source: string,
  known: KnownIds,
): Promise<ReadonlyMap<EntityType, ReadonlySet<string>>> {
  const found = new Map<EntityType, Set<string>>();
  const select = Prisma.sql`select "source", "entityType", "key", "entityId" from "Origin" where "source" <> ${source}`;
  const after = (row: SharedRow): Prisma.Sql =>
    Prisma.sql`("source", "entityType", "key") > (${row.source}, ${row.entityType}::"EntityType", ${row.key})`;
  const order = Prisma.sql`"source", "entityType", "key"`;
  for await (const rows of pages<SharedRow>(db, select, after, order)) {
    for (const { entityType, entityId } of rows) {
      const ids = found.get(entityType) ?? new Set<string>();
      found.set(entityType, ids);
      ids.add(sameText(known, entityType, entityId));
    }
  }
  return found;
}

function sameText(known: KnownIds, type: EntityType, id: string): string {
  const row = known[type]?.get(id);
  if (row === undefined) return id;
  return 'id' in row ? row.id : row.path;
}
