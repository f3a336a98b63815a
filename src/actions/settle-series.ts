import { writeContent } from '../db/change-log.ts';
import type { WriteTransaction } from '../db/change-log.ts';
import type { SeriesRecord } from '../domain/blog-record.ts';
import { entityChange } from './entity-change.ts';
import type { Claim } from './identify-records.ts';
import type { ImportRun } from './import-run.ts';
import { clearRedirects, leaveRedirects } from './leave-redirects.ts';
import type { Move } from './leave-redirects.ts';
import { parkAddresses } from './park-addresses.ts';
import { forgetOrigins, noteRecords } from './save-origins.ts';
import type { StoredSeries } from './stored-blog.ts';
import { refreshSearch } from './refresh-search.ts';
import { recordset } from './upsert-rows.ts';

interface Settled {
  readonly claim: Claim<SeriesRecord>;
  readonly stored: StoredSeries;
}

/**
 * Removes series that nothing names any more and moves the others to their new slugs, paths and keys, in
 * one transaction, while they are still seen as they were: what the public never saw leaves no redirect.
 */
export async function settleSeries(run: ImportRun): Promise<void> {
  const leaving = [...run.series.missing].filter(([, id]) => run.leaving.series.has(id));
  for (const [key, id] of run.series.missing) {
    if (run.leaving.series.has(id)) run.tally.mark('series', key, 'removed');
    else if (run.stored.series.get(id)?.declared) run.tally.mark('series', key, 'missing');
  }
  const settled = run.series.claims.flatMap((claim) => {
    const stored = run.stored.series.get(claim.id);
    return stored === undefined ? [] : [{ claim, stored }];
  });
  const rekeyed = settled.filter(({ claim }) => claim.oldKey !== null);
  const moved = settled.filter(
    ({ claim: { record }, stored }) => record.path !== stored.path || record.slug !== stored.slug,
  );
  if (run.dryRun || leaving.length + rekeyed.length + moved.length === 0) return;
  await writeContent(run.db, run.now, async (tx) => {
    await remove(tx, run, leaving);
    await rekey(tx, run, rekeyed);
    await move(tx, moved);
  });
}

async function remove(
  tx: WriteTransaction,
  run: ImportRun,
  leaving: readonly (readonly [string, string])[],
): Promise<void> {
  const origins = leaving.map(([key, entityId]) => ({ key, entityId }));
  await tx.prisma.series.deleteMany({ where: { id: { in: leaving.map(([, id]) => id) } } });
  await forgetOrigins(tx, run.record.source, 'SERIES', origins);
  await refreshSearch(tx, { series: leaving.map(([, id]) => id) });
  for (const [, id] of leaving) {
    const path = run.found.series.get(id)?.path ?? null;
    tx.record({ action: 'REMOVED', entityType: 'SERIES', entityId: id, path });
  }
}

async function rekey(tx: WriteTransaction, run: ImportRun, settled: readonly Settled[]): Promise<void> {
  const hashes = run.stored.origins('SERIES');
  await noteRecords(
    tx,
    run.record.source,
    'SERIES',
    settled.map(({ claim }) => ({ ...claim, hash: hashes.get(claim.oldKey ?? '')?.hash ?? '' })),
  );
}

async function move(tx: WriteTransaction, settled: readonly Settled[]): Promise<void> {
  if (settled.length === 0) return;
  await parkAddresses(
    tx,
    'Series',
    settled.map(({ claim }) => claim.id),
  );
  const rows = settled.map(({ claim: { id, record } }) => ({ id, slug: record.slug, path: record.path }));
  await tx.prisma.$executeRaw`
    update "Series" s set "slug" = r."slug", "path" = r."path" from ${recordset('Series', rows)} r
    where r."id" = s."id"`;
  await leaveRedirects(tx, settled.flatMap(moveOf));
  await clearRedirects(
    tx,
    rows.map((row) => row.path),
  );
  for (const { claim, stored } of settled) {
    tx.record(entityChange('SERIES', claim.id, claim.record.path, stored.path));
  }
}

function moveOf({ claim: { record }, stored }: Settled): Move[] {
  if (stored.path === record.path) return [];
  if (stored.postCount === 0 && !stored.parts.some((part) => part.announced)) return [];
  return [{ oldPath: stored.path, newPath: record.path, postId: null }];
}
