import { writeContent } from '../db/change-log.ts';
import type { WriteTransaction } from '../db/change-log.ts';
import { imageSrc } from './image-address.ts';
import type { ImportRun } from './import-run.ts';
import { clearRedirects, leaveRedirects } from './leave-redirects.ts';
import type { Move } from './leave-redirects.ts';
import type { TermClaim, TermPlan } from './plan-terms.ts';
import { entityChange } from './entity-change.ts';
import { parkAddresses } from './park-addresses.ts';
import { refreshSearch } from './refresh-search.ts';
import { saveOrigins } from './save-origins.ts';
import { storeImages } from './store-images.ts';
import { holdersOf } from './term-holders.ts';
import type { TermKind, TermRecord } from './term-kinds.ts';
import { upsertRows } from './upsert-rows.ts';

/** Reports, and but for a dry run writes, the tags, categories or authors of a blog: one transaction. */
export async function writeTerms<R extends TermRecord>(
  run: ImportRun,
  kind: TermKind<R>,
  plan: TermPlan<R>,
): Promise<void> {
  for (const { record, stored, todo } of plan.claims) {
    const outcome = stored === undefined ? 'created' : todo === 'write' ? 'updated' : 'unchanged';
    run.tally.mark(kind.report, kind.key(record), outcome);
  }
  const pending = plan.claims.filter((claim) => claim.todo !== 'nothing');
  if (pending.length === 0 || run.dryRun) return;
  const claims = await withImages(run, kind, pending);
  await writeContent(run.db, run.now, (tx) => writeClaims(tx, run, kind, plan, claims));
}

/** Without the images that cannot be stored; with no hash, so that the next import tries again. */
async function withImages<R extends TermRecord>(
  run: ImportRun,
  kind: TermKind<R>,
  claims: readonly TermClaim<R>[],
): Promise<TermClaim<R>[]> {
  const failed = await storeImages(
    run,
    claims.flatMap((claim) => kind.image(claim.record) ?? []),
  );
  return claims.map((claim) => {
    const image = kind.image(claim.record);
    const what = image === null ? undefined : failed.get(imageSrc(image));
    if (what === undefined) return claim;
    const file = `${kind.table.toLowerCase()} ${kind.key(claim.record)}`;
    const why = 'Its image was left out.';
    run.tally.problem({ severity: 'warning', file, line: null, what, why, todo: 'Import again.' });
    return { ...claim, row: { ...claim.row, avatarId: null }, hash: '' };
  });
}

async function writeClaims<R extends TermRecord>(
  tx: WriteTransaction,
  run: ImportRun,
  kind: TermKind<R>,
  plan: TermPlan<R>,
  claims: readonly TermClaim<R>[],
): Promise<void> {
  const written = claims.filter((claim) => claim.todo === 'write');
  const renamed = written.filter(
    ({ stored, record }) => stored && (stored.path !== record.path || stored.slug !== record.slug),
  );
  await parkAddresses(tx, kind.table, [...renamed.map((claim) => claim.id), ...inTheWay(run, kind, plan)]);
  const changed = await upsertRows(
    tx,
    kind.table,
    written.map(({ id, row }) => ({ id, ...row })),
  );
  const origins = claims.map(({ record, id, hash }) => ({ key: kind.name(record), entityId: id, hash }));
  await saveOrigins(tx, run.record.source, kind.type, origins);
  await leaveRedirects(tx, renamed.flatMap(moveOf));
  await clearRedirects(
    tx,
    written.map(({ record }) => record.path),
  );
  // Posts are found by the names of their terms.
  const known = written.filter(({ id, stored }) => stored !== undefined && changed.has(id));
  const holders = await holdersOf(
    tx,
    kind,
    known.map(({ id }) => id),
  );
  await refreshSearch(tx, { [kind.report]: [...changed] }, holders);
  for (const { id, stored, record } of written) {
    if (changed.has(id)) tx.record(entityChange(kind.type, id, record.path, stored?.path ?? null));
  }
}

/** Terms removed at the end of this run, whose path is wanted now. */
function inTheWay<R extends TermRecord>(run: ImportRun, kind: TermKind<R>, plan: TermPlan<R>): string[] {
  const wanted = new Set(plan.claims.map((claim) => claim.record.path));
  const stored = kind.stored(run.stored);
  return plan.unnamed.flatMap(({ id, fate }) =>
    fate === 'remove' && wanted.has(stored.get(id)?.path ?? '') ? [id] : [],
  );
}

/** The old path of what nobody saw leads nowhere. */
function moveOf<R extends TermRecord>({ stored, record }: TermClaim<R>): Move[] {
  if (stored === undefined || stored.path === record.path || !(stored.declared || stored.postCount > 0))
    return [];
  return [{ oldPath: stored.path, newPath: record.path, postId: null }];
}
