import { writeContent } from '../db/change-log.ts';
import type { ImportRun } from './import-run.ts';
import { leaveGone } from './leave-redirects.ts';
import { refreshCounts, touchedByPosts } from './refresh-counts.ts';
import { forgetOrigins } from './save-origins.ts';

/**
 * Reports the posts whose files are gone, and with `prune` removes them, in one transaction. Whatever led
 * to a post that the public once saw says "gone" from then on.
 */
export async function removePosts(run: ImportRun): Promise<void> {
  const { missing } = run.posts;
  for (const key of missing.keys()) run.tally.mark('posts', key, run.prune ? 'removed' : 'missing');
  if (!run.prune || run.dryRun || missing.size === 0) return;
  const { source } = run.record;
  const ids = [...missing.values()];
  await writeContent(run.db, run.now, async (tx) => {
    const touched = await touchedByPosts(tx, ids);
    const posts = ids.flatMap((id) => run.found.posts.get(id) ?? []);
    const seen = posts.filter((post) => post.firstPublishedAt !== null);
    const led = await tx.prisma.redirect.findMany({ where: { postId: { in: ids } } });
    const seenIds = new Set(seen.map((post) => post.id));
    await tx.prisma.post.deleteMany({ where: { id: { in: ids } } });
    const gone = led.filter(({ postId }) => postId !== null && seenIds.has(postId));
    await leaveGone(
      tx,
      [...seen, ...gone].map((place) => place.path),
    );
    await forgetRedirects(led.map((redirect) => redirect.path));
    await forgetOrigins(
      tx,
      source,
      'POST',
      [...missing].map(([key, entityId]) => ({ key, entityId })),
    );
    await refreshCounts(tx, touched);
    for (const { id, path } of posts) {
      tx.record({ action: 'REMOVED', entityType: 'POST', entityId: id, path });
    }
    async function forgetRedirects(paths: readonly string[]): Promise<void> {
      await tx.prisma.origin.deleteMany({
        where: { source, entityType: 'REDIRECT', entityId: { in: [...paths] } },
      });
    }
  });
}
