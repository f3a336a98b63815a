import { setImmediate } from 'node:timers/promises';
import { writeContent } from '../db/change-log.ts';
import type { WriteTransaction } from '../db/change-log.ts';
import { isPublic } from '../domain/publication.ts';
import { entityChange } from './entity-change.ts';
import { imageSrc } from './image-address.ts';
import type { ImportRun } from './import-run.ts';
import { clearRedirects, leaveRedirects } from './leave-redirects.ts';
import type { Move } from './leave-redirects.ts';
import { parkAddresses } from './park-addresses.ts';
import type { ResourcePlan } from './plan-resources.ts';
import { refreshCounts, touchedByResources } from './refresh-counts.ts';
import { refreshSearch } from './refresh-search.ts';
import { renderResource } from './render-resource.ts';
import type { RenderedResource } from './render-resource.ts';
import { replaceRows } from './replace-rows.ts';
import { noteRecords } from './save-origins.ts';
import { storeImages } from './store-images.ts';
import { upsertRows } from './upsert-rows.ts';

/** Renders and writes webinars, videos, reports and the like: few beside the posts, so one transaction. */
export async function writeResources(run: ImportRun, plans: readonly ResourcePlan[]): Promise<void> {
  const pending = plans.filter((plan) => plan.write);
  if (run.dryRun || pending.length === 0) return;
  const failed = await storeImages(
    run,
    pending.flatMap(({ record }) => record.image?.image ?? []),
  );
  const ready: RenderedResource[] = [];
  for (const plan of pending) {
    const { image } = plan.record;
    const what = image ? failed.get(imageSrc(image.image)) : undefined;
    if (what === undefined) ready.push(await renderResource(plan, run.now));
    else refuse(run, plan.record.key, what);
    await setImmediate();
  }
  if (ready.length > 0) await writeContent(run.db, run.now, (tx) => write(tx, run, ready));
  run.progress({ step: 'resources', done: pending.length, total: pending.length });
}

async function write(tx: WriteTransaction, run: ImportRun, all: readonly RenderedResource[]): Promise<void> {
  const plans = all.map(({ plan }) => plan);
  const ids = plans.map(({ id }) => id);
  const before = await touchedByResources(tx, ids);
  await parkAddresses(
    tx,
    'Resource',
    plans.filter(isMoved).map(({ id }) => id),
  );
  const changed = [
    await upsertRows(
      tx,
      'Resource',
      all.map(({ resource }) => resource),
    ),
    await replaceRows(
      tx,
      'ResourceTag',
      'resourceId',
      ids,
      all.flatMap(({ tags }) => tags),
    ),
    await replaceRows(
      tx,
      'ResourceSpeaker',
      'resourceId',
      ids,
      all.flatMap(({ speakers }) => speakers),
    ),
  ];
  await noteRecords(tx, run.record.source, 'RESOURCE', plans);
  await leaveRedirects(tx, plans.flatMap(moveOf));
  await clearRedirects(
    tx,
    plans.map(({ record }) => record.path),
  );
  const after = await touchedByResources(tx, ids);
  await refreshCounts(tx, before, after);
  await refreshSearch(tx, { resources: ids }, before, after);
  for (const { id, record, stored } of plans) {
    if (!changed.some((written) => written.has(id))) continue;
    tx.record(entityChange('RESOURCE', id, record.path, stored?.path ?? null));
  }
}

/** The old path of what nobody saw leads nowhere. */
function moveOf({ stored, record }: ResourcePlan): Move[] {
  if (stored === undefined || stored.path === record.path || !isPublic(stored.status)) return [];
  return [{ oldPath: stored.path, newPath: record.path, postId: null }];
}

function isMoved({ stored, record }: ResourcePlan): boolean {
  return stored !== undefined && (stored.path !== record.path || stored.slug !== record.slug);
}

function refuse(run: ImportRun, file: string, what: string): void {
  run.tally.unmark('resources', file);
  const why = 'The resource was left as it was.';
  run.tally.problem({ severity: 'error', file, line: null, what, why, todo: 'Import again.' });
}
