import { writeContent } from '../db/change-log.ts';
import type { WriteTransaction } from '../db/change-log.ts';
import { entityChange } from './entity-change.ts';
import type { ImportRun } from './import-run.ts';
import { clearRedirects } from './leave-redirects.ts';
import type { SeriesPlan } from './plan-series.ts';
import { refreshCounts } from './refresh-counts.ts';
import { refreshSearch } from './refresh-search.ts';
import { replaceRows } from './replace-rows.ts';
import { saveOrigins } from './save-origins.ts';
import { upsertRows } from './upsert-rows.ts';

/** Writes series with their parts, once the posts are there, in one transaction. */
export async function writeSeries(run: ImportRun, plans: readonly SeriesPlan[]): Promise<void> {
  const pending = plans.filter((plan) => plan.write);
  if (run.dryRun || pending.length === 0) return;
  await writeContent(run.db, run.now, (tx) => write(tx, run, pending));
}

async function write(tx: WriteTransaction, run: ImportRun, plans: readonly SeriesPlan[]): Promise<void> {
  const ids = plans.map((plan) => plan.id);
  // Its place among the newest is counted; a new one begins at the end.
  const rows = plans.map(({ id, row }) => ({ id, ...row, sortDate: new Date(0) }));
  const changed = await upsertRows(tx, 'Series', rows, { keep: ['sortDate'] });
  const parts = plans.flatMap((plan) => plan.parts);
  const parted = await replaceRows(tx, 'SeriesPart', 'seriesId', ids, parts);
  const origins = plans.map(({ record, id, hash }) => ({ key: record.key, entityId: id, hash }));
  await saveOrigins(tx, run.record.source, 'SERIES', origins);
  await clearRedirects(
    tx,
    plans.flatMap(({ stored, record }) => (stored === undefined ? [record.path] : [])),
  );
  await refreshCounts(tx, { tags: [], authors: [], categories: [], series: ids });
  await refreshSearch(tx, { series: ids });
  for (const { id, record, stored } of plans) {
    if (!changed.has(id) && !parted.has(id)) continue;
    tx.record(entityChange('SERIES', id, record.path, stored === undefined ? null : record.path));
  }
}
