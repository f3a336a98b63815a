import type { Database } from '../db/client.ts';
import { writeContent } from '../db/change-log.ts';
import type { WriteTransaction } from '../db/change-log.ts';
import { statusAt, waitingStatuses } from '../domain/publication.ts';
import { entityChange } from './entity-change.ts';
import { refreshCounts, touchedByPosts, touchedByResources } from './refresh-counts.ts';
import { refreshRelated } from './refresh-related.ts';
import { refreshSearch } from './refresh-search.ts';

/** What came out, and when the next thing will. */
export interface Published {
  /** Posts and resources made public by this call. */
  readonly published: number;
  /** When to call again at the latest; null when nothing waits. */
  readonly nextDue: Date | null;
}

const waiting = { in: [...waitingStatuses] };

/**
 * Makes public the posts and resources whose time has come, also those that fell due while nothing ran, in
 * one transaction, and then what is related to them. What the public sees changes by these writes alone, never
 * by the clock. With nothing due it only reads.
 */
export async function publishDuePosts(db: Database, now: Date): Promise<Published> {
  const { prisma } = db;
  const due = { status: waiting, publishedAt: { lte: now } };
  const dueResources = { status: waiting, startsAt: { lte: now } };
  const found =
    (await prisma.post.count({ where: due })) + (await prisma.resource.count({ where: dueResources }));
  const published =
    found === 0
      ? 0
      : await writeContent(
          db,
          now,
          async (tx) => (await publishPosts(tx, now, due)) + (await publishResources(tx, now, dueResources)),
        );
  if (published > 0) await refreshRelated(db, { now });
  const post = await prisma.post.aggregate({ where: { status: waiting }, _min: { publishedAt: true } });
  const resource = await prisma.resource.aggregate({ where: { status: waiting }, _min: { startsAt: true } });
  const dates = [post._min.publishedAt, resource._min.startsAt].filter((date) => date !== null);
  return { published, nextDue: dates.sort((a, b) => a.getTime() - b.getTime())[0] ?? null };
}

interface Due {
  readonly status: typeof waiting;
}

async function publishPosts(
  tx: WriteTransaction,
  now: Date,
  due: Due & { publishedAt: { lte: Date } },
): Promise<number> {
  const orderBy = [{ publishedAt: 'asc' as const }, { id: 'asc' as const }];
  const posts = await tx.prisma.post.findMany({ where: due, orderBy, select: { id: true, path: true } });
  if (posts.length === 0) return 0;
  const ids = posts.map((post) => post.id);
  const where = { id: { in: ids } };
  await tx.prisma.post.updateMany({ where, data: { status: statusAt('published', null, now) } });
  await tx.prisma.$executeRaw`
    update "Post" set "firstPublishedAt" = "publishedAt"
    where "id" = any(${ids}::uuid[]) and "firstPublishedAt" is null`;
  const touched = await touchedByPosts(tx, ids);
  await refreshCounts(tx, touched);
  await refreshSearch(tx, { posts: ids }, touched);
  for (const { id, path } of posts) tx.record(entityChange('POST', id, path, path));
  return posts.length;
}

async function publishResources(
  tx: WriteTransaction,
  now: Date,
  due: Due & { startsAt: { lte: Date } },
): Promise<number> {
  const orderBy = [{ startsAt: 'asc' as const }, { id: 'asc' as const }];
  const resources = await tx.prisma.resource.findMany({
    where: due,
    orderBy,
    select: { id: true, path: true },
  });
  if (resources.length === 0) return 0;
  const ids = resources.map((resource) => resource.id);
  const status = statusAt('published', null, now);
  await tx.prisma.resource.updateMany({ where: { id: { in: ids } }, data: { status } });
  const touched = await touchedByResources(tx, ids);
  await refreshCounts(tx, touched);
  await refreshSearch(tx, { resources: ids }, touched);
  for (const { id, path } of resources) tx.record(entityChange('RESOURCE', id, path, path));
  return resources.length;
}
