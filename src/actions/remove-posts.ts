import { writeContent } from '../db/change-log.ts';
import type { WriteTransaction } from '../db/change-log.ts';
import type { ImportRun } from './import-run.ts';
import { leaveGone } from './leave-redirects.ts';
import { refreshCounts, touchedByPosts } from './refresh-counts.ts';
import { refreshSearch } from './refresh-search.ts';
import { forgetOrigins } from './save-origins.ts';
import type { StoredPost } from './stored-pages.ts';

/**
 * Reports the posts whose files are gone, and with `prune` removes them, in one transaction. Whatever led
 * to a post that the public once saw says "gone" from then on.
 */
export async function removePosts(run: ImportRun): Promise<void> {
  const { missing } = run.posts;
  for (const key of missing.keys()) run.tally.mark('posts', key, run.prune ? 'removed' : 'missing');
  if (!run.prune || run.dryRun || missing.size === 0) return;
  const posts = [...missing.values()].flatMap((id) => run.found.posts.get(id) ?? []);
  const origins = [...missing].map(([key, entityId]) => ({ key, entityId }));
  await writeContent(run.db, run.now, async (tx) => {
    await remove(tx, run, posts);
    await forgetOrigins(tx, run.record.source, 'POST', origins);
    for (const { id, path } of posts) {
      tx.record({ action: 'REMOVED', entityType: 'POST', entityId: id, path });
    }
  });
}

async function remove(tx: WriteTransaction, run: ImportRun, posts: readonly StoredPost[]): Promise<void> {
  const ids = posts.map((post) => post.id);
  const touched = await touchedByPosts(tx, ids);
  const led = await tx.prisma.$queryRaw<{ path: string; postId: string }[]>`
    select "path", "postId"::text from "Redirect" where "postId" = any(${ids}::uuid[])`;
  await tx.prisma.$executeRaw`delete from "Post" where "id" = any(${ids}::uuid[])`;
  const seen = posts.filter((post) => post.seen);
  const seenIds = new Set(seen.map((post) => post.id));
  const gone = led.filter(({ postId }) => seenIds.has(postId));
  await leaveGone(tx, [...new Set([...seen, ...gone].map((place) => place.path))]);
  await tx.prisma.$executeRaw`
    delete from "Origin" where "source" = ${run.record.source} and "entityType" = 'REDIRECT'
      and "entityId" = any(${led.map(({ path }) => path)}::text[])`;
  await refreshCounts(tx, touched);
  await refreshSearch(tx, { posts: ids }, touched);
}
