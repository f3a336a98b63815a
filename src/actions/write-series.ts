import { writeContent } from '../db/change-log.ts';
import type { WriteTransaction } from '../db/change-log.ts';
import { entityChange } from './entity-change.ts';
import type { ImportRun } from './import-run.ts';
import { clearRedirects, leaveRedirects } from './leave-redirects.ts';
import type { Move } from './leave-redirects.ts';
import { parkAddresses } from './park-addresses.ts';
import type { SeriesPlan } from './plan-series.ts';
import { refreshCounts } from './refresh-counts.ts';
import { replaceRows } from './replace-rows.ts';
import { forgetOrigins, noteRecords } from './save-origins.ts';
import { upsertRows } from './upsert-rows.ts';

/** Removes series that nothing names any more and writes the others with their parts, in one transaction. */
export async function writeSeries(run: ImportRun, plans: readonly SeriesPlan[]): Promise<void> {
  const pending = plans.filter((plan) => plan.write);
  const leaving = [...run.series.missing].filter(([, id]) => run.seriesLeaves(id));
  for (const [key, id] of run.series.missing) {
    if (run.seriesLeaves(id)) run.tally.mark('series', key, 'removed');
    else if (run.stored.series.get(id)?.declared) run.tally.mark('series', key, 'missing');
  }
  if (run.dryRun || pending.length + leaving.length === 0) return;
  await writeContent(run.db, run.now, async (tx) => {
    await remove(tx, run, leaving);
    await write(tx, run, pending);
  });
}

async function remove(
  tx: WriteTransaction,
  run: ImportRun,
  leaving: readonly (readonly [string, string])[],
): Promise<void> {
  const ids = leaving.map(([, id]) => id);
  if (ids.length === 0) return;
  await tx.prisma.series.deleteMany({ where: { id: { in: ids } } });
  await forgetOrigins(
    tx,
    run.record.source,
    'SERIES',
    leaving.map(([key, entityId]) => ({ key, entityId })),
  );
  for (const id of ids) {
    const path = run.stored.series.get(id)?.path ?? null;
    tx.record({ action: 'REMOVED', entityType: 'SERIES', entityId: id, path });
  }
}

async function write(tx: WriteTransaction, run: ImportRun, plans: readonly SeriesPlan[]): Promise<void> {
  const ids = plans.map((plan) => plan.id);
  await parkAddresses(
    tx,
    'Series',
    plans.filter(isMoved).map((plan) => plan.id),
  );
  // Its place among the newest is counted; a new one begins at the end.
  const rows = plans.map(({ id, row }) => ({ id, ...row, sortDate: new Date(0) }));
  const changed = await upsertRows(tx, 'Series', rows, { keep: ['sortDate'] });
  const parted = await replaceRows(
    tx,
    'SeriesPart',
    'seriesId',
    ids,
    plans.flatMap((plan) => plan.parts),
  );
  await noteRecords(tx, run.record.source, 'SERIES', plans);
  await leaveRedirects(tx, plans.flatMap(moveOf));
  await clearRedirects(
    tx,
    plans.map(({ record }) => record.path),
  );
  await refreshCounts(tx, { tags: [], authors: [], categories: [], series: ids });
  for (const { id, record, stored } of plans) {
    if (changed.has(id) || parted.has(id)) {
      tx.record(entityChange('SERIES', id, record.path, stored?.path ?? null));
    }
  }
}

/** The old path of what nobody saw leads nowhere. */
function moveOf({ stored, record }: SeriesPlan): Move[] {
  if (stored === undefined || stored.path === record.path) return [];
  if (stored.postCount === 0 && !stored.parts.some((part) => part.announced)) return [];
  return [{ oldPath: stored.path, newPath: record.path, postId: null }];
}

function isMoved({ stored, record }: SeriesPlan): boolean {
  return stored !== undefined && (stored.path !== record.path || stored.slug !== record.slug);
}
