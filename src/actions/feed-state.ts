import type { Database } from '../db/client.ts';
import type { FeedState } from '../generated/prisma/client.ts';

/** How a feed was when it was last imported whole. */
export type FeedTrace = Omit<FeedState, 'importedAt'>;

/**
 * What is known of a feed.
 *
 * @param address SHA-256 of where it is
 * @param source null: whatever import it went into last
 */
export async function findFeedState(
  db: Database,
  address: string,
  source: string | null,
): Promise<FeedTrace | null> {
  const where = source === null ? { address } : { address, source };
  return db.prisma.feedState.findFirst({ where, orderBy: { importedAt: 'desc' } });
}

/** Keeps how a feed was, where it was another way. It is no content: no change is logged. */
export async function saveFeedState(db: Database, trace: FeedTrace, now: Date): Promise<void> {
  const { address, source, etag, lastModified, contentHash } = trace;
  const before = await findFeedState(db, address, null);
  const isSame =
    before?.source === source &&
    before.etag === etag &&
    before.lastModified === lastModified &&
    before.contentHash === contentHash;
  if (isSame) return;
  const row = { ...trace, importedAt: now };
  await db.prisma.feedState.upsert({
    where: { address_source: { address, source } },
    create: row,
    update: row,
  });
}

/** Slugs of posts: of one import by key, and all that are taken. */
export interface StoredSlugs {
  readonly known: ReadonlyMap<string, string>;
  readonly taken: ReadonlySet<string>;
}

/** The slugs that the posts of an import have, which stay when other posts of the same name come and go. */
export async function storedSlugs(db: Database, source: string): Promise<StoredSlugs> {
  const posts = await db.prisma.post.findMany({ select: { id: true, slug: true } });
  const origins = await db.prisma.origin.findMany({ where: { source, entityType: 'POST' } });
  const slugs = new Map(posts.map(({ id, slug }) => [id, slug]));
  const known = origins.flatMap(({ key, entityId }) => {
    const slug = slugs.get(entityId);
    return slug === undefined ? [] : [[key, slug] as const];
  });
  return { known: new Map(known), taken: new Set(slugs.values()) };
}
