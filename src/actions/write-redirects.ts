import { writeContent } from '../db/change-log.ts';
import type { WriteTransaction } from '../db/change-log.ts';
import type { PostRecord } from '../domain/blog-record.ts';
import type { Redirect } from '../generated/prisma/client.ts';
import type { ImportRun } from './import-run.ts';
import { leadsAlike, planRedirects } from './plan-redirects.ts';
import type { RedirectPlan, WantedRedirect } from './plan-redirects.ts';
import { recordHash } from './record-hash.ts';
import { forgetOrigins, saveOrigins } from './save-origins.ts';
import { upsertRows } from './upsert-rows.ts';

/** Writes the redirects that a blog states, once everything else is where it belongs: one transaction. */
export async function writeRedirects(
  run: ImportRun,
  posts: readonly { readonly record: PostRecord; readonly id: string }[],
): Promise<void> {
  const stored = await run.db.prisma.redirect.findMany();
  const rows = new Map(stored.map((redirect) => [redirect.path, redirect]));
  const plan = planRedirects(run, posts, rows);
  const known = run.stored.origins('REDIRECT');
  const pending = plan.wanted.filter(
    ({ row, key }) => !known.has(key) || !leadsAlike(rows.get(row.path), row),
  );
  report(run, plan);
  const leaving = plan.dropped.filter(({ fate }) => fate === 'remove');
  if (run.dryRun || pending.length + leaving.length === 0) return;
  await writeContent(run.db, run.now, async (tx) => {
    const origins = leaving.map(({ key, path }) => ({ key, entityId: path }));
    await forgetOrigins(tx, run.record.source, 'REDIRECT', origins);
    const wanted = new Set(plan.wanted.map(({ row }) => row.path));
    const unwanted = leaving.flatMap(({ path }) => (wanted.has(path) ? [] : [path]));
    await remove(
      tx,
      unwanted.filter((path) => !run.stored.isShared('REDIRECT', path)),
    );
    await write(tx, run, pending, rows);
  });
}

/** Compared with what was stored before this import, which may have moved things on the way. */
function report(run: ImportRun, plan: RedirectPlan): void {
  const known = run.stored.origins('REDIRECT');
  for (const { key, row } of plan.wanted) {
    const same = leadsAlike(run.stored.redirects.get(row.path), row);
    run.tally.mark('redirects', key, !known.has(key) ? 'created' : same ? 'unchanged' : 'updated');
  }
  for (const { key, fate } of plan.dropped) {
    if (fate !== 'keep') run.tally.mark('redirects', key, fate === 'remove' ? 'removed' : 'missing');
  }
}

/** What says "gone" stays: it tells of what was removed, not of what the blog states. */
async function remove(tx: WriteTransaction, paths: readonly string[]): Promise<void> {
  const found = await tx.prisma.$queryRaw<{ path: string }[]>`
    delete from "Redirect" where "path" = any(${paths}::text[]) and "kind" = 'MOVED' returning "path"`;
  const gone = new Set(found.map(({ path }) => path));
  for (const path of new Set(paths)) {
    if (gone.has(path)) tx.record({ action: 'REMOVED', entityType: 'REDIRECT', entityId: path, path });
  }
}

async function write(
  tx: WriteTransaction,
  run: ImportRun,
  pending: readonly WantedRedirect[],
  before: ReadonlyMap<string, Redirect>,
): Promise<void> {
  const rows = pending.map(({ row }) => ({ ...row }));
  const written = await upsertRows(tx, 'Redirect', rows, { key: ['path'] });
  const origins = pending.map(({ row, key }) => ({ key, entityId: row.path, hash: recordHash(row) }));
  await saveOrigins(tx, run.record.source, 'REDIRECT', origins);
  for (const { path } of rows) {
    if (!written.has(path)) continue;
    const action = before.has(path) ? 'UPDATED' : 'CREATED';
    tx.record({ action, entityType: 'REDIRECT', entityId: path, path });
  }
}
