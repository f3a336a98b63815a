import { writeContent } from '../db/change-log.ts';
import { isPublic } from '../domain/publication.ts';
import type { ImportRun } from './import-run.ts';
import { leaveGone } from './leave-redirects.ts';
import { refreshCounts, touchedByResources } from './refresh-counts.ts';
import { refreshSearch } from './refresh-search.ts';
import { forgetOrigins } from './save-origins.ts';

/** Reports the resources whose files are gone, and with `prune` removes them, in one transaction. */
export async function removeResources(run: ImportRun): Promise<void> {
  const { missing } = run.resources;
  for (const key of missing.keys()) run.tally.mark('resources', key, run.prune ? 'removed' : 'missing');
  if (!run.prune || run.dryRun || missing.size === 0) return;
  const ids = [...missing.values()];
  await writeContent(run.db, run.now, async (tx) => {
    const touched = await touchedByResources(tx, ids);
    const removed = ids.flatMap((id) => run.found.resources.get(id) ?? []);
    await tx.prisma.resource.deleteMany({ where: { id: { in: ids } } });
    const seen = removed.filter((resource) => isPublic(resource.status));
    await leaveGone(
      tx,
      seen.map((resource) => resource.path),
    );
    const origins = [...missing].map(([key, entityId]) => ({ key, entityId }));
    await forgetOrigins(tx, run.record.source, 'RESOURCE', origins);
    await refreshCounts(tx, touched);
    await refreshSearch(tx, { resources: ids }, touched);
    for (const { id, path } of removed) {
      tx.record({ action: 'REMOVED', entityType: 'RESOURCE', entityId: id, path });
    }
  });
}
